// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials
import GRDB

/// One version without its record.
public struct VersionNote: Hashable, Sendable {
    /// The version's number.
    public var sequence: Int64
    /// The feed that brought it.
    public var feed: String
    /// The story's own counter, from 1.
    public var revision: Int
    /// When it was committed.
    public var committed: Date
    /// The earliest date of the story; nil where its time of day was asked for, and the publisher sent none.
    public var published: Date?
}

/// What a report tells of one version.
public struct VersionDigest: Hashable, Sendable {
    /// The version's number.
    public var sequence: Int64
    /// The feed that brought it.
    public var feed: String
    /// When it was committed.
    public var committed: Date
    /// The agency's code, where one was recognised.
    public var agency: String?
    /// `update`, `correction`, `kill`…; nil for a new story.
    public var change: String?
    /// The headline without its markers.
    public var headline: String?
    /// The story's address.
    public var link: String?
}

extension CatalogReader {
    /// The versions committed since `start`, the newest first, at most `limit`.
    ///
    /// - Parameter timed: leave out dates that are only a day, or the time of the fetch; this reads the records, and takes longer.
    public func notes(since start: Date, limit: Int, timed: Bool = false) throws(CatalogError) -> [VersionNote] {
        let quality = "json_extract(CAST(record AS TEXT), '$.published.quality')"
        let sent = "CASE WHEN \(quality) IN ('exact', 'zone-assumed', 'feed-config') THEN first_effective END"
        return try read { db in
            let select = """
                SELECT version.sequence, feed, version.revision, committed, \(timed ? sent : "first_effective")
                FROM version JOIN story ON story.number = version.story ORDER BY version.sequence DESC LIMIT ?
                """
            let rows = try Row.fetchCursor(db, sql: select, arguments: [max(0, limit)])
            var notes: [VersionNote] = []
            while let row = try rows.next() {
                let committed = Date(milliseconds: row[3])
                guard committed >= start else { break }
                notes.append(
                    VersionNote(
                        sequence: row[0], feed: row[1], revision: row[2], committed: committed,
                        published: (row[4] as Int64?).map(Date.init(milliseconds:))))
            }
            return notes
        }
    }

    /// What the records of the versions committed since `start` say, the newest first, at most `limit`.
    public func digests(since start: Date, limit: Int) throws(CatalogError) -> [VersionDigest] {
        try read { db in
            let select = """
                SELECT sequence, feed, committed, json_extract(CAST(record AS TEXT), '$.agency.code', '$.changeType', '$.headline', '$.link')
                FROM version ORDER BY sequence DESC LIMIT ?
                """
            let rows = try Row.fetchCursor(db, sql: select, arguments: [max(0, limit)])
            var digests: [VersionDigest] = []
            while let row = try rows.next() {
                let committed = Date(milliseconds: row[2])
                guard committed >= start else { break }
                let texts = try JSONDecoder().decode([String?].self, from: Data((row[3] as String? ?? "[]").utf8))
                guard texts.count == 4 else { continue }
                digests.append(
                    VersionDigest(
                        sequence: row[0], feed: row[1], committed: committed, agency: texts[0], change: texts[1], headline: texts[2],
                        link: texts[3]))
            }
            return digests
        }
    }

    /// When the first version after `sequence` was committed, if there is one.
    public func commitTime(after sequence: Int64) throws(CatalogError) -> Date? {
        try read { db in
            let select = "SELECT committed FROM version WHERE sequence > ? ORDER BY sequence LIMIT 1"
            return try Int64.fetchOne(db, sql: select, arguments: [sequence]).map(Date.init(milliseconds:))
        }
    }
}
