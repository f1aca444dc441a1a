// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials
import GRDB

/// Which versions the catalog may forget: the oldest, as far as they are too old, too many or too large, and published everywhere.
public struct VersionLimit: Hashable, Sendable {
    /// Committed before this.
    public var before: Date?
    /// More than so many were committed since.
    public var most: Int?
    /// While the catalog uses more bytes than this.
    public var bytes: Int?
    /// The outlets that must have published them.
    public var outlets: [String]

    /// What is nil is no reason to forget anything.
    public init(before: Date? = nil, most: Int? = nil, bytes: Int? = nil, outlets: [String]) {
        self.before = before
        self.most = most
        self.bytes = bytes
        self.outlets = outlets
    }
}

extension Catalog {
    /// How many versions are looked at in one transaction.
    private static let chunk = 200

    /// The stories that stand in the last document of any feed: the next document may bring a revision of each.
    public func standingStories() throws(CatalogError) -> Set<Int64> {
        try read { db in try LastDocument.stories(db) }
    }

    /// Forgets some of the oldest versions after `start`, with the decisions about them; the keys that recognise their stories stay.
    ///
    /// - Parameter standing: stories whose last version stays, however old it is.
    /// - Returns: how many were forgotten, and where to go on; nil when nothing more may be forgotten.
    public func pruneVersions(after start: Int64, _ limit: VersionLimit, sparing standing: Set<Int64>) throws(CatalogError)
        -> (removed: Int, next: Int64?)
    {
        // Looked at before anything is written: most of the time there is nothing to do.
        let found = try read { db in try OldVersion.fetch(db, after: start, limit, count: Catalog.chunk) }
        guard let last = found.last else { return (0, nil) }
        let doomed = found.filter { !$0.isLatest || !standing.contains($0.story) }
        if !doomed.isEmpty {
            try write { db in
                for version in doomed { try version.delete(db) }
            }
        }
        return (doomed.count, found.count < Catalog.chunk ? nil : last.sequence)
    }

    /// Writes the whole catalog anew, without the room of what was forgotten; needs as much free space as the catalog uses.
    public func compact() throws(CatalogError) {
        try vacuum()
    }
}

/// A version that may be forgotten.
private struct OldVersion {
    let sequence: Int64
    let story: Int64
    let isLatest: Bool

    /// In the catalog's order, only those that the limit lets go.
    static func fetch(_ db: Database, after start: Int64, _ limit: VersionLimit, count: Int) throws -> [OldVersion] {
        let published = try Int64.fetchOne(
            db, sql: "SELECT CASE WHEN count(*) = ? THEN min(published) ELSE 0 END FROM outlet WHERE name IN (\(marks(limit.outlets)))",
            arguments: [limit.outlets.count] + StatementArguments(limit.outlets))
        let end = try limit.end(db)
        let select = """
            SELECT version.sequence, version.story, version.committed, story.sequence = version.sequence
            FROM version JOIN story ON story.number = version.story
            WHERE version.sequence > ? AND version.sequence <= ? ORDER BY version.sequence LIMIT ?
            """
        let rows = try Row.fetchAll(db.cachedStatement(sql: select), arguments: [start, published ?? 0, count])
        return rows.prefix { ($0[0] as Int64) <= end.sequence || ($0[2] as Int64) < end.time }
            .map { OldVersion(sequence: $0[0], story: $0[1], isLatest: $0[3]) }
    }

    func delete(_ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM version WHERE sequence = ?").execute(arguments: [sequence])
        guard isLatest else { return }
        try db.cachedStatement(sql: "DELETE FROM decision WHERE story = ?").execute(arguments: [story])
        try db.cachedStatement(sql: "DELETE FROM copy WHERE story = ?").execute(arguments: [story])
    }

    private static func marks(_ names: [String]) -> String { names.map { _ in "?" }.joined(separator: ", ") }
}

extension VersionLimit {
    /// What was committed before `time`, or has a number up to `sequence`, may go.
    fileprivate func end(_ db: Database) throws -> (sequence: Int64, time: Int64) {
        var sequence: Int64 = 0
        if let most { sequence = max(sequence, try Counters.fetch(db).sequence - Int64(most)) }
        if let bytes, try Self.bytesUsed(db) > bytes { sequence = .max }
        return (sequence, before?.milliseconds ?? .min)
    }

    private static func bytesUsed(_ db: Database) throws -> Int {
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
        return (pages - free) * (try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
    }
}
