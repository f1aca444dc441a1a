// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import GRDB

/// Reads what can still be read of a damaged catalog, row by row, into a new one.
struct Salvage {
    let source: Database
    let target: Database
    let publishers: Publishers

    /// The tables that are copied as they are, each with what its rows are ordered by; `version` is read through its records, `document` and
    /// the feeds' validators are left behind, so that every feed is read once more.
    private static let tables = [
        ("story", ["number"]), ("identity", ["digest"]), ("feed", ["name"]), ("outlet", ["name"]), ("copy", ["story", "feed", "key"]),
        ("sketch", ["sequence"]), ("decision", ["number"]), ("event", ["sequence"]),
    ]

    /// Copies all tables, and notes in `rebuilding` how much there was.
    func run(_ rebuilding: inout Rebuilding) throws {
        for (table, keys) in Self.tables {
            try note(table, of: &rebuilding) { direction, count in
                try copy(table, keys.map { "\($0) \(direction)" }.joined(separator: ", "), &count)
            }
        }
        try note("version", of: &rebuilding) { direction, count in try copyVersions(direction, &count) }
        // Rows of an older version come as they were.
        try Identities.move(target)
        try target.execute(sql: "UPDATE feed SET entity_tag = NULL, last_modified = NULL")
    }

    /// The numbers that were given out last; nil when they can't be read.
    func counters() -> Counters? {
        // What can't be read is the answer.
        try? Counters.fetch(source)
    }

    /// The catalog's UUID; nil when it can't be read.
    func identifier() -> String? {
        // What can't be read is the answer.
        try? String.fetchOne(source, sql: "SELECT catalog FROM counters")
    }
}

extension Salvage {
    /// From the first row on until one can't be read, then from the last row on backwards.
    private func note(_ table: String, of rebuilding: inout Rebuilding, _ copy: (String, inout Int) throws -> Void) throws {
        var count = 0
        defer { rebuilding.rows[table] = count }
        do {
            try copy("ASC", &count)
            rebuilding.wholeTables.insert(table)
        } catch let error as DatabaseError where error.isOfSource {
            do { try copy("DESC", &count) } catch let error as DatabaseError where error.isOfSource {}
        }
    }

    private func copy(_ table: String, _ order: String, _ count: inout Int) throws {
        let names = Set(try target.columns(in: table).map(\.name)).intersection(try source.columns(in: table).map(\.name)).sorted()
        guard !names.isEmpty else { return }
        let columns = names.joined(separator: ", ")
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        let insert = try target.makeStatement(sql: "INSERT OR IGNORE INTO \(table) (\(columns)) VALUES (\(marks))")
        let rows = try Row.fetchCursor(source, sql: "SELECT \(columns) FROM \(table) ORDER BY \(order)")
        while let row = try rows.next() {
            guard try insertion(of: StatementArguments(row.databaseValues), insert) else { continue }
            count += 1
        }
    }

    private func copyVersions(_ direction: String, _ count: inout Int) throws {
        let rows = try Row.fetchCursor(source, sql: "SELECT sequence, committed, record FROM version ORDER BY sequence \(direction)")
        while let row = try rows.next() {
            // Damage keeps to no type.
            guard let sequence = Int64.fromDatabaseValue(row[0]), let committed = Int64.fromDatabaseValue(row[1]),
                let record = Data.fromDatabaseValue(row[2])
            else { continue }
            let version = RecoveredVersion(sequence: sequence, record: [UInt8](record), committed: Date(milliseconds: committed))
            if try Absorption(db: target, publishers: publishers).absorb(version) == .added { count += 1 }
        }
    }

    /// False where the new catalog has the row, or would not have such a row.
    private func insertion(of arguments: StatementArguments, _ insert: Statement) throws -> Bool {
        do {
            try insert.execute(arguments: arguments)
            return target.changesCount > 0
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            return false
        }
    }
}

extension DatabaseError {
    /// It tells of the damage, not of trouble with the new file.
    fileprivate var isOfSource: Bool { [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_IOERR].contains(resultCode) }
}
