// SPDX-License-Identifier: Apache-2.0
public import Catalog
public import FoundationEssentials
public import ServiceLifecycle

public import struct Logging.Logger

/// Polls every feed when it is due, until the daemon stops.
public actor Poller: Service {
    /// The longest sleep, so that new settings and a jump of the clock are noticed soon.
    private static let longestSleep: TimeInterval = 1

    private let ingester: Ingester
    private let catalog: Catalog
    private let gate: TransferGate
    private let clock: WallClock
    private let logger: Logger
    private let afterCommit: @Sendable () -> Void

    private var feeds: [String: FeedSettings] = [:]
    private var queue = DueQueue()
    private var inFlight: Set<String> = []
    private var failing: [String: String] = [:]
    /// When the loop last went round: the watchdog's sign of life.
    public private(set) var lastTick = Date.distantPast

    /// - Parameter afterCommit: called when a poll has brought something to publish or to log.
    public init(
        ingester: Ingester, catalog: Catalog, gate: TransferGate, clock: WallClock, logger: Logger,
        afterCommit: @escaping @Sendable () -> Void
    ) {
        self.ingester = ingester
        self.catalog = catalog
        self.gate = gate
        self.clock = clock
        self.logger = logger
        self.afterCommit = afterCommit
    }

    /// Takes over the feeds of new settings. A feed keeps its next poll unless its URL or its interval changed.
    public func use(_ settings: [FeedSettings]) async throws(CatalogError) {
        let now = clock.now()
        let states = try await catalog.feedStates().byName
        let old = feeds
        feeds = Dictionary(settings.filter(\.isEnabled).map { ($0.name, $0) }) { first, _ in first }
        for (name, feed) in feeds where old[name] != feed && !inFlight.contains(name) {
            let known = states[name].flatMap { $0.url == feed.url ? $0 : nil }
            queue.insert(name, at: firstPoll(of: feed, known: known, now: now))
            if let label = known?.errorLabel { failing[name] = label }
        }
    }

    /// How many feeds there are, and how many of them fail.
    public var health: (feeds: Int, failing: Int) { (feeds.count, failing.count) }

    /// Polls until the task is cancelled or a graceful shutdown begins, and returns when no poll is in flight.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { polls in
                while !Task.isCancelled {
                    await self.tick { feed in polls.addTask { await self.poll(feed) } }
                }
            }
        }
    }
}

extension Poller {
    /// Starts every poll that is due, then sleeps until the next one is.
    private func tick(_ start: (FeedSettings) -> Void) async {
        let now = clock.now()
        lastTick = now
        while let name = queue.takeDue(now) {
            guard let feed = feeds[name], inFlight.insert(name).inserted else { continue }
            start(feed)
        }
        await clock.sleep(until: min(queue.next ?? .distantFuture, now + Self.longestSleep))
    }

    private func poll(_ feed: FeedSettings) async {
        let report = await gate.pass(host: feed.host, gap: feed.hostGap) { await self.report(of: feed) }
        inFlight.remove(feed.name)
        guard !Task.isCancelled else { return }
        let next: Date
        switch report {
        case .success(let report):
            await note(report, feed)
            next = report.next
        case .failure(let error):
            logger.error("commit failed", metadata: ["feed": "\(feed.name)", "label": "\(error.label)", "message": "\(error.message)"])
            next = clock.now() + Spooler.retryPause
        }
        if let current = feeds[feed.name] {
            // Settings that changed meanwhile count from now on.
            queue.insert(feed.name, at: current == feed ? next : min(next, clock.now() + current.interval.inSeconds))
        }
        afterCommit()
    }

    private func report(of feed: FeedSettings) async -> Result<PollReport, IngestError> {
        do {
            return .success(try await ingester.poll(feed))
        } catch {
            return .failure(error)
        }
    }

    private func note(_ report: PollReport, _ feed: FeedSettings) async {
        guard let failure = report.failure else {
            if failing.removeValue(forKey: feed.name) != nil { logger.notice("feed works again", metadata: ["feed": "\(feed.name)"]) }
            return
        }
        if let host = feed.host, failure.retryAfter != nil { await gate.hold(host, until: report.next) }
        guard failing.updateValue(failure.label, forKey: feed.name) != failure.label else { return }
        logger.warning(
            "feed failed",
            metadata: [
                "feed": "\(feed.name)", "stage": "\(failure.stage.rawValue)", "class": "\(failure.label)", "message": "\(failure.message)",
            ])
    }

    /// The stored next poll; overdue feeds are spread over their interval, at most five minutes, so that a start is no stampede.
    private func firstPoll(of feed: FeedSettings, known: FeedState?, now: Date) -> Date {
        let spread = min(feed.interval.inSeconds, 300)
        guard let known, let due = known.nextPoll else { return now + .random(in: 0..<1) * min(spread, 10) }
        let latest = now + feed.interval.inSeconds * 1.1
        if known.failures == 0, due > latest { return latest }
        return due > now ? due : now + .random(in: 0..<1) * spread
    }
}
