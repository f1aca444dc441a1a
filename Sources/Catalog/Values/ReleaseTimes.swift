// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials
import GRDB

/// When versions became visible in one outlet, as far as its last releases tell.
public struct ReleaseTimes: Sendable, Hashable {
    /// Releases of an outlet that are remembered.
    private static let ring = 2048

    private struct Release: Sendable, Hashable {
        var through: Int64
        var time: Int64
    }

    /// Rising.
    private let releases: [Release]

    /// Releases in the order of their times, each of all versions up to one.
    public init(_ releases: [(through: Int64, time: Date)]) {
        self.releases = releases.map { Release(through: $0.through, time: $0.time.milliseconds) }
    }

    /// The release that brought the version; nil where it is not published, or that is too long ago.
    public func time(of sequence: Int64) -> Date? {
        var (low, high) = (0, releases.count)
        while low < high {
            let middle = (low + high) / 2
            if releases[middle].through < sequence { low = middle + 1 } else { high = middle }
        }
        // What came before the first one that is remembered may have come long before.
        guard low < releases.count, low > 0 || releases.count < Self.ring else { return nil }
        return Date(milliseconds: releases[low].time)
    }
}

extension ReleaseTimes {
    static func note(_ outlet: String, through sequence: Int64, at time: Date, in db: Database) throws {
        try db.cachedStatement(sql: "UPDATE outlet SET releases = releases + 1 WHERE name = ?").execute(arguments: [outlet])
        let insert = """
            INSERT OR REPLACE INTO release (outlet, slot, through, time) SELECT name, releases % \(ring), ?, ? FROM outlet WHERE name = ?
            """
        try db.cachedStatement(sql: insert).execute(arguments: [sequence, time.milliseconds, outlet])
    }

    static func fetch(_ db: Database, outlet: String) throws -> ReleaseTimes {
        let select = "SELECT through, time FROM release WHERE outlet = ? ORDER BY through, time"
        let rows = try Row.fetchAll(db, sql: select, arguments: [outlet])
        return ReleaseTimes(rows.map { (through: $0[0], time: Date(milliseconds: $0[1])) })
    }
}

extension CatalogReader {
    /// When the last files of an outlet became visible.
    public func releaseTimes(of outlet: String) throws(CatalogError) -> ReleaseTimes {
        try read { db in try ReleaseTimes.fetch(db, outlet: outlet) }
    }
}
