// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Foundation
import GRDB
import Stories
import TestSupport
import Testing

@Suite struct CommitTests {
    let directory: TemporaryDirectory
    let catalog: Catalog

    init() throws {
        directory = try TemporaryDirectory()
        catalog = try Catalog(directory: directory.path)
    }

    @Test func `commits new stories oldest first, with the records as they are`() async throws {
        let batch = Batch.of([.item(3, minute: 30), .item(2, minute: 20), .item(1, minute: 10)])
        let commitment = try await catalog.commit(batch)
        #expect(commitment.verdicts == ["new r1", "new r1", "new r1"])
        #expect(commitment.receipts.map(\.position) == [2, 1, 0])
        #expect(commitment.counts.new == 3 && commitment.lastSequence == 3)

        let versions = try await catalog.versions(after: 0, limit: 100)
        #expect(versions.map(\.sequence) == [1, 2, 3])
        #expect(versions.map(\.story) == commitment.receipts.map(\.id))
        let record = try Article(json: versions[0].record)
        #expect(record.text == batch.articles[2].text && record.id == versions[0].story && record.revision == 1)
        #expect(versions[0].committed == time() && versions[0].created == Date(timeIntervalSince1970: 1_772_366_400))
        #expect(versions[0].firstCreated == Date(timeIntervalSince1970: 1_772_359_800))
    }

    @Test func `takes items of one moment from the end of the document`() async throws {
        let commitment = try await catalog.commit(.of([.item(1), .item(2), .item(3)]))
        #expect(commitment.receipts.map(\.position) == [2, 1, 0])
    }

    @Test func `writes no version and no event but the poll's when nothing changed`() async throws {
        let items = (0..<40).map { Article.item($0) }
        _ = try await catalog.commit(.of(items))
        let again = try await catalog.commit(.of(items, at: 60))
        #expect(again.receipts.isEmpty && again.counts.unchanged == 40 && again.lastSequence == 40)
        #expect(again.lastLogSequence == 42)
        let last = try #require(try await catalog.lines().last)
        #expect(last.contains(#""ev":"poll","feed":"coast","status":200,"items":40,"new":0,"revised":0,"duplicate":0,"unchanged":40,"#))
    }

    @Test func `remembers once a day that an unchanged item is still there`() async throws {
        func seen() throws -> [Int64] {
            try DatabaseQueue(path: directory.path("catalog.sqlite")).read { db in
                try Int64.fetchAll(db, sql: "SELECT DISTINCT seen FROM identity ORDER BY seen")
            }
        }
        _ = try await catalog.commit(.of([.item(1)]))
        let first = try seen()
        _ = try await catalog.commit(.of([.item(1)], at: 86_000))
        #expect(try seen() == first)
        _ = try await catalog.commit(.of([.item(1)], at: 90_000))
        #expect(try seen() == first + [first[0] + 90_000_000])
    }

    @Test func `lets an unchanged item take no name that is another story's by now`() async throws {
        func names() throws -> [Row] {
            try DatabaseQueue(path: directory.path("catalog.sqlite")).read { try Row.fetchAll($0, sql: "SELECT * FROM identity") }
        }
        _ = try await catalog.commit(.of([.item(1)]))
        var other = Article.item(
            2, headline: "Sugar tax raised", text: "Parliament voted late on Monday to raise the tax on sugar, after nine hours.")
        other.canonicalLink = Article.item(1).canonicalLink
        other.effective = Article.Moment(utc: "2026-03-06T10:00:00Z", quality: "exact")
        #expect(try await catalog.commit(.of([other], at: 60)).receipts.map(\.code) == ["recycled-key"])
        let before = try names()
        #expect(try await catalog.commit(.of([.item(1)], at: 120)).counts.unchanged == 1)
        #expect(try names() == before)
    }

    @Test func `adds a revision to its story, a second later at least`() async throws {
        let new = try await catalog.commit(.of([.item(1)]))
        let revised = try await catalog.commit(
            .of([.item(1, text: "Ship 1 left the harbour on Sunday morning with 9 crates of oranges on board.")]))
        #expect(revised.verdicts == ["revision r2"] && revised.receipts[0].id == new.receipts[0].id && revised.counts.revised == 1)
        let versions = try await catalog.versions(after: 0, limit: 10)
        #expect(versions[1].created.timeIntervalSince(versions[0].created) == 1)
        let record = try Article(json: versions[1].record)
        #expect(record.supersedes == Article.item(1).hashes.content && record.matchedBy?.code == "key-guid")
    }

    @Test func `lets the items of one batch see each other`() async throws {
        let early = Article.item(1, minute: 1)
        let late = Article.item(1, text: "Ship 1 left the harbour on Sunday morning with 9 crates of oranges on board.", minute: 2)
        #expect(try await catalog.commit(.of([late, early])).verdicts == ["new r1", "revision r2"])
        #expect(try await catalog.commit(.of([late, early], at: 60)).counts.unchanged == 2)
    }

