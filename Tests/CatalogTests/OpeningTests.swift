// SPDX-License-Identifier: Apache-2.0
import Articles
import Foundation
import GRDB
import Glibc
import Stories
import TestSupport
import Testing

@testable import Catalog

@Suite struct OpeningTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `makes a private directory and file, and the directories above`() async throws {
        let state = directory.path("var/lib/wirespool")
        _ = try Catalog(directory: state)
        #expect(try mode(state) == 0o700 && mode(directory.path("var")) == 0o700)
        #expect(try mode(state + "/catalog.sqlite") == 0o600)
    }

    @Test func `keeps everything when it is opened again`() async throws {
        var catalog = try Catalog(directory: directory.path)
        let identifier = catalog.identifier
        let outlet = try await catalog.outlet(named: "main", startingAt: .beginning)
        let first = try await catalog.commit(.of([.item(1), .item(2)]))
        let versions = try await catalog.versions(after: 0, limit: 10)
        let lines = try await catalog.lines()
        try await catalog.close()

        catalog = try Catalog(directory: directory.path)
        #expect(catalog.identifier == identifier && UUID(uuidString: identifier) != nil)
        #expect(try await catalog.versions(after: 0, limit: 10) == versions)
        #expect(try await catalog.lines() == lines)
        #expect(try await catalog.feedStates() == [first.feed])
        #expect(try await catalog.outlet(named: "main", startingAt: .now) == outlet)
        #expect(try await catalog.commit(.of([.item(1), .item(2)], at: 60)).counts.unchanged == 2)
    }

    @Test func `writes in WAL mode with full synchronisation`() async throws {
        let catalog = try Catalog(directory: directory.path)
        _ = try await catalog.commit(.of([.item(1)]))
        #expect(FileManager.default.fileExists(atPath: directory.path("catalog.sqlite-wal")))
    }

    @Test func `begins anew where the power failed while the file was made, and its journal is still to be rolled back`() async throws {
        // SQLite's rollback journal: its magic number, no page yet, and the length of the file before, which was none.
        var journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7] + [UInt8](repeating: 0, count: 12)
        journal += [0, 0, 2, 0, 0, 0, 0x10, 0] + [UInt8](repeating: 0, count: 484)
        try Data(journal).write(to: URL(fileURLWithPath: directory.path("catalog.sqlite-journal")))
        try Data([UInt8](repeating: 0, count: 4096)).write(to: URL(fileURLWithPath: directory.path("catalog.sqlite")))
        #expect(throws: CatalogError.absent(path: directory.path("catalog.sqlite"))) { _ = try CatalogReader(directory: directory.path) }
        let catalog = try Catalog(directory: directory.path)
        #expect(try await catalog.commit(.of([.item(1)])).counts.new == 1)
    }

    @Test func `keeps the validators and the next poll of an older version's feeds`() async throws {
        try FileManager.default.createDirectory(atPath: directory.path, withIntermediateDirectories: true)
        let old = try DatabaseQueue(path: directory.path("catalog.sqlite"))
        try Schema.migrator.migrate(old, upTo: "2-likeness")
        let insert = """
            INSERT INTO feed (name, url, entity_tag, last_modified, next_poll, failures, unconditional_requests, permanent_redirect,
                is_gone, total_new, total_revised, total_duplicate)
            VALUES ('coast', 'https://coast.example/', CAST('"1"' AS BLOB), CAST('then' AS BLOB), 900000, 0, 1, 'https://new.example/', 0, 7, 2, 1)
            """
        try await old.write { try $0.execute(sql: insert) }
        try old.close()
        let state = try await Catalog(directory: directory.path).state(for: "coast", url: "https://coast.example/")
        #expect(state.entityTag == Array("\"1\"".utf8) && state.lastModified == Array("then".utf8))
        #expect(state.nextPoll == Date(timeIntervalSince1970: 900) && state.totalNew == 7 && state.unconditionalRequests == 1)
        #expect(state.move == nil && !state.isPaused && state.rhythm == PublisherRhythm())
    }

    @Test func `refuses the catalog of a newer version, and leaves it intact`() async throws {
        let catalog = try Catalog(directory: directory.path)
        _ = try await catalog.commit(.of([.item(1)]))
        try await catalog.close()
        try directory.sabotage("INSERT INTO grdb_migrations (identifier) VALUES ('99-from-the-future')")
        let before = try directory.read("catalog.sqlite")
        let newer = CatalogError.newerVersion(path: directory.path("catalog.sqlite"))
        #expect(throws: newer) { _ = try Catalog(directory: directory.path) }
        #expect(throws: newer) { _ = try CatalogReader(directory: directory.path) }
        #expect(try directory.read("catalog.sqlite") == before)
        #expect(newer.label == "newer-version" && newer.message.contains("upgrade"))
    }

    @Test func `knows every story of a catalog whose names were not yet kept by feed`() async throws {
        let catalog = try Catalog(directory: directory.path)
        let copy = { (n: Int) in Article.item(n, feed: "coast-2", headline: "Harbour report number \(n) from the northern coast") }
        _ = try await catalog.commit(.of((1...20).map { .item($0, minute: $0) }))
        let second = try await catalog.commit(.of((1...3).map(copy), feed: "coast-2"))
        #expect(second.counts.duplicate == 3)
        _ = try await catalog.commit(
            .of([.item(1, text: "The ship left again on Monday with all of its oranges, said the harbour master.")], at: 60))
        try await catalog.close()
        try directory.sabotage("UPDATE identity SET digest = substr(digest, 5)")
        try directory.sabotage("DELETE FROM document")
        try directory.sabotage("DELETE FROM grdb_migrations WHERE identifier = '5-names-by-feed'")
        let moved = try Catalog(directory: directory.path)
        let again = try await moved.commit(.of((2...20).map { .item($0, minute: $0) }, at: 120))
        #expect(again.counts.unchanged == 19 && again.verdicts == [])
        let copies = try await moved.commit(.of((1...4).map(copy), feed: "coast-2", at: 180))
        #expect(copies.counts.duplicate + copies.counts.unchanged == 4 && copies.counts.new + copies.counts.revised == 0)
    }

    @Test func `reads no catalog of an older version, and says who brings it up to date`() async throws {
        try await Catalog(directory: directory.path).close()
        try directory.sabotage("DELETE FROM grdb_migrations WHERE rowid = (SELECT max(rowid) FROM grdb_migrations)")
        let older = CatalogError.olderVersion(path: directory.path("catalog.sqlite"))
        #expect(throws: older) { _ = try CatalogReader(directory: directory.path) }
        #expect(older.label == "older-version" && older.message.contains("wirespool fetch"))
        try directory.sabotage("DELETE FROM grdb_migrations")
        #expect(throws: CatalogError.absent(path: directory.path("catalog.sqlite"))) { _ = try CatalogReader(directory: directory.path) }
    }

    @Test func `refuses a file that is no catalog, and leaves it intact`() throws {
        let garbage = Array(repeating: UInt8(0x5A), count: 8192)
        try directory.write(garbage, to: "catalog.sqlite")
        let error = #expect(throws: CatalogError.self) { _ = try Catalog(directory: directory.path) }
        #expect(error?.label == "damaged")
        #expect(try directory.read("catalog.sqlite") == garbage)
    }

    @Test(arguments: [4096, 16384])
    func `takes as many pages for its limits as the file's own size makes`(size: Int) throws {
        try StateDirectory.create(directory.path)
        let path = directory.path("catalog.sqlite")
        if size == 4096 {
            let old = try DatabaseQueue(path: path)
            try old.vacuum()
            try old.close()
        }
        for _ in 1...2 {
            let (database, _) = try CatalogFile.open(path, sizeLimit: 1 << 20)
            let pages = try database.inDatabase { db in
                try ["page_size", "max_page_count", "wal_autocheckpoint"].map { try Int.fetchOne(db, sql: "PRAGMA \($0)") }
            }
            #expect(pages == [size, (1 << 20) / size, (16 << 20) / size])
            try database.close()
        }
    }

    @Test func `tells a damaged page from other trouble`() async throws {
        var catalog = try Catalog(directory: directory.path)
        _ = try await catalog.commit(.of((0..<200).map { .item($0) }))
        try await catalog.close()
        var bytes = try directory.read("catalog.sqlite")
        for page in stride(from: 16384, to: bytes.count, by: 16384) {
            bytes.replaceSubrange(page..<page + 512, with: Array(repeating: 0xA5, count: 512))
        }
        try directory.write(bytes, to: "catalog.sqlite")
        let error = await #expect(throws: CatalogError.self) {
            catalog = try Catalog(directory: directory.path)
            _ = try await catalog.commit(.of([.item(1)], at: 60))
        }
        #expect(error?.label == "damaged")
    }

    @Test func `says what is in the way of the directory`() throws {
        try directory.write("a file", to: "state")
        let error = #expect(throws: CatalogError.self) { _ = try Catalog(directory: directory.path("state")) }
        #expect(error?.label == "inaccessible")
    }

    @Test func `refuses everything after it was closed`() async throws {
        let catalog = try Catalog(directory: directory.path)
        try await catalog.close()
        await #expect(throws: CatalogError.self) { _ = try await catalog.commit(.of([.item(1)])) }
        await #expect(throws: CatalogError.self) { _ = try await catalog.lastSequence() }
        await #expect(throws: CatalogError.self) { try await catalog.close() }
    }
}

