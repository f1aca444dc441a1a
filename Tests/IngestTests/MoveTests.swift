// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import TestSupport
import Testing

@testable import Ingest

/// Feeds that have another address for good, and feeds that are no more.
struct MoveTests {
    private let installation: Installation
    private static let day = 86_400.0

    init() throws {
        installation = try Installation()
    }

    /// Polls `/old` at these hours, and returns where the feed is polled afterwards.
    private func address(after hours: [Double], of server: LoopbackServer) async throws -> String {
        var before = 0.0
        for hour in hours {
            installation.time.advance(by: (hour - before) * 3600)
            before = hour
            _ = try await installation.ingester.poll(installation.feed(server.url("/old")))
        }
        return try await installation.state.address.replacing(server.url(""), with: "")
    }

    private func server(_ answer: @escaping @Sendable (Request) -> Reply?) throws -> LoopbackServer {
        try LoopbackServer.start { request in
            if let reply = answer(request) { return reply }
            return request["If-None-Match"] == nil ? .ok(Document.whole, headers: ["ETag": "\"1\""]) : .notModified()
        }
    }

    @Test(
        arguments: [
            (301, [0, 12, 24], "/new"), (308, [0, 1, 25], "/new"), (301, [0, 24], "/old"), (301, [0, 1, 2, 23], "/old"),
            (301, [0, 1, 2, 23, 24], "/new"),
            (302, [0, 12, 24, 48, 96], "/old"), (303, [0, 12, 24, 48], "/old"), (307, [0, 12, 24, 48], "/old"),
        ] as [(Int, [Double], String)])
    func `a permanent redirect is believed after three sightings over a day, any other never`(
        status: Int, hours: [Double], address: String
    ) async throws {
        let server = try server { $0.path == "/old" ? .redirect(to: "/new", status: status) : nil }
        #expect(try await self.address(after: hours, of: server) == address)
    }

    @Test func `the new address is asked at once, with the validators that it gave, and the settings stay`() async throws {
        let server = try server { $0.path == "/old" ? .redirect(to: "/new", status: 301) : nil }
        _ = try await address(after: [0, 12, 24, 36], of: server)
        #expect(server.requests.suffix(3).map { "\($0.path) \($0["If-None-Match"] ?? "-")" } == ["/old -", "/new \"1\"", "/new \"1\""])
        let state = try await installation.state
        #expect(state.url == server.url("/old") && state.unconditionalRequests == 1)
        let moved = try await installation.events.filter { $0.ev == "moved" }
        #expect(moved.map(\.state) == ["seen", "adopted"] && moved.allSatisfy { $0.target == server.url("/new") })
    }

    @Test func `a move that changes its mind begins anew`() async throws {
        let server = try LoopbackServer.start { request in
            request.path == "/old" ? .redirect(to: request["X-Turn"] ?? "/new", status: 301) : .ok(Document.whole)
        }
        for (turn, hour) in [("/new", 0.0), ("/other", 12), ("/new", 24), ("/new", 36)] {
            var feed = installation.feed(server.url("/old"))
            feed.headers = [.init("X-Turn", turn)]
            installation.time.advance(by: hour == 0 ? 0 : Self.day / 2)
            _ = try await installation.ingester.poll(feed)
        }
        #expect(try await installation.state.adoptedURL == nil)
        #expect(try await installation.state.move?.sightings == 2)
    }

    @Test func `a redirect to something that is no feed moves nobody`() async throws {
        let server = try server { request in
            switch request.path {
            case "/old": .redirect(to: "/new", status: 301)
            case "/new": .ok("<!DOCTYPE html><p>Sign in to this network</p>")
            default: nil
            }
        }
        #expect(try await address(after: [0, 12, 24, 48], of: server) == "/old")
        #expect(try await installation.events.filter { $0.ev == "moved" }.isEmpty)
    }

