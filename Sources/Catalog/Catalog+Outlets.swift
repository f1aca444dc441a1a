// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials
import GRDB

extension Catalog {
    /// The position of an outlet; one not seen before gets an id and begins at `start`.
    public func outlet(named name: String, startingAt start: OutletStart) throws(CatalogError) -> OutletPosition {
        try write { db in
            if let known = try OutletPosition.fetch(db, name: name) { return known }
            let last = try Counters.fetch(db).sequence
            let first =
                switch start {
                case .now: last
                case .beginning: Int64(0)
                case .after(let sequence): min(max(sequence, 0), last)
                }
            let id = UUID().uuidString.lowercased()
            let insert = "INSERT INTO outlet (name, id, prepared, published) VALUES (?, ?, ?, ?)"
            try db.execute(sql: insert, arguments: [name, id, first, first])
            return OutletPosition(name: name, id: id, preparedThrough: first, publishedThrough: first)
        }
    }

    /// The positions of all outlets, by name.
    public func outlets() throws(CatalogError) -> [OutletPosition] {
        try read(OutletPosition.fetchAll)
    }

    /// Records that every version up to `sequence` has its durable file; a position only rises.
    ///
    /// - Parameter published: every version up to here is published; recorded along with it, which costs nothing.
    public func setPrepared(_ name: String, through sequence: Int64, published: Int64 = 0) throws(CatalogError) {
        try write { db in
            guard sequence <= (try Counters.fetch(db).sequence) else { throw CatalogError.outletAhead(name: name) }
            try Catalog.raise("prepared", of: name, to: sequence, in: db)
            guard published <= sequence else { throw CatalogError.outletAhead(name: name) }
            if published > 0 { try Catalog.raise("published", of: name, to: published, in: db) }
        }
    }

    /// Records that every version up to `sequence` is published; a position only rises, and never above `preparedThrough`.
    ///
    /// - Parameter time: when their files became visible; nil where nobody saw it.
    public func setPublished(_ name: String, through sequence: Int64, at time: Date? = nil) throws(CatalogError) {
        try write { db in
            guard let outlet = try OutletPosition.fetch(db, name: name) else { throw CatalogError.noSuchOutlet(name: name) }
            guard sequence <= outlet.preparedThrough else { throw CatalogError.outletAhead(name: name) }
            try Catalog.raise("published", of: name, to: sequence, in: db)
            if let time, sequence > outlet.publishedThrough { try ReleaseTimes.note(name, through: sequence, at: time, in: db) }
        }
    }

    /// Takes the prepared position back to the published one, since the files between them were lost with their directory.
    ///
    /// The only case in which a position falls: what was on its way is published again, under the same names.
    public func forgetPrepared(_ name: String) throws(CatalogError) {
        try write { db in
            try db.execute(sql: "UPDATE outlet SET prepared = published WHERE name = ?", arguments: [name])
            guard db.changesCount == 1 else { throw CatalogError.noSuchOutlet(name: name) }
        }
    }

    /// Takes an outlet back to before the first version committed at `time` or later, so that all from there on is published again.
    ///
    /// - Parameter time: nil for the very first version.
    public func rewind(_ name: String, to time: Date?) throws(CatalogError) {
        try write { db in
            let sequence = try time.map { try Catalog.lastSequence(before: $0.milliseconds, in: db) } ?? 0
            let update = "UPDATE outlet SET prepared = min(prepared, ?), published = min(published, ?) WHERE name = ?"
            try db.execute(sql: update, arguments: [sequence, sequence, name])
            guard db.changesCount == 1 else { throw CatalogError.noSuchOutlet(name: name) }
        }
    }

    /// Versions are committed in the order of their numbers: halving finds the place.
    private static func lastSequence(before time: Int64, in db: Database) throws -> Int64 {
        let select = try db.cachedStatement(sql: "SELECT sequence, committed FROM version WHERE sequence > ? ORDER BY sequence LIMIT 1")
        var (low, high) = (Int64(0), try Counters.fetch(db).sequence)
        while low < high {
            let middle = low + (high - low) / 2
            guard let row = try Row.fetchOne(select, arguments: [middle]), (row[1] as Int64) < time else {
                high = middle
                continue
            }
            low = row[0]
        }
        return low
    }

    private static func raise(_ column: StaticString, of name: String, to sequence: Int64, in db: Database) throws {
        let update = try db.cachedStatement(sql: "UPDATE outlet SET \(column) = max(\(column), ?) WHERE name = ?")
        try update.execute(arguments: [sequence, name])
        guard db.changesCount == 1 else { throw CatalogError.noSuchOutlet(name: name) }
    }
}
