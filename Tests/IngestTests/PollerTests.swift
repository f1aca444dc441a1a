// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Logging
import TestSupport
import Testing

@testable import Ingest

/// The daemon's polling, over a real server and on a clock that jumps to the end of every sleep.
struct PollerTests {
    private let installation: Installation

    init() throws {
        installation = try Installation()
    }

    private func poller(_ level: Logger.Level = .info, afterCommit: @escaping @Sendable () -> Void = {}) -> Poller {
        var logger = Logger(label: "test") { _ in SilentLog() }
        logger.logLevel = level
        let clock = installation.time.clock
        return Poller(
            ingester: installation.ingester, catalog: installation.catalog, gate: TransferGate(capacity: 8, clock: clock), clock: clock,
            logger: logger, afterCommit: afterCommit)
    }

    /// Polls until the server was asked `count` times, and stops.
    private func run(_ poller: Poller, _ feeds: [FeedSettings], until server: LoopbackServer, _ count: Int) async throws {
        try await poller.use(feeds)
        let running = Task { try await poller.run() }
        await server.waitForRequests(count)
        running.cancel()
        try await running.value
    }

    private func server() throws -> LoopbackServer {
        try LoopbackServer.start { request in
            let tag = request["If-None-Match"].map { "\($0)+" } ?? "1"
            return tag == "1" ? .ok(Document.whole, headers: ["ETag": tag]) : .notModified(headers: ["ETag": tag])
        }
    }

    @Test func `polls that bring nothing leave no event, and are in the catalog when the daemon has stopped`() async throws {
        let server = try server()
        try await run(poller(), [installation.feed(server.url("/feed"))], until: server, 20)
        #expect(try await installation.events.map(\.ev) == ["story", "story", "poll"])
        let state = try await installation.state
        let polls = server.requests.count
        #expect(state.entityTag.map { $0.count }.map { (polls - 1...polls).contains($0) } == true)
        #expect(state.lastStatus == 304 && state.totalNew == 2 && state.unconditionalRequests == 1)
        #expect(try #require(state.nextPoll) > installation.time.now - 900)
    }

    @Test func `polls nothing while it is held, and goes on afterwards`() async throws {
        let server = try server()
        let poller = poller()
        try await poller.use([installation.feed(server.url("/feed"))])
        await poller.hold(true)
        let running = Task { try await poller.run() }
        let start = installation.time.now
        while installation.time.now < start + 3600 { await Task.yield() }
        #expect(server.requests.isEmpty)
        await poller.hold(false)
        await server.waitForRequests(3)
        running.cancel()
        try await running.value
    }

    @Test func `at the debug level every poll has its event`() async throws {
        let server = try server()
        try await run(poller(.debug), [installation.feed(server.url("/feed"))], until: server, 5)
        #expect(try await installation.events.map(\.ev).filter { $0 == "poll" }.count >= 4)
    }

    @Test func `polls that bring nothing are saved together`() async throws {
        let server = try server()
        let feeds = (0..<10).map { installation.feed(server.url("/\($0)"), name: "feed\($0)") }
        try await run(poller(), feeds, until: server, 50)
        #expect(try await installation.catalog.feedStates().allSatisfy { $0.lastStatus == 304 })
        #expect(try await installation.events.filter { $0.ev == "poll" }.map(\.status) == Array(repeating: 200, count: 10))
    }

    @Test(arguments: [false, true])
    func `a request that the end of the daemon breaks off is not repeated before its time`(isFirst: Bool) async throws {
        let server = try LoopbackServer.start { request in
            isFirst || request["If-None-Match"] != nil ? .hang : .ok(Document.whole, headers: ["ETag": "1"])
        }
        let feed = installation.feed(server.url("/feed"))
        try await run(poller(), [feed], until: server, isFirst ? 1 : 2)
        let state = try await installation.state
        let asked = try #require(state.lastPoll)
        #expect(isFirst ? state.lastSuccess == nil : asked >= (state.lastSuccess ?? .distantFuture) + 900)
        #expect(try #require(state.nextPoll) >= asked + 900 && state.failures == 0)
        #expect(state.entityTag == (isFirst ? nil : Array("1".utf8)))
        #expect(state.lastStatus == (isFirst ? nil : 200))
    }

    @Test func `feeds of one host wait in a line, each for its turn`() async throws {
        let server = try server()
        let feeds = (0..<50).map { installation.feed(server.url("/\($0)"), name: "feed\($0)") }
        try await run(poller(), feeds, until: server, 200)
        let counts = Dictionary(grouping: server.requests, by: \.path).mapValues(\.count)
        #expect(counts.count == 50 && counts.values.allSatisfy { (2...6).contains($0) })
    }

    @Test func `a feed under a new address is asked without the validators of the old one`() async throws {
        let server = try server()
        let poller = poller()
        try await run(poller, [installation.feed(server.url("/old"))], until: server, 3)
        try await run(poller, [installation.feed(server.url("/new"))], until: server, 6)
        let requests = server.requests.filter { $0.path == "/new" }
        #expect(try #require(requests.first)["If-None-Match"] == nil)
        #expect(requests.dropFirst().allSatisfy { $0["If-None-Match"] != nil })
    }
}

/// Says nothing, but knows its level, as the no-op handler of swift-log does not.
private struct SilentLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: Logging.LogEvent) {}
}
