// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Foundation
import TestSupport
import Testing

@Suite struct RebuildTests {
    let directory: TemporaryDirectory

    init() async throws {
        directory = try TemporaryDirectory()
        let catalog = try Catalog(directory: directory.path)
        _ = try await catalog.commit(.of((1...9).map { .item($0, minute: $0) }))
        _ = try await catalog.outlet(named: "main", startingAt: .beginning)
        try await catalog.close()
    }

    /// What a new catalog makes of the same items, after the file lost what `sql` deletes and learnt the stories of the log.
    private func rebuilt(without sql: String) async throws -> (Rebuilding, Commitment) {
        let catalog = try Catalog(directory: directory.path)
        let identifier = catalog.identifier
        let logged = try await catalog.versions(after: 0, limit: 100).map { version in
            let article = try Article(json: version.record)
            return LoggedStory(
                id: version.story, revision: 1, feed: version.feed, guid: article.ids.guid, headline: article.headline, time: time())
        }
        try await catalog.close()
        try directory.sabotage("PRAGMA foreign_keys = OFF")
        for statement in sql.split(separator: ";") { try directory.sabotage("\(statement)") }
        var rebuilding = Rebuilding()
        let fresh = try await Catalog.rebuild(directory.path, identifier: nil, publishers: Publishers(), &rebuilding)
        #expect(fresh.identifier == identifier)
        rebuilding.fromLog = try await fresh.absorb(logged, of: Publishers())
        try await fresh.settle(outlets: [("main", nil, 9)], log: nil, &rebuilding)
        return (rebuilding, try await fresh.commit(.of((1...10).map { .item($0, minute: $0) }, at: 120)))
    }

    @Test func `takes over everything of a file that can be read`() async throws {
        let (rebuilding, commitment) = try await rebuilt(without: "")
        #expect(rebuilding.versions == 9 && rebuilding.fromLog == 0 && rebuilding.lastSequence == 9)
        #expect(rebuilding.wholeTables.isSuperset(of: ["version", "story", "identity", "outlet"]))
        #expect(commitment.counts.unchanged == 9 && commitment.receipts.map(\.sequence) == [10])
    }

    @Test func `a story whose names are left is known by them, though nothing else of it is`() async throws {
        let (rebuilding, commitment) = try await rebuilt(
            without: "DELETE FROM version WHERE sequence > 3;DELETE FROM story WHERE number > 3")
        #expect(rebuilding.versions == 3 && rebuilding.fromLog == 6 && rebuilding.stories == 9)
        #expect(commitment.counts.unchanged == 9 && commitment.counts.new == 1)
    }

    @Test func `numbers that may have been given out are passed over where the counter is lost`() async throws {
        let (rebuilding, commitment) = try await rebuilt(without: "UPDATE counters SET sequence = 0")
        #expect(rebuilding.lastSequence == 100_009)
        #expect(commitment.receipts.map(\.sequence) == [100_010])
    }

    @Test func `events go on behind those that were saved where their counter is lost`() async throws {
        let (_, commitment) = try await rebuilt(without: "UPDATE counters SET log_sequence = 0")
        #expect(commitment.receipts.count == 1)
    }

    @Test(arguments: [true, false])
    func `another feed of the publisher brings the same text as a duplicate, also where outlets alone told of the story`(
        isConfigured: Bool
    ) async throws {
        let press = try Catalog(directory: directory.path("press"))
        _ = try await press.commit(.of([.item(1)], publisher: "press"))
        let found = try await press.versions(after: 0, limit: 10).map {
            RecoveredVersion(sequence: $0.sequence, record: $0.record, committed: time())
        }
        try await press.close()
        let publishers = Publishers(isConfigured ? ["coast": "press"] : [:])
        var rebuilding = Rebuilding()
        let fresh = try await Catalog.rebuild(
            directory.path("fresh"), identifier: nil, publishers: publishers, &rebuilding)
        #expect(try await fresh.absorb(found, of: publishers) == 1)
        try await fresh.settle(outlets: [], log: nil, &rebuilding)
        var sibling = Article.item(2, feed: "shore", headline: Article.item(1).headline, text: Article.item(1).text)
        sibling.published = Article.item(1).published
        let commitment = try await fresh.commit(.of([sibling], feed: "shore", publisher: "press", at: 120))
        #expect(commitment.verdicts == [isConfigured ? "duplicate r1" : "copy r1"])
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { !$0.hasSuffix("-shm") }.sorted()
    }

    private func rebuild() async throws -> Rebuilding {
        var rebuilding = Rebuilding()
        let fresh = try await Catalog.rebuild(directory.path, identifier: nil, publishers: Publishers(), &rebuilding)
        try await fresh.settle(outlets: [], log: nil, &rebuilding)
        try await fresh.close()
        return rebuilding
    }

    @Test func `the damaged file keeps its name until the new one is whole`() async throws {
        var rebuilding = try await rebuild()
        #expect(try names().filter { $0.hasPrefix("catalog") } == ["catalog.sqlite"])
        // As if interrupted here, and begun again.
        rebuilding = try await rebuild()
        try Catalog.install(rebuiltIn: directory.path, at: time(60), &rebuilding)
        #expect(try names().filter { $0.hasPrefix("catalog") }.count == 2)
        #expect(!(try names().contains("rebuilding")))
        #expect(rebuilding.setAside?.hasPrefix(directory.path("catalog.sqlite.damaged-")) == true)
        #expect(try await Catalog(directory: directory.path).versions(after: 0, limit: 100).count == 9)
    }

    @Test func `a file that was set aside when the power failed is read where it lies`() async throws {
        let old = directory.path("catalog.sqlite.damaged-2018-02-20T100000Z")
        try FileManager.default.moveItem(atPath: directory.path("catalog.sqlite"), toPath: old)
        var rebuilding = try await rebuild()
        #expect(rebuilding.versions == 9)
        try Catalog.install(rebuiltIn: directory.path, at: time(60), &rebuilding)
        #expect(rebuilding.setAside == old)
    }
}
