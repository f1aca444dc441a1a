// SPDX-License-Identifier: Apache-2.0
import GRDB
import GRDBSQLite

/// A statement that is compiled once for the connection, and whose arguments are bound where they stand.
///
/// For what every story takes. GRDB's own calls put the arguments into an array of boxes first and make an object of each row, which costs
/// more than most of these statements do.
struct Query {
    private let statement: Statement

    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
    }

    /// Executes a statement that has no rows.
    func run<each Argument: StatementBinding>(_ arguments: repeat each Argument) throws {
        defer { end() }
        try bind(repeat each arguments)
        while try step() {}
    }

    /// What `read` makes of the first row; nil without any.
    func first<each Argument: StatementBinding, Value>(
        _ arguments: repeat each Argument, read: (Columns) throws -> Value
    ) throws -> Value? {
        defer { end() }
        try bind(repeat each arguments)
        return try step() ? try read(Columns(statement: statement.sqliteStatement)) : nil
    }

    /// What `read` makes of each row, as long as `goesOn` holds before it.
    func all<each Argument: StatementBinding, Value>(
        _ arguments: repeat each Argument, while goesOn: () -> Bool = { true }, read: (Columns) throws -> Value
    ) throws -> [Value] {
        defer { end() }
        try bind(repeat each arguments)
        var values: [Value] = []
        while goesOn(), try step() { values.append(try read(Columns(statement: statement.sqliteStatement))) }
        return values
    }
}

extension Query {
    /// The columns of one row, from 0; valid until the next.
    struct Columns {
        fileprivate let statement: SQLiteStatement

        /// A column that is never NULL.
        subscript<Value: StatementColumnConvertible>(index: CInt) -> Value {
            get throws {
                if let value: Value = self[ifAny: index] { return value }
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "nothing stands in column \(index)", sql: sql)
            }
        }

        /// A column that may be NULL.
        subscript<Value: StatementColumnConvertible>(ifAny index: CInt) -> Value? {
            sqlite3_column_type(statement, index) == SQLITE_NULL ? nil : Value(sqliteStatement: statement, index: index)
        }

        private var sql: String { String(cString: sqlite3_sql(statement)) }
    }

    private func bind<each Argument: StatementBinding>(_ arguments: repeat each Argument) throws {
        // GRDB leaves a statement where it ended, and there nothing can be bound.
        end()
        var count: CInt = 0
        for argument in repeat each arguments {
            count += 1
            let code = argument.bind(to: statement.sqliteStatement, at: count)
            guard code == SQLITE_OK else { throw failure(code) }
        }
        precondition(count == sqlite3_bind_parameter_count(statement.sqliteStatement), "a statement gets all its arguments")
    }

    /// Goes to the next row, and tells whether there is one.
    private func step() throws -> Bool {
        let code = sqlite3_step(statement.sqliteStatement)
        guard code == SQLITE_ROW || code == SQLITE_DONE else { throw failure(code) }
        return code == SQLITE_ROW
    }

    /// Makes the statement ready for the next time; what SQLite returns here is the error that was thrown before.
    private func end() { _ = sqlite3_reset(statement.sqliteStatement) }

    private func failure(_ code: CInt) -> DatabaseError {
        let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(statement.sqliteStatement)))
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }
}
