// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import GRDB

extension StoredVersion {
    private static let columns = """
        SELECT version.sequence, story.id, version.feed, version.revision, record, committed, version.created,
            first_effective
        FROM version JOIN story ON story.number = version.story
        """

    /// At most `limit` versions, and fewer where their records are large; one at least, if there is one.
    static func fetch(_ db: Database, after sequence: Int64, limit: Int) throws -> [StoredVersion] {
        let query = try Query(db, columns + " WHERE version.sequence > ? ORDER BY version.sequence LIMIT ?")
        var bytes = 0
        return try query.all(sequence, max(0, limit), while: { bytes < byteLimit }) { row in
            let version = try StoredVersion(row)
            bytes += version.record.count
            return version
        }
    }

    /// Records in memory at a time, but for the last of them.
    private static let byteLimit = 4 << 20

    /// All revisions of one story, the first first.
    static func fetch(_ db: Database, story number: Int64) throws -> [StoredVersion] {
        try Query(db, columns + " WHERE version.story = ? ORDER BY version.revision").all(number, read: StoredVersion.init)
    }

    private init(_ row: Query.Columns) throws {
        self.init(
            sequence: try row[0], story: try row[1], feed: try row[2], revision: try row[3], record: [UInt8](try row[4] as Data),
            committed: Date(milliseconds: try row[5]), created: Date(milliseconds: try row[6]),
            firstCreated: (row[ifAny: 7] as Int64?).map(Date.init(milliseconds:)))
    }
}

extension OutletPosition {
    static func fetch(_ db: Database, name: String) throws -> OutletPosition? {
        let select = try db.cachedStatement(sql: "SELECT name, id, prepared, published FROM outlet WHERE name = ?")
        return try Row.fetchOne(select, arguments: [name]).map(OutletPosition.init)
    }

    static func fetchAll(_ db: Database) throws -> [OutletPosition] {
        try Row.fetchAll(db, sql: "SELECT name, id, prepared, published FROM outlet ORDER BY name").map(OutletPosition.init)
    }

    private init(_ row: Row) {
        self.init(name: row[0], id: row[1], preparedThrough: row[2], publishedThrough: row[3])
    }
}

extension LogPosition {
    static func fetch(_ db: Database) throws -> LogPosition? {
        let select = "SELECT synced_sequence, synced_offset, log_device, log_inode FROM counters WHERE log_inode <> 0"
        return try Row.fetchOne(db, sql: select).map { row in
            LogPosition(
                sequence: row[0], offset: row[1], device: UInt64(bitPattern: row[2] as Int64), inode: UInt64(bitPattern: row[3] as Int64))
        }
    }
}
