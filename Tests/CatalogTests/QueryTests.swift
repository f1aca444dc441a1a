// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Testing

@testable import Catalog

struct QueryTests {
    private let database: DatabaseQueue

    init() throws {
        database = try DatabaseQueue()
        try database.write { try $0.execute(sql: "CREATE TABLE thing (number INTEGER PRIMARY KEY, name TEXT, bytes BLOB NOT NULL) STRICT") }
    }

    @Test func `reads what it wrote, also where nothing stands`() throws {
        try database.write { db in
            let insert = try Query(db, "INSERT INTO thing (number, name, bytes) VALUES (?, ?, ?)")
            try insert.run(Int64(1), "Schiff ⚓", Data([0, 1, 255]))
            try insert.run(Int64(2), String?.none, Data())
            let select = try Query(db, "SELECT number, name, bytes FROM thing WHERE number >= ? ORDER BY number")
            let rows = try select.all(Int64(1)) { row in (try row[0] as Int64, row[ifAny: 1] as String?, try row[2] as Data) }
            #expect(rows.map(\.0) == [1, 2])
            #expect(rows.map(\.1) == ["Schiff ⚓", nil])
            #expect(rows.map(\.2) == [Data([0, 1, 255]), Data()])
            #expect(try select.first(Int64(2)) { try $0[0] as Int64 } == 2)
            #expect(try select.first(Int64(3)) { try $0[0] as Int64 } == nil)
        }
    }

    @Test func `reads no further than asked`() throws {
        try database.write { db in
            for number in 1...5 { try Query(db, "INSERT INTO thing (number, bytes) VALUES (?, ?)").run(number, Data()) }
            var sum = 0
            let read = try Query(db, "SELECT number FROM thing").all(while: { sum < 3 }) { row in
                let number: Int = try row[0]
                sum += number
                return number
            }
            #expect(read == [1, 2])
        }
    }

    @Test func `throws what SQLite says, and can be used again`() throws {
        try database.write { db in
            let insert = try Query(db, "INSERT INTO thing (number, bytes) VALUES (?, ?)")
            try insert.run(1, Data())
            let error = #expect(throws: DatabaseError.self) { try insert.run(1, Data()) }
            #expect(error?.resultCode == .SQLITE_CONSTRAINT)
            #expect(error?.message == "UNIQUE constraint failed: thing.number")
            try insert.run(2, Data())
        }
    }

    @Test func `takes nothing for a value where there must be one`() throws {
        try database.write { db in
            try Query(db, "INSERT INTO thing (number, bytes) VALUES (?, ?)").run(1, Data())
            let error = #expect(throws: DatabaseError.self) { _ = try Query(db, "SELECT name FROM thing").first { try $0[0] as String } }
            #expect(error?.resultCode == .SQLITE_CORRUPT)
        }
    }

    @Test func `shares its statement with GRDB`() throws {
        try database.write { db in
            let insert = "INSERT INTO thing (number, bytes) VALUES (?, ?)"
            try db.cachedStatement(sql: insert).execute(arguments: [1, Data()])
            try Query(db, insert).run(2, Data())
            try db.cachedStatement(sql: insert).execute(arguments: [3, Data()])
            #expect(try Int.fetchAll(db, sql: "SELECT number FROM thing ORDER BY number") == [1, 2, 3])
        }
    }
}
