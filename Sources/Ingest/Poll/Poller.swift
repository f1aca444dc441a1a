// SPDX-License-Identifier: Apache-2.0
public import Catalog
public import FoundationEssentials
public import ServiceLifecycle

public import struct Logging.Logger

/// Polls every feed when it is due, until the daemon stops.
///
/// Between two polls only its place in the queue is kept of a feed; its state is read from the catalog when it is due. What a poll changed
/// is committed at once. That a poll brought nothing is saved together with others about once a second: a crash forgets when a feed was
/// last polled, and nothing else.
public actor Poller: Service {
    /// The longest sleep, so that new settings and a jump of the clock are noticed soon.
    private static let longestSleep: TimeInterval = 1
    /// Feeds that are due within the same tenth of a second are polled together: waking up for each costs more than its poll.
    private static let grain: TimeInterval = 0.1
    /// How long the states of unchanged feeds may stand in memory alone.
    private static let savingPause: TimeInterval = 1
    /// A pause of the loop that only a suspended machine or a clock that was set can explain.
    private static let suspension: TimeInterval = 120

    private let ingester: Ingester
    private let catalog: Catalog
    private let gate: TransferGate
    private let clock: WallClock
    private let orders: OrderBox?
    private let logger: Logger
    private let afterPoll: @Sendable (PollReport) -> Void
    private let afterCommit: @Sendable () -> Void

    private var feeds: [String: PolledFeed] = [:]
    private var queue = DueQueue()
    private var lines = HostLines()
    /// Feeds whose polls have begun, or wait for their host.
    private var inFlight: Set<String> = []
    /// The feeds that another is polled for.
    private var twins: [String: String] = [:]
    /// The label of each feed's failure.
    private var failing: [String: String] = [:]
    /// The states that are newer here than in the catalog, because the feed's last poll brought nothing.
    private var unsaved: [String: FeedState] = [:]
    private var lastSaving = Date.distantPast
    /// While the catalog can't be written: when one feed is polled to see whether it can be again. The others rest meanwhile.
    private var nextProbe: Date?
    /// Nothing is polled although it is due: there is no room for what would come.
    private var isHeld = false
    /// When the loop last went round: the watchdog's sign of life.
    public private(set) var lastTick = Date.distantPast

    /// - Parameters:
    ///   - orders: where operators leave their orders; nil where nobody does.
    ///   - afterPoll: called with what each poll came to.
    ///   - afterCommit: called when a poll has brought something to publish or to log.
    public init(
        ingester: Ingester, catalog: Catalog, gate: TransferGate, clock: WallClock, orders: OrderBox? = nil, logger: Logger,
        afterPoll: @escaping @Sendable (PollReport) -> Void = { _ in }, afterCommit: @escaping @Sendable () -> Void
    ) {
        self.ingester = ingester
        self.catalog = catalog
        self.gate = gate
        self.clock = clock
        self.orders = orders
        self.logger = logger
        self.afterPoll = afterPoll
        self.afterCommit = afterCommit
    }

    /// Takes over the feeds of new settings. A feed keeps its next poll unless its URL changed or its new interval is over before.
    public func use(_ settings: [FeedSettings]) async throws(CatalogError) {
        try await save()
        let states = try await catalog.feedStates().byName
        let now = clock.now()
        let old = feeds
        feeds = [:]
        for feed in settings where feed.isEnabled {
            let state = (unsaved[feed.name] ?? states[feed.name])?.at(feed.url)
            let polled = PolledFeed(feed, state: state)
            feeds[feed.name] = polled
            guard !polled.standing.isResting else { continue }
            if let until = state?.hostHold, let host = polled.host { await gate.hold(host, until: until) }
            guard old[feed.name]?.settings != feed, !inFlight.contains(feed.name) else { continue }
            queue.insert(feed.name, at: Schedule(feed).first(of: feed.name, knowing: state, after: now))
            if let label = state?.errorLabel { failing[feed.name] = label }
        }
        failing = failing.filter { feeds[$0.key] != nil }
        findTwins()
    }

    /// Starts no polls until it is called again with false; those that are due then are spread, as after a start.
    public func hold(_ isHeld: Bool) {
        self.isHeld = isHeld
        if !isHeld { spreadOverdue(clock.now()) }
    }

    /// How many feeds there are, and how many of them fail.
    public var health: (feeds: Int, failing: Int) { (feeds.count, failing.count) }

    /// Polls until the task is cancelled or a graceful shutdown begins, and returns when no poll is in flight.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { polls in
                while !Task.isCancelled {
                    await self.tick { feed, host in polls.addTask { await self.poll(feed, at: host) } }
                }
            }
        }
        await saveOrPause()
    }
}

