// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Foundation
import TestSupport
import Testing

@Suite struct LogLineTests {
    private func text(_ event: LogEvent) -> String {
        String(decoding: event.line(seq: 812, at: time()), as: UTF8.self)
    }

    private static let factories: [(LogEvent, String)] = [
        (
            .failed(feed: "coast", stage: "fetch", label: "refused-503", message: "busy", next: time(60)),
            #""ev":"failed","feed":"coast","stage":"fetch","class":"refused-503","message":"busy","next":"2026-03-01T12:01:00Z"}"#
        ),
        (
            .recovered(feed: "coast", failures: 3, since: time()),
            #""ev":"recovered","feed":"coast","failures":3,"since":"2026-03-01T12:00:00Z"}"#
        ),
        (
            .moved(feed: "coast", status: 301, target: "https://new.example/", state: "seen"),
            #""ev":"moved","feed":"coast","status":301,"target":"https://new.example/","state":"seen"}"#
        ),
        (.ordered(feed: "coast", isPaused: true), #""ev":"paused","feed":"coast"}"#),
        (.gone(feed: "coast", status: 410), #""ev":"gone","feed":"coast","status":410}"#),
        (.gap(feed: "coast", items: 30, since: nil), #""ev":"gap","feed":"coast","items":30}"#),
        (.outlet("main", state: "full", message: "no space"), #""ev":"outlet","outlet":"main","state":"full","message":"no space"}"#),
        (.started(version: "0.1.0", pid: 12, feeds: 3), #""ev":"started","version":"0.1.0","pid":12,"feeds":3}"#),
        (.stopped(reason: "SIGTERM"), #""ev":"stopped","reason":"SIGTERM"}"#),
        (.reloaded(feeds: 4), #""ev":"reloaded","feeds":4}"#),
        (.reloadRefused(message: "line 3"), #""ev":"reload-refused","message":"line 3"}"#),
    ]

    @Test(arguments: factories)
    func `writes the fixed members first`(event: LogEvent, rest: String) {
        #expect(text(event) == #"{"v":1,"seq":812,"ts":"2026-03-01T12:00:00.250Z","# + rest + "\n")
    }

    @Test(arguments: ["ü", "語", "👩‍👩‍👧‍👦", "\u{1}", "\"", "e\u{301}"])
    func `keeps a line within 8 KB, and cuts between characters`(character: Character) throws {
        let long = String(repeating: character, count: 20_000)
        let event = LogEvent("story", feed: "coast").with("guid", long).with("link", long).with("headline", long).with("code", "R3")
        let line = event.line(seq: 1, at: time())
        #expect(line.count <= LogEvent.longestLine && line.last == UInt8(ascii: "\n"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        let headline = try #require(object["headline"] as? String)
        #expect(headline.last == "…" && headline.dropLast().allSatisfy { $0 == character } && headline.count > 1)
        #expect(object["code"] as? String == "R3")
    }

    @Test func `cuts nothing that fits`() {
        let headline = String(repeating: "x", count: 6000)
        #expect(text(LogEvent("story").with("headline", headline)).contains("\"\(headline)\""))
    }

    @Test func `bounds a line of nothing but one endless character`() {
        let zalgo = "e" + String(repeating: "\u{301}", count: 100_000)
        #expect(LogEvent("story").with("headline", zalgo).line(seq: 1, at: time()).count <= LogEvent.longestLine)
    }
}

@Suite struct LogEventTests {
    let directory: TemporaryDirectory
    let catalog: Catalog

    init() throws {
        directory = try TemporaryDirectory()
        catalog = try Catalog(directory: directory.path)
    }

    @Test func `numbers the events of a batch in order: given, stories, rejections, poll`() async throws {
        var batch = Batch.of([.item(1)])
        batch.events = [.recovered(feed: "coast", failures: 1, since: nil)]
        batch.rejections = [Rejection(position: 4, id: "g4", reason: "neither headline nor text")]
        batch.feed.nextPoll = time(300)
        let commitment = try await catalog.commit(batch)
        let id = commitment.receipts[0].id
        let head = { (seq: Int) in #"{"v":1,"seq":\#(seq),"ts":"2026-03-01T12:00:00.250Z","ev":"# }
        #expect(
            try await catalog.lines() == [
                head(1) + #""recovered","feed":"coast","failures":1}"# + "\n",
                head(2) + #""story","feed":"coast","verdict":"new","story":"\#(id)","rev":1,"guid":"coast-1","#
                    + #""link":"https://coast.example/story/1?utm_source=rss","headline":"Harbour report number 1 from the northern coast"}"#
                    + "\n",
                head(3) + #""story","feed":"coast","verdict":"rejected","guid":"g4","item":4,"message":"neither headline nor text"}"#
                    + "\n",
                head(4) + #""poll","feed":"coast","status":200,"items":1,"new":1,"revised":0,"duplicate":0,"unchanged":0,"rejected":1,"#
                    + #""bytes":4096,"ms":120,"next":"2026-03-01T12:05:00Z"}"# + "\n",
            ])
        #expect(commitment.lastLogSequence == 4 && commitment.counts.rejected == 1)
    }

    @Test func `says of a duplicate what it is a duplicate of`() async throws {
        let id = try await catalog.commit(.of([.item(1)])).receipts[0].id
        var copy = Article.item(1)
        (copy.ids.guid, copy.canonicalLink) = ("w-1", "https://world.example/1")
        _ = try await catalog.commit(.of([copy], feed: "world"))
        let line = try #require(try await catalog.lines().first { $0.contains(#""verdict":"duplicate""#) })
        #expect(line.contains(#""code":"R3","of":"\#(id)"}"#) && line.contains(#""story":"tag:wirespool.invalid,2026:world/"#))
    }

    @Test func `numbers events without a batch after the others`() async throws {
        _ = try await catalog.commit(.of([.item(1)]))
        #expect(try await catalog.append([.reloaded(feeds: 1), .stopped(reason: "SIGTERM")], at: time()) == 4)
        #expect(try await catalog.events(after: 2, limit: 1).map(\.sequence) == [3])
    }

    @Test func `forgets only events that are durable in the file`() async throws {
        _ = try await catalog.append((0..<10).map { .reloaded(feeds: $0) }, at: time())
        #expect(try await catalog.logPosition() == nil)
        try await catalog.pruneEvents(through: 10)
        #expect(try await catalog.events(after: 0, limit: 100).count == 10)
        let position = LogPosition(sequence: 6, offset: 700, device: .max, inode: 42)
        try await catalog.setLogPosition(position)
        #expect(try await catalog.logPosition() == position)
        try await catalog.pruneEvents(through: 4)
        #expect(try await catalog.events(after: 0, limit: 100).map(\.sequence) == Array(5...10))
        try await catalog.pruneEvents(through: 10)
        #expect(try await catalog.events(after: 0, limit: 100).map(\.sequence) == Array(7...10))
        #expect(try await catalog.append([.reloaded(feeds: 1)], at: time()) == 11)
    }
}
