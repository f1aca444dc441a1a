// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Foundation
import TestSupport
import Testing

/// Stories that are known by their words, whatever their guids and links are.
@Suite struct LikenessTests {
    private let directory: TemporaryDirectory
    private let catalog: Catalog

    private static let flood = """
        Heavy rain swept away two bridges in the Lower Taro valley on Friday and cut off eleven villages, the regional council said.

        Helicopters carried food to Bedonia and Compiano, where the power failed during the night. Council president Ada Ferri asked the \
        government in Rome for field kitchens and engineers, and said that the road to Parma would stay closed until Monday at least.
        """

    init() throws {
        directory = try TemporaryDirectory()
        catalog = try Catalog(directory: directory.path)
    }

    private func flood(_ n: Int, _ more: String = "", minute: Int = 0, markers: [Article.Marker]? = nil, feed: String = "coast") -> Article
    {
        .item(n, feed: feed, headline: "Floods cut off villages in Taro valley", text: Self.flood + more, minute: minute, markers: markers)
    }

    private func record(_ sequence: Int64) async throws -> Article {
        try Article(json: try #require(try await catalog.versions(after: sequence - 1, limit: 1).first).record)
    }

    @Test func `joins a story that comes again, longer and under a new guid`() async throws {
        let first = try await catalog.commit(.of([flood(1)]))
        let second = try await catalog.commit(.of([flood(2, "\n\nSchools in the valley stay shut.", minute: 30)], at: 60))
        #expect(second.verdicts == ["revision r2"] && second.receipts[0].id == first.receipts[0].id)
        let revision = try await record(2)
        #expect(revision.supersedes == flood(1).hashes.content && revision.changeType == .update)
        let match = try #require(revision.matchedBy)
        #expect(match.code == "R7 text" && match.numbers?["C3"] == 1 && match.numbers?["dt"] == 0.5)
        #expect(revision.changes?.paragraphsAdded == 1 && revision.changes?.wordsRemoved == 0)
        #expect(
            try await catalog.commit(.of([flood(2, "\n\nSchools in the valley stay shut.", minute: 30)], at: 120)).counts.unchanged == 1)
    }

    @Test func `finds it after the catalog was closed, too`() async throws {
        _ = try await catalog.commit(.of([flood(1)]))
        try await catalog.close()
        let again = try Catalog(directory: directory.path)
        #expect(try await again.commit(.of([flood(2, "\n\nSchools stay shut.", minute: 30)], at: 60)).verdicts == ["revision r2"])
    }

    @Test func `keeps a doubt as a story of its own, with a pointer and its reason`() async throws {
        let first = try await catalog.commit(.of([.item(1, headline: "FERRI ASKS ROME FOR ENGINEERS", text: "")]))
        let full = Article.item(2, headline: "Ferri asks Rome for engineers and kitchens", text: Self.flood, minute: 12)
        let second = try await catalog.commit(.of([full], at: 60))
        #expect(second.verdicts == ["related r1"] && second.receipts[0].code == "snap" && second.receipts[0].id != first.receipts[0].id)
        #expect(try await record(2).related?.map(\.id) == [first.receipts[0].id])
        let history = try #require(try CatalogReader(directory: directory.path).story(second.receipts[0].id))
        #expect(history.decisions.map(\.verdict) == ["related"] && history.decisions[0].weighed.map(\.code) == ["snap"])
    }

    @Test func `keeps the next one of a series apart, and remembers why`() async throws {
        func market(_ n: Int, _ close: String, _ before: String, minute: Int) -> Article {
            .item(
                n, headline: "Shares close mixed in Parma",
                text: """
                    The Parma index closed at \(close) points, against \(before) the day before. Dealers said that trading was thin before \
                    the meeting of the central bank, and that exporters sold towards the end of the session. Volume was \(n)\(n)\(n) million \
                    shares on the day.
                    """, minute: minute)
        }
        _ = try await catalog.commit(.of([market(3, "1510.2", "1508.5", minute: 0)]))
        let next = try await catalog.commit(.of([market(4, "1519.7", "1510.2", minute: 40)], at: 60))
        #expect(next.verdicts == ["new r1"])
        let history = try #require(try CatalogReader(directory: directory.path).story(next.receipts[0].id))
        let weighed = try #require(history.decisions.first?.weighed.first)
        #expect(weighed.tier == "apart" && weighed.conflicts?.isEmpty == false)
        #expect(try await catalog.lines().last { $0.contains(#""verdict":"new""#) }?.contains(#""near":"tag:"#) == true)
    }