extension Poller {
    /// Starts every poll that is due, then sleeps until the next one is.
    private func tick(_ start: (FeedSettings, _ host: String?) -> Void) async {
        let now = clock.now()
        if lastTick != .distantPast, now.timeIntervalSince(lastTick) > Self.suspension { spreadOverdue(now) }
        lastTick = now
        startDue(now, start)
        if now.timeIntervalSince(lastSaving) >= Self.savingPause {
            await saveOrPause()
            await obeyOrders()
        }
        let next = isHeld ? .distantFuture : max(queue.next ?? .distantFuture, nextProbe ?? .distantPast)
        await clock.sleep(until: Self.onGrain(min(next, clock.now() + Self.longestSleep)))
    }

    /// The end of the tenth of a second that `instant` lies in.
    private static func onGrain(_ instant: Date) -> Date {
        Date(timeIntervalSinceReferenceDate: (instant.timeIntervalSinceReferenceDate / grain).rounded(.up) * grain)
    }

    private func startDue(_ now: Date, _ start: (FeedSettings, _ host: String?) -> Void) {
        while !isHeld, nextProbe.map({ $0 <= now }) ?? true, let name = queue.takeDue(now) {
            guard let polled = feeds[name], !polled.standing.isResting, twins[name] == nil else { continue }
            guard inFlight.insert(name).inserted else { continue }
            if polled.host.map({ lines.enter(name, at: $0) }) ?? true { start(polled.settings, polled.host) }
            if nextProbe != nil { nextProbe = now + Spooler.retryPause }
        }
    }

    /// Polls the feed, and then those that wait for the same host.
    private func poll(_ feed: FeedSettings, at host: String?) async {
        await poll(feed)
        guard let host else { return }
        while let name = lines.next(at: host) {
            if let next = feeds[name], !next.standing.isResting, !isHeld, nextProbe == nil, !Task.isCancelled {
                await poll(next.settings)
            } else {
                inFlight.remove(name)
                queue.insert(name, at: clock.now())
            }
        }
    }

    private func poll(_ feed: FeedSettings) async {
        let next = await gate.pass(host: feeds[feed.name]?.host, gap: feed.requestGap) { await self.turn(of: feed) }
        inFlight.remove(feed.name)
        guard !Task.isCancelled, let polled = feeds[feed.name], !polled.standing.isResting else { return }
        let current = polled.settings
        // Settings that changed meanwhile count from now on.
        queue.insert(feed.name, at: current == feed ? next : min(next, clock.now() + current.interval.inSeconds))
    }

    /// Polls the feed, unless its settings changed or its host asked for a pause while it waited. Returns when it is due again.
    private func turn(of feed: FeedSettings) async -> Date {
        guard !Task.isCancelled, let polled = feeds[feed.name], polled.settings == feed else { return clock.now() }
        guard !polled.standing.isResting else { return .distantFuture }
        if let until = await gate.hold(on: polled.host) { return until }
        do throws(IngestError) {
            let kept = unsaved[feed.name]
            let state = if let kept, kept.url == feed.url { kept } else { try await ingester.state(of: feed) }
            let report = try await ingester.poll(feed, knowing: state, savesUnchanged: logger.logLevel <= .debug)
            afterPoll(report)
            await note(report, feed)
            return report.next
        } catch {
            guard !error.isCancellation else { return clock.now() }
            pause(after: error, feed)
            return clock.now()
        }
    }

