// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials
import GRDB
import Glibc

extension Catalog {
    /// Makes a new catalog, in a workshop beside the damaged one, of what can still be read of that.
    ///
    /// Take the `CatalogLock` first. Afterwards give it what outlets and log tell, call `settle`, close it, and `install` it. Until then
    /// the damaged file stays where it is, so that whatever ends this half-way costs nothing.
    ///
    /// - Parameter identifier: the catalog's UUID as the outlets know it, for the case that the file no longer tells.
    public static func rebuild(
        _ directory: String, identifier: String?, publishers: Publishers, _ rebuilding: inout Rebuilding
    ) async throws(CatalogError) -> Catalog {
        let damaged = try DamagedCatalog(directory: directory)
        let catalog = try Catalog(directory: damaged.emptyWorkshop())
        try await catalog.salvage(from: damaged.file, identifier: identifier, publishers, &rebuilding)
        try await catalog.close()
        return try Catalog(directory: damaged.workshop)
    }

    /// Gives the new catalog, complete and closed, its name; the damaged one is kept under another.
    public static func install(rebuiltIn directory: String, at time: Date, _ rebuilding: inout Rebuilding) throws(CatalogError) {
        rebuilding.setAside = try DamagedCatalog(directory: directory).replace(at: time)
    }

    /// Takes in what outlets hold and the catalog lacks; returns how many versions were added.
    public func absorb(_ versions: [RecoveredVersion], of publishers: Publishers) throws(CatalogError) -> Int {
        try write { db in try versions.count { try Absorption(db: db, publishers: publishers).absorb($0) == .added } }
    }

    /// Takes in stories that only the log knows; returns how many.
    public func absorb(_ stories: [LoggedStory], of publishers: Publishers) throws(CatalogError) -> Int {
        try write { db in try stories.count { try Absorption(db: db, publishers: publishers).absorb($0) } }
    }

    /// Ends a rebuilding: no number is given out again, the log goes on where it ends, and outlets publish nothing twice.
    ///
    /// - Parameters:
    ///   - seen: the greatest number of any file in each outlet; the outlet's id as its directory says.
    ///   - log: how far the log goes; nil where there is none.
    public func settle(
        outlets seen: [(name: String, id: String?, last: Int64)], log: LogPosition?, _ rebuilding: inout Rebuilding
    ) throws(CatalogError) {
        var result = rebuilding
        try write { db in
            var counters = try Counters.fetch(db)
            let stored = "SELECT max(ifnull((SELECT max(sequence) FROM version), 0), ifnull((SELECT max(number) FROM story), 0))"
            let found = max(try Int64.fetchOne(db, sql: stored) ?? 0, seen.map(\.last).max() ?? 0)
            // Where the counter was lost, or is that of an older copy, files that were taken may have had greater numbers: gaps do no harm.
            if found > counters.sequence { counters.sequence = found + Catalog.margin }
            let events = try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM event") ?? 0
            counters.logSequence = max(counters.logSequence, events, log?.sequence ?? 0)
            try counters.save(db)
            for outlet in seen { try Catalog.place(outlet, counters, &result, in: db) }
            result.lastSequence = counters.sequence
            result.versions = try Int.fetchOne(db, sql: "SELECT count(*) FROM version") ?? 0
            result.stories = try Int.fetchOne(db, sql: "SELECT count(*) FROM story") ?? 0
        }
        if let log { try setLogPosition(log) }
        rebuilding = result
    }
}

extension Catalog {
    /// Numbers that are passed over where nobody knows how many were given out.
    private static let margin: Int64 = 100_000

    private func salvage(
        from damaged: String?, identifier: String?, _ publishers: Publishers, _ rebuilding: inout Rebuilding
    ) throws(CatalogError) {
        var result = rebuilding
        // A file that can't even be opened has nothing to give.
        let source = damaged.flatMap { try? DatabaseQueue(path: $0) }
        try write { db in
            var found: (counters: Counters?, identifier: String?) = (nil, nil)
            try source?.inDatabase { source in
                let salvage = Salvage(source: source, target: db, publishers: publishers)
                try salvage.run(&result)
                found = (salvage.counters(), salvage.identifier())
            }
            try found.counters?.save(db)
            guard let name = found.identifier ?? identifier else { return }
            try db.execute(sql: "UPDATE counters SET catalog = ?", arguments: [name])
        }
        rebuilding = result
    }

    /// An outlet whose position is known keeps it; of another, what lies there is published, and so is what was before.
    private static func place(
        _ outlet: (name: String, id: String?, last: Int64), _ counters: Counters, _ rebuilding: inout Rebuilding, in db: Database
    ) throws {
        if let known = try OutletPosition.fetch(db, name: outlet.name) {
            let last = max(known.preparedThrough, outlet.last)
            try db.execute(
                sql: "UPDATE outlet SET prepared = ?, published = max(published, ?) WHERE name = ?",
                arguments: [last, outlet.last, outlet.name])
            return
        }
        guard let id = outlet.id else { return }
        let last = outlet.last > 0 ? outlet.last : counters.sequence
        rebuilding.guessed[outlet.name] = last
        try db.execute(
            sql: "INSERT INTO outlet (name, id, prepared, published) VALUES (?, ?, ?, ?)", arguments: [outlet.name, id, last, last])
    }
}
