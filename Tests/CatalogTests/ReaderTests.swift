// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct ReaderTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    @Test func `says that there is no catalog, and makes none`() throws {
        #expect(throws: CatalogError.absent(path: directory.path("catalog.sqlite"))) { _ = try CatalogReader(directory: directory.path) }
        #expect(try directory.names().isEmpty)
    }

    @Test(.timeLimit(.minutes(10))) func `reads while the daemon writes, each time one moment of it`() async throws {
        let catalog = try Catalog(directory: directory.path)
        let reader = try CatalogReader(directory: directory.path)
        async let written: Int64 = {
            for n in 1...60 { _ = try await catalog.commit(.of([.item(2 * n), .item(2 * n + 1)], at: n)) }
            return try await catalog.lastSequence()
        }()
        var seen: Int64 = 0
        while seen < 120, !Task.isCancelled {
            let totals = try reader.totals()
            let last = try reader.lastSequence()
            #expect(totals.versions % 2 == 0 && last >= seen && last >= totals.versions)
            seen = last
        }
        #expect(try await written == 120)
        #expect(try reader.feedStates().map(\.totalNew) == [120])
    }

    @Test func `reads when no daemon runs`() async throws {
        let catalog = try Catalog(directory: directory.path)
        _ = try await catalog.commit(.of([.item(1)]))
        _ = try await catalog.outlet(named: "main", startingAt: .beginning)
        try await catalog.close()
        let reader = try CatalogReader(directory: directory.path)
        #expect(try reader.identifier() == catalog.identifier)
        let totals = try reader.totals()
        #expect(totals.stories == 1 && totals.versions == 1 && totals.lastCommit == time())
        #expect(try reader.outlets().map(\.name) == ["main"])
        #expect(try reader.versions(after: 0, limit: 10).map(\.revision) == [1])
        #expect(try reader.lastLogSequence() == 2)
    }

    @Test(.enabled(if: geteuid() == 0, "only root can read the catalog of another user"))
    func `leaves no file that the catalog's owner can't write`() async throws {
        let catalog = try Catalog(directory: directory.path)
        _ = try await catalog.commit(.of([.item(1)]))
        try await catalog.close()
        #expect(chown(directory.path("catalog.sqlite"), 1234, 1234) == 0)
        func read() throws -> Int { try CatalogReader(directory: directory.path).totals().versions }
        #expect(try read() == 1)
        for name in try directory.names() {
            let owner = try FileManager.default.attributesOfItem(atPath: directory.path(name))[.ownerAccountID] as? Int
            #expect(owner == 1234, "\(name)")
        }
    }

    @Test func `finds a story by any of its names`() async throws {
        let catalog = try Catalog(directory: directory.path)
        let id = try await catalog.commit(.of([.item(1), .item(2)])).receipts[0].id
        _ = try await catalog.commit(.of([.item(2, text: "Ship 2 left the harbour on Sunday, and 2 crates of oranges with it.")], at: 60))
        let reader = try CatalogReader(directory: directory.path)
        let key = try #require(id.split(separator: "/").last.map(String.init))
        for name in [id, key, "coast-2", "https://coast.example/story/2", "3"] {
            let story = try #require(try reader.story(name), "\(name)")
            #expect(story.id == id && story.publisher == "coast" && story.versions.map(\.revision) == [1, 2])
        }
        #expect(try reader.story("nothing") == nil)
    }
}
