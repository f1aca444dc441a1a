// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import FoundationEssentials
import TestSupport
import Testing
import Transport

@testable import Ingest

/// The path of a poll as far as the commit, over a real server and a real catalog.
struct IngesterTests {
    private let installation: Installation

    init() throws {
        installation = try Installation()
    }

    @Test func `validators come back byte for byte, and a 304 changes nothing`() async throws {
        let tag: [UInt8] = [0x57, 0x2F, 0x22, 0xE9, 0x20, 0x78, 0x22]
        let date = Array("tuesday, 20 feb 2018".utf8)
        let server = try LoopbackServer.start { request in
            request.bytes("If-None-Match") == nil
                ? .status(200, Array(Document.whole.utf8), fields: [("ETag", tag), ("Last-Modified", date)]) : .notModified()
        }
        let feed = installation.feed(server.url("/feed"))
        for status in [200, 304, 304] {
            guard case .read(status, _, _) = try await installation.ingester.poll(feed).outcome else {
                Issue.record("not read with \(status)")
                return
            }
        }
        #expect(server.requests.map { $0.bytes("If-None-Match") } == [nil, tag, tag])
        #expect(server.requests.map { $0.bytes("If-Modified-Since") } == [nil, date, date])
        #expect(try await installation.state.totalNew == 2)
    }

    @Test func `what a 304 leaves out stays`() async throws {
        let server = try Scripted([
            .ok(Document.whole, headers: ["ETag": "\"one\"", "Last-Modified": "then"]), .notModified(headers: ["ETag": "\"two\""]),
        ])
        let feed = installation.feed(server.url)
        _ = try await installation.ingester.poll(feed)
        _ = try await installation.ingester.poll(feed)
        let state = try await installation.state
        #expect(state.entityTag.map { String(decoding: $0, as: UTF8.self) } == "\"two\"")
        #expect(state.lastModified.map { String(decoding: $0, as: UTF8.self) } == "then")
    }

    /// A document that breaks off: how it is sent, and the validator of the request that follows.
    static let brokenOff: [(reply: Reply, next: String)] = [
        (.raw("HTTP/1.1 200 OK\r\nETag: \"two\"\r\n\r\n\(Document.cut)"), "\"one\""),
        (.ok(Document.cut, headers: ["ETag": "\"two\""]), "\"two\""),
    ]

    @Test(arguments: brokenOff)
    func `a document that broke off keeps the old validators, unless its end was announced`(reply: Reply, next: String) async throws {
        let server = try Scripted([.ok(Document.whole, headers: ["ETag": "\"one\""]), reply, .notModified()])
        let feed = installation.feed(server.url)
        for _ in 0..<3 { _ = try await installation.ingester.poll(feed) }
        #expect(server.requests.map { $0["If-None-Match"] } == [nil, "\"one\"", next])
    }

    @Test func `failures are committed with a longer pause each, and end with an event`() async throws {
        let server = try Scripted([.ok(Document.whole, headers: ["ETag": "\"one\""]), .status(503), .status(404), .notModified()])
        let feed = installation.feed(server.url)
        var reasons: [String?] = []
        for _ in 0..<4 {
            _ = try await installation.ingester.poll(feed)
            reasons.append(try await installation.state.nextReason)
        }
        #expect(reasons == ["interval 15m", "back-off 15m", "back-off 30m", "interval 15m"])
        #expect(server.requests.last?["If-None-Match"] == "\"one\"")
        let events = try await installation.events.filter { $0.ev != "story" }
        #expect(events.map(\.ev) == ["poll", "failed", "failed", "recovered", "poll"])
        #expect(events.compactMap(\.class) == ["refused-503", "refused-404"])
    }

    @Test func `waits as long as the server asks`() async throws {
        let server = try Scripted([.status(429, headers: ["Retry-After": "7200"])])
        let report = try await installation.ingester.poll(installation.feed(server.url))
        #expect(report.failure?.label == "refused-429")
        #expect(report.failure?.retryAfter == .seconds(7200))
        #expect(report.next >= installation.time.now + 7200)
        #expect(try await installation.state.nextReason == "Retry-After 2h")
    }

    @Test func `a commit that fails leaves no validators, and is thrown`() async throws {
        let full = try Installation(sizeLimit: 600_000)
        let stories = (0..<60).map { Document.item($0, text: String(repeating: "Word number \($0). ", count: 400)) }.joined()
        let server = try Scripted([.ok(Document.of(stories), headers: ["ETag": "\"one\""])])
        let feed = full.feed(server.url)
        for _ in 0..<2 {
            let error = await #expect(throws: IngestError.self) { try await full.ingester.poll(feed) }
            #expect(error?.stage == .commit)
            #expect(error?.label == "full")
        }
        #expect(server.requests.map { $0["If-None-Match"] } == [nil, nil])
        #expect(try await full.catalog.lastSequence() == 0)
    }

    @Test func `a poll that is given up is no failure of the feed`() async throws {
        let (ingester, feed) = (installation.ingester(over: Silence()), installation.feed("http://127.0.0.1/feed"))
        let poll = Task { try await ingester.poll(feed) }
        poll.cancel()
        let error = await #expect(throws: IngestError.self) { try await poll.value }
        #expect(error?.isCancellation == true)
        #expect(try await installation.events.isEmpty)
    }

    @Test func `a permanent redirect is followed and reported once, a temporary one never`() async throws {
        let server = try LoopbackServer.start { request in
            switch request.path {
            case "/old": .redirect(to: "/new", status: 301)
            case "/new": .redirect(to: "/today", status: 302)
            default: .ok(Document.whole)
            }
        }
        for _ in 0..<2 { _ = try await installation.ingester.poll(installation.feed(server.url("/old"))) }
        #expect(try await installation.events.filter { $0.ev == "moved" }.map(\.target) == [server.url("/new")])
    }

    @Test func `a document without anything known is a gap, the first one is not`() async throws {
        let later = Document.of(Document.item(7) + Document.item(8))
        let server = try Scripted([
            .ok(Document.whole), .ok(Document.whole), .ok(later), .ok(Document.of(Document.item(8) + Document.item(9))),
        ])
        for _ in 0..<4 { _ = try await installation.ingester.poll(installation.feed(server.url)) }
        let events = try await installation.events.filter { $0.ev == "gap" || $0.ev == "poll" }
        #expect(events.map(\.ev) == ["poll", "poll", "gap", "poll", "poll"])
    }

    @Test func `a document that is no feed is kept for people to look at`() async throws {
        let server = try Scripted([.ok("<!DOCTYPE html><html><body>Maintenance</body></html>")])
        let report = try await installation.ingester.poll(installation.feed(server.url))
        #expect(report.failure?.stage == .parse)
        let kept = try installation.directory.read("state/quarantine/wire.document")
        #expect(String(decoding: kept, as: UTF8.self).contains("Maintenance"))
    }
}

/// A network on which nothing ever answers, until the task is cancelled.
private struct Silence: Fetching {
    private let channel = AsyncStream<FetchResponse>.makeStream()

    func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
        for await answer in channel.stream { return answer }
        throw FetchError(.cancelled, "cancelled")
    }
}
