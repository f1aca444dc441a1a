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
        let orders = [Order(feed: "a", isPause: false), Order(feed: "b", isPause: true)]
        #expect(box.takeInHand() == orders)
        for order in orders { box.remove(order) }
        #expect(box.takeInHand().isEmpty && !box.holdsOrder(for: "a"))
    }

    @Test func `who dies with an order in hand finds it again, unless another came meanwhile`() throws {
        #expect(box.leave(Order(feed: "a", isPause: true)) && box.leave(Order(feed: "b", isPause: true)))
        #expect(box.takeInHand().count == 2)
        #expect(box.holdsOrder(for: "a"))
        #expect(box.leave(Order(feed: "b", isPause: false)))
        #expect(box.takeInHand() == [Order(feed: "a", isPause: true), Order(feed: "b", isPause: false)])
    }

    @Test func `an order that comes while another for the feed is carried out is not removed with it`() throws {
        let (first, second) = (Order(feed: "a", isPause: true), Order(feed: "a", isPause: false))
        #expect(box.leave(first) && box.takeInHand() == [first])
        #expect(box.leave(second))
        box.remove(first)
        #expect(box.holdsOrder(for: "a") && box.takeInHand() == [second])
    }

    @Test(arguments: [true, false])
    func `a death before the commit loses no order, and one after it repeats it without harm`(isCommitted: Bool) async throws {
        let feed = settings.feeds[0]
        #expect(box.leave(Order(feed: feed.name, isPause: true)))
        #expect(box.takeInHand().count == 1)
        if isCommitted { _ = try await installation.catalog.order(feed.name, url: feed.url, isPause: true, at: installation.time.now) }
        // The next start.
        try await box.carryOut(in: installation.catalog, settings.feeds, at: installation.time.now)
        #expect(try await installation.state.isPaused && !box.holdsOrder(for: feed.name))
        #expect(try await installation.events.map(\.ev) == ["paused"])
    }

    @Test func `an order whose commit fails stays in the box`() async throws {
        #expect(box.leave(Order(feed: "wire", isPause: true)))
        try await installation.catalog.close()
        await #expect(throws: CatalogError.self) { try await box.carryOut(in: installation.catalog, settings.feeds, at: Date()) }
        #expect(box.holdsOrder(for: "wire"))
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
