// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import GRDB

/// The last numbers given out. They are saved in the transaction that uses them: a rollback gives them back.
struct Counters {
    /// The last version's.
    var sequence: Int64
    /// The last log event's.
    var logSequence: Int64

    static func fetch(_ db: Database) throws -> Counters {
        let select = try db.cachedStatement(sql: "SELECT sequence, log_sequence FROM counters")
        guard let row = try Row.fetchOne(select), let sequence = Int64.fromDatabaseValue(row[0]),
            let logSequence = Int64.fromDatabaseValue(row[1])
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the counters are gone") }
        return Counters(sequence: sequence, logSequence: logSequence)
    }

    func save(_ db: Database) throws {
        let update = try db.cachedStatement(sql: "UPDATE counters SET sequence = ?, log_sequence = ?")
        try update.execute(arguments: [sequence, logSequence])
    }

    /// Gives the event its number, and stores the exact bytes of its line.
    mutating func append(_ event: LogEvent, at time: Date, in db: Database) throws {
        logSequence += 1
        try Query(db, "INSERT INTO event (sequence, line) VALUES (?, ?)").run(logSequence, Data(event.line(seq: logSequence, at: time)))
    }
}