@Suite struct LockTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    @Test func `lets one holder in, and says who that is`() throws {
        var lock: CatalogLock? = try CatalogLock(directory: directory.path, command: "wirespool run", at: time())
        let holder = "wirespool run, pid \(ProcessInfo.processInfo.processIdentifier), since 2026-03-01T12:00:00Z"
        #expect(throws: CatalogError.held(by: holder)) {
            _ = try CatalogLock(directory: directory.path, command: "wirespool fetch", at: time())
        }
        #expect(lock != nil)
        lock = nil
        let next = try CatalogLock(directory: directory.path, command: "wirespool fetch", at: time(1))
        #expect(String(decoding: try directory.read("lock"), as: UTF8.self).hasPrefix("wirespool fetch, pid "))
        withExtendedLifetime(next) {}
    }

    @Test func `is free again when its holder was killed`() throws {
        let holder = try ChildProcess(
            "/usr/bin/flock", ["--no-fork", directory.path("lock"), "/bin/sh", "-c", "echo held; exec sleep 1000"])
        holder.output.waits(for: "held")
        #expect(throws: CatalogError.self) { _ = try CatalogLock(directory: directory.path, command: "test", at: time()) }
        holder.send(SIGKILL)
        _ = holder.end()
        _ = try CatalogLock(directory: directory.path, command: "test", at: time())
    }
}