    /// Keeps what the poll came to, and says so where the feed begins to fail or ends to.
    private func note(_ report: PollReport, _ feed: FeedSettings) async {
        guard let state = report.state else { return }
        if let polled = feeds[feed.name] {
            let before = polled.standing
            polled.keep(state)
            if polled.standing != before { findTwins() }
            if let host = polled.host, let peer = report.peer, polled.keep(peer: peer) { await gate.note(peer, of: host) }
            if let host = polled.host, let until = report.hold(from: clock.now()) { await gate.hold(host, until: until) }
        }
        if report.isSaved {
            unsaved[feed.name] = nil
            resume()
            afterCommit()
        } else {
            unsaved[feed.name] = state
        }
        guard let failure = report.failure else {
            if failing.removeValue(forKey: feed.name) != nil { logger.notice("feed works again", metadata: ["feed": "\(feed.name)"]) }
            return
        }
        guard failing.updateValue(failure.label, forKey: feed.name) != failure.label else { return }
        logger.warning(
            "feed failed",
            metadata: [
                "feed": "\(feed.name)", "stage": "\(failure.stage.rawValue)", "class": "\(failure.label)", "message": "\(failure.message)",
            ])
    }

    /// Finds the feeds that need no poll of their own; those that need one again are due.
    private func findTwins() {
        let before = twins
        twins = Twins.owners(of: feeds.values.lazy.map(\.standing))
        guard twins != before else { return }
        for name in before.keys where twins[name] == nil && feeds[name] != nil && !inFlight.contains(name) {
            queue.insert(name, at: clock.now())
        }
        for (name, owner) in twins where before[name] == nil {
            logger.warning("feeds have moved to one address, one is polled for both", metadata: ["feed": "\(name)", "owner": "\(owner)"])
        }
    }

    /// The machine slept, or its clock was set: what is due is spread as after a start.
    private func spreadOverdue(_ now: Date) {
        var names: [String] = []
        while let name = queue.takeDue(now) { names.append(name) }
        for name in names {
            guard let interval = feeds[name]?.settings.interval.inSeconds else { continue }
            queue.insert(name, at: Spread.instant(for: name, after: now, over: min(interval, Spread.longest)))
        }
    }
}

extension Poller {
    /// Does what operators left in the box.
    private func obeyOrders() async {
        for order in orders?.takeInHand() ?? [] {
            // A feed that is not known may stand in settings that are not yet in force.
            guard let polled = feeds[order.feed] else { continue }
            do {
                polled.obey(
                    try await catalog.order(order.feed, url: polled.settings.url, isPause: order.isPause, at: clock.now()))
            } catch {
                logger.error("order not carried out", metadata: ["feed": "\(order.feed)", "message": "\(IngestError(error).message)"])
                continue
            }
            orders?.remove(order)
            findTwins()
            unsaved[order.feed] = nil
            logger.notice(order.isPause ? "feed paused" : "feed resumed", metadata: ["feed": "\(order.feed)"])
            if !order.isPause, !inFlight.contains(order.feed) { queue.insert(order.feed, at: clock.now()) }
            afterCommit()
        }
    }

    /// Saves the states that stand in memory alone.
    private func save() async throws(CatalogError) {
        let states = unsaved
        unsaved = [:]
        lastSaving = clock.now()
        do throws(CatalogError) {
            try await catalog.save(unchanged: Array(states.values))
        } catch {
            unsaved.merge(states) { newer, _ in newer }
            throw error
        }
        if !states.isEmpty { resume() }
    }

    private func saveOrPause() async {
        do {
            try await save()
        } catch {
            pause(after: IngestError(error))
        }
    }

    /// Stops polling until the catalog can be written again; what a poll has just brought is fetched anew then.
    private func pause(after error: IngestError, _ feed: FeedSettings? = nil) {
        if nextProbe == nil {
            var metadata: Logger.Metadata = ["label": "\(error.label)", "message": "\(error.message)"]
            if let feed { metadata["feed"] = "\(feed.name)" }
            logger.error("commit failed, polling pauses", metadata: metadata)
        }
        nextProbe = clock.now() + Spooler.retryPause
    }

    private func resume() {
        guard nextProbe != nil else { return }
        nextProbe = nil
        logger.notice("commits work again, polling goes on")
    }
}
