// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Logging
import TestSupport
import Testing

@testable import Ingest

/// Feeds that an operator pauses and resumes.
struct OrderTests {
    private let installation: Installation
    private let settings: Settings
    private let box: OrderBox

    init() throws {
        installation = try Installation()
        let directory = installation.directory
        settings = Settings(
            state: directory.path("state"), log: directory.path("ingest.log"), outlets: [],
            feeds: [FeedSettings(name: "wire", url: "http://127.0.0.1:1/feed")])
        box = OrderBox(state: settings.state)
    }

    @Test func `the last order for a feed counts, and what is no order is thrown away`() throws {
        #expect(box.leave(Order(feed: "a", isPause: true)) && box.leave(Order(feed: "b", isPause: true)))
        #expect(box.leave(Order(feed: "a", isPause: false)))
        try installation.directory.write(Array("rm -rf".utf8), to: "state/orders/c")
        #expect(box.holdsOrder(for: "a") && !box.holdsOrder(for: "z"))
        #expect(box.collect() == [Order(feed: "a", isPause: false), Order(feed: "b", isPause: true)])
        #expect(box.collect().isEmpty)
    }

    @Test func `a pause outlives polls and resuming makes the feed due`() async throws {
        let server = try Scripted([.ok(Document.whole)])
        let feed = installation.feed(server.url)
        let before = try await installation.catalog.state(for: feed.name, url: feed.url)
        let paused = try await installation.catalog.order(feed.name, url: feed.url, isPause: true, at: installation.time.now)
        #expect(paused.isResting)
        // A poll that began before the order.
        _ = try await installation.ingester.poll(feed, knowing: before, savesUnchanged: true)
        #expect(try await installation.state.isPaused)
        let resumed = try await installation.catalog.order(feed.name, url: feed.url, isPause: false, at: installation.time.now)
        #expect(!resumed.isResting && resumed.nextPoll == nil)
        #expect(try await installation.events.map(\.ev).filter { $0 == "paused" || $0 == "resumed" } == ["paused", "resumed"])
    }

    @Test func `somebody at work: the orders wait for him`() async throws {
        let lock = try CatalogLock(directory: settings.state, command: "wirespool run", at: Date())
        #expect(try await OrderDesk(settings).give([Order(feed: "wire", isPause: true)], patience: .zero).count == 1)
        withExtendedLifetime(lock) {}
    }

    @Test func `nobody at work: the desk carries the orders out`() async throws {
        #expect(try await OrderDesk(settings).give([Order(feed: "wire", isPause: true)]).isEmpty)
        #expect(try CatalogReader(directory: settings.state).feedStates().map(\.isPaused) == [true])
    }

    @Test func `the daemon polls no feed that is gone, until it is resumed`() async throws {
        let server = try LoopbackServer.start { _ in .status(410) }
        let other = try LoopbackServer.start { _ in .ok(Document.whole) }
        let feeds = [installation.feed(server.url("/gone"), name: "gone"), installation.feed(other.url("/feed"), name: "other")]
        let clock = installation.time.clock
        let poller = Poller(
            ingester: installation.ingester, catalog: installation.catalog, gate: TransferGate(capacity: 8, clock: clock), clock: clock,
            orders: box, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, afterCommit: {})
        try await poller.use(feeds)
        let running = Task { try await poller.run() }
        await other.waitForRequests(30)
        #expect(server.requests.count == 1)
        #expect(box.leave(Order(feed: "gone", isPause: false)))
        await server.waitForRequests(2)
        running.cancel()
        try await running.value
        #expect(server.requests.count == 2)
    }
}