    @Test func `gives a recycled guid a story of its own`() async throws {
        let first = try await catalog.commit(.of([.item(1)]))
        var other = Article.item(
            2, headline: "Sugar tax raised", text: "Parliament voted late on Monday to raise the tax on sugar, after nine hours.")
        other.ids.guid = Article.item(1).ids.guid
        let second = try await catalog.commit(.of([other], at: 60))
        #expect(second.verdicts == ["new r1"] && second.receipts[0].code == "recycled-key")
        #expect(second.receipts[0].id != first.receipts[0].id)
        #expect(try await catalog.commit(.of([other], at: 120)).counts.unchanged == 1)
    }

    @Test func `publishes a text once for all feeds of a publisher, and remembers where else it was`() async throws {
        let new = try await catalog.commit(.of([.item(1)]))
        var copy = Article.item(1)
        (copy.ids.guid, copy.canonicalLink) = ("other-1", "https://world.example/1")
        let duplicate = try await catalog.commit(.of([copy], feed: "world", at: 60))
        #expect(duplicate.verdicts == ["duplicate r1"] && duplicate.receipts[0].id == new.receipts[0].id)
        #expect(duplicate.receipts[0].sequence == nil && duplicate.counts.duplicate == 1)
        #expect(try await catalog.commit(.of([copy], feed: "world", at: 120)).counts.unchanged == 1)

        let history = try #require(try CatalogReader(directory: directory.path).story(new.receipts[0].id))
        #expect(history.copies.map(\.feed) == ["world"] && history.versions.count == 1)
    }

