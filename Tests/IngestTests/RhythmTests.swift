// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Logging
import TestSupport
import Testing

@testable import Ingest

/// What servers and documents wish, from the answer to the next poll.
struct RhythmTests {
    private let installation: Installation

    init() throws {
        installation = try Installation()
    }

    private func reasons(_ replies: [Reply], _ change: (inout FeedSettings) -> Void = { _ in }) async throws -> [String?] {
        let server = try Scripted(replies)
        var feed = installation.feed(server.url)
        change(&feed)
        var reasons: [String?] = []
        for _ in replies {
            _ = try await installation.ingester.poll(feed)
            reasons.append(try await installation.state.nextReason)
        }
        return reasons
    }

    private func document(_ channel: String, _ items: Range<Int> = 0..<1) -> String {
        Document.of(channel + items.map { Document.item($0) }.joined())
    }

    @Test func `the wish of an answer counts until the next answer, that of a document until the next document`() async throws {
        let replies: [Reply] = [
            .ok(document("<ttl>120</ttl>"), headers: ["ETag": "1", "Cache-Control": "max-age=10800"]), .notModified(),
            .notModified(headers: ["Cache-Control": "max-age=14400"]), .ok(document("")),
        ]
        #expect(try await reasons(replies) == ["max-age 3h", "ttl 2h", "max-age 4h", "interval 15m"])
    }

    @Test func `the longest pause that the operator allows cuts a wish`() async throws {
        let replies: [Reply] = [.ok(document("<ttl>120</ttl>"))]
        #expect(try await reasons(replies) { $0.maxInterval = .seconds(1200) } == ["ttl 2h, cut to 20m by max_interval"])
    }

    @Test func `a document that shares nothing with the one before makes the next poll come sooner, and quiet ones later again`()
        async throws
    {
        let replies: [Reply] = [
            .ok(document("", 0..<10), headers: ["ETag": "1"]), .ok(document("", 10..<20), headers: ["ETag": "2"]), .notModified(),
            .notModified(), .notModified(), .notModified(),
        ]
        #expect(
            try await reasons(replies) { $0.interval = .seconds(3600) } == [
                "interval 1h", "15m: few of its items were known", "1350s: few of its items were known",
                "2025s: few of its items were known", "3037s: few of its items were known", "interval 1h",
            ])
        #expect(try await installation.events.filter { $0.ev == "gap" }.count == 1)
    }

    @Test func `all feeds of a host wait as long as it asks, also those of the next start`() async throws {
        let server = try LoopbackServer.start { $0.path == "/a" ? .status(503, headers: ["Retry-After": "7200"]) : .ok(Document.whole) }
        let other = try LoopbackServer.start { _ in .ok(Document.whole) }
        let feeds = [
            installation.feed(server.url("/a"), name: "a"), installation.feed(server.url("/b"), name: "b"),
            installation.feed(other.url("/c"), name: "c"),
        ]
        _ = try await installation.ingester.poll(feeds[0])
        let start = installation.time.now
        let clock = installation.time.clock
        let poller = Poller(
            ingester: installation.ingester, catalog: installation.catalog, gate: TransferGate(capacity: 8, clock: clock), clock: clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, afterCommit: {})
        try await poller.use(feeds)
        let running = Task { try await poller.run() }
        await other.waitForRequests(7)
        #expect(installation.time.now < start + 7200 && server.requests.count == 1)
        await server.waitForRequests(3)
        #expect(installation.time.now >= start + 7200)
        running.cancel()
        try await running.value
    }

    @Test func `too many requests: the host is left alone for an hour at most, where it does not say how long`() async throws {
        let server = try Scripted([.status(429)])
        var feed = installation.feed(server.url)
        feed.interval = .seconds(7200)
        let report = try await installation.ingester.poll(feed)
        #expect(report.hold(from: installation.time.now) == installation.time.now + 3600)
        #expect(try await installation.state.nextReason == "back-off 2h")
    }

    @Test(arguments: [(true, false, nil, "then"), (false, true, "\"1\"", nil)] as [(Bool, Bool, String?, String?)])
    func `a server's wrong validators need not be sent back`(
        ignoresETag: Bool, ignoresLastModified: Bool, tag: String?, date: String?
    ) async throws {
        let server = try Scripted([.ok(Document.whole, headers: ["ETag": "\"1\"", "Last-Modified": "then"])])
        var feed = installation.feed(server.url)
        (feed.ignoresETag, feed.ignoresLastModified) = (ignoresETag, ignoresLastModified)
        for _ in 0..<2 { _ = try await installation.ingester.poll(feed) }
        #expect(server.requests.last?["If-None-Match"] == tag && server.requests.last?["If-Modified-Since"] == date)
    }

    @Test(arguments: [true, false])
    func `only what has changed is asked for where the operator says so, and what it leaves out is not gone`(asks: Bool) async throws {
        let server = try LoopbackServer.start { request in
            switch (request["If-None-Match"], request["A-IM"]) {
            case ("1", "feed"?): Reply.status(226, Document.of(Document.item(11)), headers: ["IM": "feed", "ETag": "2"])
            case ("1", nil): .ok(Document.of((2...11).map { Document.item($0) }.joined()), headers: ["ETag": "2"])
            case ("2", _): .ok(Document.of((2...11).map { Document.item($0) }.joined()), headers: ["ETag": "3"])
            default: .ok(Document.of((1...10).map { Document.item($0) }.joined()), headers: ["ETag": "1"])
            }
        }
        var feed = installation.feed(server.url("/feed"))
        feed.asksForDeltas = asks
        for _ in 0..<3 { _ = try await installation.ingester.poll(feed) }
        #expect(server.requests.map { $0["A-IM"] } == (asks ? [nil, "feed", "feed"] : [nil, nil, nil]))
        let state = try await installation.state
        #expect(state.totalNew == 11 && state.lastItems == 10 && state.pace == nil && state.failures == 0)
        let events = try await installation.events
        #expect(events.filter { $0.ev == "gap" || $0.verdict == "withdrawn" }.isEmpty)
        #expect(events.filter { $0.ev == "poll" }.map(\.status) == [200, asks ? 226 : 200, 200])
    }

    @Test func `a server that says 304 for ever is asked for the whole document when the operator says so`() async throws {
        let server = try LoopbackServer.start { request in
            request["If-None-Match"] == nil ? .ok(Document.whole, headers: ["ETag": "\"1\""]) : .notModified()
        }
        var feed = installation.feed(server.url("/feed"))
        feed.revalidateAfter = .seconds(86_400)
        for _ in 0..<6 {
            _ = try await installation.ingester.poll(feed)
            installation.time.advance(by: 36_000)
        }
        #expect(server.requests.map { $0["If-None-Match"] == nil } == [true, false, false, true, false, false])
    }
}
