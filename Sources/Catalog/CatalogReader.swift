// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import GRDB
import Stories

/// Reads a catalog from another process, while the daemon writes it; never makes a catalog, and changes nothing in one.
///
/// SQLite may make the files `-wal` and `-shm` beside it, with the catalog's owner; the daemon uses them or removes them.
public struct CatalogReader: Sendable {
    /// The catalog's file.
    public let path: String
    private let database: DatabaseQueue

    /// Opens the catalog of a state directory; throws `absent` where there is none.
    public init(directory: String) throws(CatalogError) {
        path = directory + "/" + CatalogFile.name
        database = try CatalogFile.openForReading(path)
    }

    /// The catalog's UUID.
    public func identifier() throws(CatalogError) -> String {
        try read { try String.fetchOne($0, sql: "SELECT catalog FROM counters") ?? "" }
    }

    /// The state of every feed that was ever polled, by name.
    public func feedStates() throws(CatalogError) -> [FeedState] { try read(FeedState.fetchAll) }

    /// The position of every outlet, by name.
    public func outlets() throws(CatalogError) -> [OutletPosition] { try read(OutletPosition.fetchAll) }

    /// The greatest sequence number of any version.
    public func lastSequence() throws(CatalogError) -> Int64 { try read { try Counters.fetch($0).sequence } }

    /// The greatest number of any log event.
    public func lastLogSequence() throws(CatalogError) -> Int64 { try read { try Counters.fetch($0).logSequence } }

    /// The versions after `sequence` in order, at most `limit`; fewer, but one at least, where their records are large.
    public func versions(after sequence: Int64, limit: Int) throws(CatalogError) -> [StoredVersion] {
        try read { try StoredVersion.fetch($0, after: sequence, limit: limit) }
    }

    /// The events after `sequence`, which the log's file may still lack.
    public func events(after sequence: Int64) throws(CatalogError) -> [StoredEvent] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT sequence, line FROM event WHERE sequence > ? ORDER BY sequence", arguments: [sequence])
                .map { StoredEvent(sequence: $0[0], line: [UInt8]($0[1] as Data)) }
        }
    }

    /// How much there is, counted at one moment.
    public func totals() throws(CatalogError) -> CatalogTotals {
        try read { db in
            let select = "SELECT (SELECT count(*) FROM story), (SELECT count(*) FROM version), (SELECT max(committed) FROM version)"
            guard let row = try Row.fetchOne(db, sql: select) else { return CatalogTotals() }
            return CatalogTotals(stories: row[0], versions: row[1], lastCommit: (row[2] as Int64?).map(Date.init(milliseconds:)))
        }
    }

    /// The story that is called so: by its id, the end of its id after the `/`, its sequence number, or a guid or canonical link of any feed.
    public func story(_ name: String) throws(CatalogError) -> StoryHistory? {
        try read { try StoryHistory.fetch($0, name: name) }
    }

    func backUp(into copy: DatabaseQueue) throws {
        try database.backup(to: copy)
    }

    func read<Value>(_ work: (Database) throws -> Value) throws(CatalogError) -> Value {
        do { return try database.read(work) } catch { throw CatalogError(error, path: path) }
    }
}