    @Test func `publishes a text once for each publisher, with a pointer to the first`() async throws {
        let first = try await catalog.commit(.of([.item(1)]))
        var copy = Article.item(1)
        copy.feed.name = "paper"
        #expect(try await catalog.commit(.of([copy], feed: "paper", publisher: "paper")).verdicts == ["copy r1"])
        let record = try Article(json: try #require(try await catalog.versions(after: 1, limit: 1).first).record)
        #expect(record.copyOf == first.receipts[0].id && record.id != record.copyOf && record.text == copy.text)
    }

    @Test func `does not swing between two feeds that carry one story in two states`() async throws {
        let old = Article.item(1)
        let new = Article.item(1, text: "Ship 1 left the harbour on Sunday morning with 9 crates of oranges on board.", minute: 30)
        func inWorld(_ article: Article) -> Article {
            var copy = article
            (copy.ids.guid, copy.canonicalLink) = ("world-1", "https://world.example/1")
            copy.published?.utc = "2026-03-01T10:45:00Z"
            copy.effective.utc = "2026-03-01T10:45:00Z"
            return copy
        }
        _ = try await catalog.commit(.of([old]))
        #expect(try await catalog.commit(.of([new], at: 60)).verdicts == ["revision r2"])
        #expect(try await catalog.commit(.of([inWorld(old)], feed: "world", at: 120)).verdicts == ["duplicate r2"])
        for second in [180, 240] {
            #expect(try await catalog.commit(.of([inWorld(old)], feed: "world", at: second)).counts.unchanged == 1)
            #expect(try await catalog.commit(.of([new], at: second + 1)).counts.unchanged == 1)
        }
        #expect(try await catalog.commit(.of([inWorld(new)], feed: "world", at: 300)).counts.unchanged == 1)
        #expect(try await catalog.lastSequence() == 2)
    }

    @Test func `ends the revisions of a story with a clock in its text`() async throws {
        func ticking(_ n: Int) -> Article {
            .item(1, text: "It is \(n) o'clock in the harbour, and ship 1 is still here with its crates of oranges.")
        }
        for n in 0...24 { #expect(try await catalog.commit(.of([ticking(n)], at: n)).receipts.map(\.revision) == [n + 1]) }
        let capped = try await catalog.commit(.of([ticking(25)], at: 25))
        #expect(capped.receipts.isEmpty && capped.counts.churning == 1)
        #expect(try await catalog.lines().last?.contains(#""churning":1"#) == true)
    }

    @Test func `goes on with a report that grows, and counts anew when the headline changes`() async throws {
        let sentence =
            " At noon the harbour master of the northern coast counted the ships once more, and found that none of them was missing."
        var text = "Ship 1 entered the harbour on Sunday morning with oranges."
        for poll in 0..<40 {
            let commitment = try await catalog.commit(.of([.item(1, text: text)], at: poll * 60))
            #expect(commitment.receipts.map(\.revision) == [poll + 1])
            text += sentence
        }
        func clock(_ time: Int, headline: String) -> Article {
            .item(1, headline: headline, text: "It is \(time) now in the harbour of the coast.")
        }
        for (round, headline) in ["Clock of the harbour", "Clock of the northern harbour"].enumerated() {
            var revisions = 0
            for time in 0..<40 {
                let batch = Batch.of([clock(time + round * 100, headline: headline)], at: 10_000 + (round * 40 + time) * 60)
                revisions += try await catalog.commit(batch).counts.revised
            }
            #expect(revisions == 25)
        }
    }

    @Test func `buries a killed story once, and leaves it buried`() async throws {
        let story = try await catalog.commit(.of([.item(1)])).receipts[0]
        var kill = Article.item(1)
        kill.status = .canceled
        #expect(try await catalog.commit(.of([kill], at: 60)).verdicts == ["kill r2"])
        #expect(try await catalog.commit(.of([kill], at: 120)).counts.unchanged == 1)
        #expect(try await catalog.commit(.of([.item(1)], at: 180)).counts.unchanged == 1)
        let tombstone = try Article(json: try #require(try await catalog.versions(after: 1, limit: 1).first).record)
        #expect(tombstone.id == story.id && tombstone.status == .canceled && tombstone.text.isEmpty)
    }

    @Test func `cancels a story that the publisher deleted, if it is one of ours`() async throws {
        let story = try await catalog.commit(.of([.item(1)])).receipts[0]
        var batch = Batch.of([], at: 60)
        batch.deletions = [Withdrawal(id: "coast-1", reason: "The port was another."), Withdrawal(id: "never-seen")]
        let commitment = try await catalog.commit(batch)
        #expect(commitment.verdicts == ["withdrawn r2"] && commitment.receipts[0].id == story.id)
        let tombstone = try Article(json: try #require(try await catalog.versions(after: 1, limit: 1).first).record)
        #expect(tombstone.status == .canceled && tombstone.advisory == "The port was another.")
        #expect(try await catalog.commit(batch).receipts.isEmpty)
    }

    @Test func `hands out large records a few at a time`() async throws {
        _ = try await catalog.commit(.of([.item(1), .item(2), .item(3)]))
        try directory.sabotage("UPDATE version SET record = zeroblob(2500000)")
        #expect(try await catalog.versions(after: 0, limit: 100).map(\.sequence) == [1, 2])
        #expect(try await catalog.versions(after: 2, limit: 100).map(\.sequence) == [3])
    }

    @Test func `keeps the feed's totals, whatever the batch says`() async throws {
        _ = try await catalog.commit(.of([.item(1), .item(2)]))
        let second = try await catalog.commit(.of([.item(2), .item(3)], at: 60))
        #expect(second.feed.totalNew == 3 && second.feed.lastStory == time(60) && second.feed.identity == .guid)
        #expect(try await catalog.feedStates() == [second.feed])
    }

    @Test func `gives back every field of a feed's state`() async throws {
        var state = FeedState(name: "coast", url: "https://coast.example/feed.xml")
        (state.entityTag, state.lastModified) = ([0x22, 0xFF, 0x00, 0x22], Array("Sun, 01 Mar 2026 10:00:00 GMT".utf8))
        (state.lastPoll, state.lastSuccess, state.nextPoll, state.nextReason) = (time(1), time(2), time(3), "max-age 600")
        (state.lastStatus, state.lastItems, state.failures, state.failingSince) = (503, 34, 7, time(4))
        (state.errorStage, state.errorLabel, state.errorMessage) = ("fetch", "refused-503", "the server is busy")
        (state.unconditionalRequests, state.isGone, state.isPaused) = (3, true, true)
        (state.validatorsURL, state.lastDocument) = ("https://cdn.example/feed.xml", time(1))
        state.move = Move(to: "https://coast.example/new.xml", at: time(2)).seen("https://coast.example/new.xml", at: time(3))
        (state.adoptedURL, state.pace) = ("https://coast.example/new.xml", .seconds(420))
        state.detour = "https://cdn.example/feed.xml"
        (state.rhythm.pause, state.rhythm.pauseName) = (.seconds(3600), "ttl")
        (state.rhythm.skippedHours, state.rhythm.skippedDays) = (0x00FF_0001, 0b1100_0000)
        _ = try await catalog.commit(Batch(feed: state, publisher: "coast", at: time(5)))
        #expect(try await catalog.state(for: "coast", url: state.url) == state)
    }

    @Test func `drops the validators when a feed's address changes`() async throws {
        var batch = Batch.of([])
        (batch.feed.isGone, batch.feed.nextPoll, batch.feed.failures) = (true, time(900), 4)
        _ = try await catalog.commit(batch)
        #expect(try await catalog.state(for: "coast", url: batch.feed.url).entityTag == batch.feed.entityTag)
        let moved = try await catalog.state(for: "coast", url: "https://coast.example/new.xml")
        #expect(moved.entityTag == nil && moved.nextPoll == nil && !moved.isGone && moved.failures == 4)
        #expect(try await catalog.state(for: "new", url: "https://x.example/") == FeedState(name: "new", url: "https://x.example/"))
    }
}
