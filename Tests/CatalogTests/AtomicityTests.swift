// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Foundation
import GRDB
import Stories
import TestSupport
import Testing

@Suite struct AtomicityTests {
    let directory: TemporaryDirectory
    let catalog: Catalog

    init() throws {
        directory = try TemporaryDirectory()
        catalog = try Catalog(directory: directory.path)
    }

    /// Everything that a commit may change, in one string.
    private func contents() throws -> String {
        try DatabaseQueue(path: directory.path("catalog.sqlite")).read { db in
            try ["counters", "feed", "story", "version", "identity", "copy", "event", "outlet"].map { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map(\.description).joined(separator: "\n")
            }.joined(separator: "\n\n")
        }
    }

    @Test(arguments: ["version", "story", "identity", "event", "feed"])
    func `leaves everything as it was when a commit breaks in the middle`(table: String) async throws {
        _ = try await catalog.commit(.of([.item(1), .item(2)]))
        let before = try contents()
        let count = table == "event" || table == "identity" ? 8 : table == "feed" ? 0 : 4
        try directory.sabotage(
            """
            CREATE TRIGGER sabotage BEFORE INSERT ON \(table) WHEN (SELECT count(*) FROM \(table)) >= \(count)
            BEGIN SELECT RAISE(ABORT, 'sabotage'); END
            """)
        let batch = Batch.of([.item(1, text: "Ship 1 sank in the harbour on Monday.")] + (3..<20).map { .item($0) }, at: 60)
        await #expect(throws: CatalogError.self) { _ = try await catalog.commit(batch) }
        try directory.sabotage("DROP TRIGGER sabotage")
        #expect(try contents() == before)
        #expect(try await catalog.state(for: "coast", url: "https://coast.example/feed.xml").entityTag == Array("\"v0\"".utf8))

        let after = try await catalog.commit(batch)
        #expect(after.lastSequence == 20 && after.counts.new == 17 && after.counts.revised == 1)
        #expect(try await catalog.versions(after: 0, limit: 100).map(\.sequence) == Array(1...20))
        #expect(try await catalog.events(after: 0, limit: 100).map(\.sequence) == Array(1...after.lastLogSequence))
    }

    @Test func `says that the catalog is full, loses nothing, and goes on when there is room`() async throws {
        let small = try TemporaryDirectory()
        var full = try Catalog(directory: small.path, sizeLimit: 800_000)
        var committed: Int64 = 0
        let long = String(repeating: "Ships entered the harbour all day. ", count: 1000)
        await #expect(throws: CatalogError.full(path: small.path("catalog.sqlite"))) {
            for n in 1...100 { committed = try await full.commit(.of([.item(n, text: "\(n) \(long)")], at: n)).lastSequence }
        }
        #expect(committed > 2)
        #expect(try await full.lastSequence() == committed)
        #expect(try await full.state(for: "coast", url: "https://coast.example/feed.xml").entityTag == Array("\"v\(committed)\"".utf8))
        try await full.close()
        full = try Catalog(directory: small.path)
        #expect(try await full.commit(.of([.item(500)], at: 500)).lastSequence == committed + 1)
    }

    @Test func `decides once when two feeds bring one story at the same time`() async throws {
        let feeds = (0..<16).map { "feed\($0)" }
        let counts = try await withThrowingTaskGroup(of: VerdictCounts.self) { group in
            for feed in feeds {
                group.addTask { [catalog] in
                    var article = Article.item(1)
                    (article.ids.guid, article.canonicalLink) = ("\(feed)-1", "https://\(feed).example/1")
                    return try await catalog.commit(.of([article], feed: feed)).counts
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts.map(\.new).reduce(0, +) == 1 && counts.map(\.duplicate).reduce(0, +) == 15)
        #expect(try await catalog.versions(after: 0, limit: 100).count == 1)
    }

    @Test func `commits a thousand articles at once`() async throws {
        let articles = (0..<1000).map { Article.item($0, minute: $0 % 60) }
        let commitment = try await catalog.commit(.of(articles))
        #expect(commitment.counts.new == 1000 && Set(commitment.receipts.map(\.id)).count == 1000)
        #expect(try await catalog.versions(after: 0, limit: 2000).map(\.sequence) == Array(1...1000))
        #expect(try await catalog.events(after: 0, limit: 2000).map(\.sequence) == Array(1...1001))
    }

    @Test func `commits of one moment share the disk, and none fails for another`() async throws {
        try directory.sabotage("CREATE TRIGGER sabotage BEFORE INSERT ON feed WHEN new.name = 'feed7' BEGIN SELECT RAISE(ABORT, 'no'); END")
        let failed = await withTaskGroup(of: String?.self) { group in
            for number in 0..<40 {
                group.addTask { [catalog] in
                    let feed = "feed\(number)"
                    do {
                        _ = try await catalog.commit(.of([.item(1), .item(2)], feed: feed, publisher: feed))
                        return nil
                    } catch {
                        return feed
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }.compactMap { $0 }
        }
        #expect(failed == ["feed7"])
        #expect(try await catalog.versions(after: 0, limit: 1000).map(\.sequence) == Array(1...78))
        #expect(try await catalog.events(after: 0, limit: 1000).map(\.sequence) == Array(1...117))
        #expect(try await catalog.feedStates().count == 39)
    }

    @Test func `saves what a poll without news can change, and nothing of a feed that it does not know`() async throws {
        var state = try await catalog.commit(.of([.item(1), .item(2)])).feed
        (state.entityTag, state.lastPoll, state.nextPoll, state.failures) = (Array("\"v9\"".utf8), time(60), time(960), 7)
        var moved = state
        (moved.url, moved.entityTag) = ("https://elsewhere.example/", nil)
        try await catalog.save(unchanged: [state, moved, FeedState(name: "stranger", url: "https://stranger.example/")])
        let saved = try await catalog.feedStates()
        #expect(saved.map(\.name) == ["coast"])
        #expect(saved.map(\.entityTag) == [Array("\"v9\"".utf8)] && saved.map(\.nextPoll) == [time(960)])
        #expect(saved.map(\.totalNew) == [2] && saved.map(\.failures) == [0])
    }
}