    @Test func `corrects and repeats a story that has another guid by now`() async throws {
        _ = try await catalog.commit(.of([flood(1)]))
        let text = Self.flood.replacing("eleven", with: "14").replacing("two", with: "three")
        let corrected = Article.item(
            2, headline: "Floods cut off villages in Taro valley", text: text, minute: 20, markers: [.init(.correction, raw: "CORRECTED-")])
        #expect(try await catalog.commit(.of([corrected], at: 60)).verdicts == ["correction r2"])
        var repeated = corrected
        (repeated.ids.guid, repeated.canonicalLink, repeated.markers) = ("coast-3", nil, [.init(.repetition, raw: "RPT-")])
        #expect(try await catalog.commit(.of([repeated], at: 120)).verdicts == ["repeat r3"])
    }

    @Test func `kills the story whose headline a withdrawal names`() async throws {
        let story = try await catalog.commit(.of([flood(1), .item(7)])).receipts[1]
        var kill = Article.item(
            2, headline: "Taro floods", text: "The story \"Floods cut off villages in Taro valley\" is withdrawn: it is of last year.",
            minute: 50, markers: [.init(.kill, raw: "STORY WITHDRAWN")])
        kill.status = .canceled
        let commitment = try await catalog.commit(.of([kill], at: 60))
        #expect(commitment.verdicts == ["kill r2"] && commitment.receipts[0].id == story.id)
        let tombstone = try await record(3)
        #expect(tombstone.text.isEmpty && tombstone.status == .canceled && tombstone.advisory == kill.text)
        (kill.ids.guid, kill.canonicalLink) = ("coast-9", nil)
        #expect(try await catalog.commit(.of([kill], at: 90)).counts.unchanged == 1)
        #expect(try await catalog.commit(.of([flood(3, " Again.", minute: 55)], at: 120)).verdicts == ["related r1"])
    }

    @Test func `lets an old state that comes late replace nothing`() async throws {
        _ = try await catalog.commit(.of([flood(1, "\n\nSchools in the valley stay shut.", minute: 30)]))
        #expect(try await catalog.commit(.of([flood(2, minute: 10)], at: 60)).verdicts == ["related r1"])
    }

    @Test func `says when an item is gone before it could scroll out, and kills nothing`() async throws {
        let items = [Article.item(3, minute: 30), .item(2, minute: 20), .item(1, minute: 10)]
        _ = try await catalog.commit(.of(items))
        _ = try await catalog.commit(.of([items[0], items[2]], at: 60))
        let gone = try await catalog.lines().filter { $0.contains(#""verdict":"withdrawn""#) }
        #expect(gone.count == 1 && gone[0].contains(#""code":"gone""#) && gone[0].contains("Harbour report number 2"))
        #expect(try await catalog.lastSequence() == 3)
        // What scrolled out at the end is no event, and what comes back is known.
        let last = try await catalog.commit(.of([items[0], items[1]], at: 120))
        #expect(last.counts.unchanged == 2)
        #expect(try await catalog.lines().count { $0.contains(#""verdict":"withdrawn""#) } == 1)
    }

    @Test func `knows an item that comes back after forty days, and its change`() async throws {
        let day = 86_400
        _ = try await catalog.commit(.of([.item(1, minute: 10), .item(2, minute: 20)]))
        for poll in 1...40 { _ = try await catalog.commit(.of([.item(2, minute: 20)], at: poll * day)) }
        #expect(try await catalog.commit(.of([.item(2, minute: 20), .item(1, minute: 10)], at: 41 * day)).counts.unchanged == 2)
        let changed = Article.item(1, text: "Ship 1 left the harbour on Sunday morning with 9 crates of oranges on board.", minute: 10)
        #expect(try await catalog.commit(.of([.item(2, minute: 20), changed], at: 42 * day)).verdicts == ["revision r2"])
    }

    @Test func `takes an outlet back to a moment`() async throws {
        _ = try await catalog.commit(.of([.item(1), .item(2)]))
        _ = try await catalog.commit(.of([.item(3)], at: 3600))
        _ = try await catalog.outlet(named: "main", startingAt: .now)
        try await catalog.rewind("main", to: time(3600))
        #expect(try await catalog.outlets().map(\.publishedThrough) == [2])
        try await catalog.rewind("main", to: time(9999))
        #expect(try await catalog.outlets().map(\.publishedThrough) == [2])
        try await catalog.rewind("main", to: nil)
        #expect(try await catalog.outlets().map(\.preparedThrough) == [0])
        await #expect(throws: CatalogError.noSuchOutlet(name: "desk")) { try await catalog.rewind("desk", to: nil) }
    }
}
