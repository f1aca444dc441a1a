// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials
import GRDB

extension Catalog {
    /// Commits events that belong to no batch, and returns the number of the last.
    @discardableResult
    public func append(_ events: [LogEvent], at time: Date) throws(CatalogError) -> Int64 {
        try write { db in
            var counters = try Counters.fetch(db)
            for event in events { try counters.append(event, at: time, in: db) }
            try counters.save(db)
            return counters.logSequence
        }
    }

    /// The greatest number of any event; 0 before the first.
    public func lastLogSequence() throws(CatalogError) -> Int64 {
        try read { try Counters.fetch($0).logSequence }
    }

    /// The events after `sequence` in order, at most `limit`.
    public func events(after sequence: Int64, limit: Int) throws(CatalogError) -> [StoredEvent] {
        try read { db in
            let query = try Query(db, "SELECT sequence, line FROM event WHERE sequence > ? ORDER BY sequence LIMIT ?")
            return try query.all(sequence, max(0, limit)) { StoredEvent(sequence: try $0[0], line: [UInt8](try $0[1] as Data)) }
        }
    }

    /// How far the log's file was durable when that was last recorded, or nil if it never was.
    public func logPosition() throws(CatalogError) -> LogPosition? {
        try read(LogPosition.fetch)
    }

    /// Records how far the log's file is durable: call it after the file was synced.
    public func setLogPosition(_ position: LogPosition) throws(CatalogError) {
        try write { db in
            let update = "UPDATE counters SET synced_sequence = ?, synced_offset = ?, log_device = ?, log_inode = ?"
            let (device, inode) = (Int64(bitPattern: position.device), Int64(bitPattern: position.inode))
            try db.execute(sql: update, arguments: [position.sequence, position.offset, device, inode])
        }
    }

    /// Forgets the events up to `sequence`, as far as they are durable in the log's file.
    public func pruneEvents(through sequence: Int64) throws(CatalogError) {
        try write { db in
            let delete = "DELETE FROM event WHERE sequence <= min(?, (SELECT synced_sequence FROM counters))"
            try db.execute(sql: delete, arguments: [sequence])
        }
    }
}