    @Test func `where the new address fails three times, the configured one is asked again`() async throws {
        let server = try server { request in
            request["X-Down"] != nil && request.path == "/new"
                ? .status(404) : request.path == "/old" ? .redirect(to: "/new", status: 301) : nil
        }
        #expect(try await address(after: [0, 12, 24], of: server) == "/new")
        var feed = installation.feed(server.url("/old"))
        feed.headers = [.init("X-Down", "1")]
        for _ in 0..<3 { _ = try await installation.ingester.poll(feed) }
        #expect(server.requests.suffix(3).map(\.path) == ["/new", "/new", "/new"])
        let state = try await installation.state
        #expect(state.adoptedURL == nil && state.entityTag == nil && state.failures == 3)
        #expect(try await installation.events.filter { $0.ev == "moved" }.map(\.state) == ["seen", "adopted", "reverted"])
    }

    @Test func `feeds that move to one address are polled once, and the configured one for both`() {
        func state(_ name: String, _ url: String, adopted: String? = nil, isGone: Bool = false) -> FeedState {
            var state = FeedState(name: name, url: url)
            (state.adoptedURL, state.isGone) = (adopted, isGone)
            return state
        }
        let states = [
            state("a", "/a", adopted: "/x"), state("b", "/b", adopted: "/x"), state("x", "/x"), state("same", "/x"),
            state("c", "/c", adopted: "/y"),
            state("d", "/d", adopted: "/y"), state("e", "/e", adopted: "/z"), state("z", "/z", isGone: true), state("f", "/f"),
            state("g", "/f"),
        ]
        #expect(Twins.owners(of: states.map(Standing.init)) == ["a": "same", "b": "same", "d": "c"])
        #expect(Twins.owners(of: states.map(Standing.init).dropLast(10)).isEmpty)
    }

    @Test func `a redirect for now is named as long as it lasts`() async throws {
        let server = try LoopbackServer.start { $0["X-Turn"] != "3" && $0.path == "/old" ? .redirect(to: "/today") : .ok(Document.whole) }
        var feed = installation.feed(server.url("/old"))
        for turn in ["1", "2", "3"] {
            feed.headers = [.init("X-Turn", turn)]
            _ = try await installation.ingester.poll(feed)
            #expect(try await installation.state.detour == (turn == "3" ? nil : server.url("/today")))
        }
    }

    @Test func `what belongs to the old origin does not go to the new one`() async throws {
        let there = try LoopbackServer.start { _ in .ok(Document.whole) }
        let server = try LoopbackServer.start { _ in .redirect(to: there.url("/new"), status: 301) }
        var feed = installation.feed(server.url("/old"))
        feed.headers = [.init("X-Api-Key", "secret")]
        for _ in 0..<4 {
            _ = try await installation.ingester.poll(feed)
            installation.time.advance(by: Self.day / 2)
        }
        #expect(server.requests.map { $0["X-Api-Key"] } == ["secret", "secret", "secret"])
        #expect(there.requests.map { $0["X-Api-Key"] } == [nil, nil, nil, nil])
    }

    @Test func `410 stops the feed and says so once`() async throws {
        let server = try Scripted([.ok(Document.whole), .status(410)])
        let feed = installation.feed(server.url)
        _ = try await installation.ingester.poll(feed)
        let report = try await installation.ingester.poll(feed)
        #expect(report.failure?.label == "gone" && report.next == .distantFuture)
        let state = try await installation.state
        #expect(state.isGone && state.nextPoll == nil)
        #expect(try await installation.events.suffix(3).map(\.ev) == ["poll", "failed", "gone"])
        #expect(FeedHealth(feed, state: state, commits: [], gaps: 0, now: installation.time.now).condition == .gone)
    }

    @Test func `410 at the end of a detour is not said of the feed`() async throws {
        let server = try LoopbackServer.start { $0.path == "/old" ? .redirect(to: "/today", status: 302) : .status(410) }
        let report = try await installation.ingester.poll(installation.feed(server.url("/old")))
        #expect(report.failure?.label == "refused-410")
        #expect(try await installation.state.isGone == false)
    }
}
