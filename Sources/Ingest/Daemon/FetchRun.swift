// SPDX-License-Identifier: Apache-2.0
import Catalog
public import FoundationEssentials

/// Polls feeds once, side by side, and publishes what they brought.
public struct FetchRun: Sendable {
    /// What a feed's turn came to.
    public enum Turn: Sendable {
        case polled(PollReport)
        /// Not yet due; the instant is the next poll.
        case early(feed: String, until: Date, reason: String)
        /// Not to be polled at all for now.
        case resting(feed: String, Rest)
    }

    /// Why a feed is not polled.
    public enum Rest: Hashable, Sendable {
        /// Only an operator's `feed resume` lets it be polled again.
        case gone, paused
        /// Another feed that moved to the same address is polled for it.
        case merged(with: String)
    }

    /// The whole run's result.
    public struct Summary: Sendable {
        /// Files that became visible in outlets.
        public var released: Int
        /// Every failure of a feed and of an outlet.
        public var failures: [IngestError]
    }

    /// The most polls at once.
    private static let parallel = 64

    private let site: Site
    private let ignoresSchedule: Bool

    /// - Parameter ignoresSchedule: poll also what is not yet due (`--force`).
    public init(_ site: Site, ignoresSchedule: Bool) {
        self.site = site
        self.ignoresSchedule = ignoresSchedule
    }

    /// Polls the feeds and calls `report` for each as it is done; returns when spool and log are complete.
    public func poll(_ feeds: [FeedSettings], report: @Sendable (Turn) -> Void) async throws -> Summary {
        let troubles = await site.spooler.recover()
        try site.refuseOlderCatalog(after: troubles)
        let relieved = try await relieve()
        if let shortage = try await Shortage.of(site.settings, site.catalog, after: nil) {
            try await site.settleLog()
            return Summary(released: relieved.released, failures: troubles + relieved.failures + [IngestError(shortage)])
        }
        let (wakeups, waker) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        async let publishing = publish(whenever: wakeups)
        let failures = try await turns(of: feeds) { turn in
            if case .polled(let polled) = turn, polled.hasNews { waker.yield() }
            report(turn)
        }
        // Whatever failed, what is committed is published and logged.
        waker.finish()
        let published = await publishing
        let pruned = await site.prune()
        try await site.settleLog()
        return Summary(
            released: relieved.released + published.released,
            failures: failures + troubles + relieved.failures + published.failures + pruned.failures)
    }
}

extension FetchRun {
    /// Does what can be done about a shortage, if there is one: publishes and prunes.
    private func relieve() async throws -> Publishing {
        guard try await Shortage.of(site.settings, site.catalog, after: nil) != nil else { return Publishing() }
        let published = await site.spooler.publish()
        _ = await site.prune()
        return published
    }

    /// Gives every feed its turn, and returns the failures.
    private func turns(of feeds: [FeedSettings], report: (Turn) -> Void) async throws -> [IngestError] {
        let states = try await site.catalog.feedStates().byName
        let gate = TransferGate(capacity: Self.parallel, clock: site.clock)
        for feed in feeds {
            guard let state = states[feed.name]?.at(feed.url), let host = state.host, let until = state.hostHold else { continue }
            await gate.hold(host, until: until)
        }
        return await withTaskGroup(of: Turn.self) { group in
            let twins = Twins.owners(of: feeds.compactMap { states[$0.name]?.at($0.url) })
            for feed in feeds {
                if let owner = twins[feed.name] {
                    report(.resting(feed: feed.name, .merged(with: owner)))
                    continue
                }
                group.addTask { await turn(of: feed, known: states[feed.name], gate) }
            }
            var failures: [IngestError] = []
            for await turn in group {
                if case .polled(let polled) = turn, let failure = polled.failure { failures.append(failure) }
                report(turn)
            }
            return failures
        }
    }

    /// Publishes while the polls go on, and a last time when they have ended.
    private func publish(whenever wakeups: AsyncStream<Void>) async -> Publishing {
        var sum = Publishing()
        for await _ in wakeups { sum += await site.spooler.publish() }
        sum += await site.spooler.publish()
        return sum
    }

    private func turn(of feed: FeedSettings, known: FeedState?, _ gate: TransferGate) async -> Turn {
        let turn = Turn(without: feed, known: known, now: site.clock.now(), isForced: ignoresSchedule)
        if let turn { return turn }
        let host = known?.at(feed.url).host ?? feed.host
        return await gate.pass(host: host, gap: feed.hostGap) {
            if let until = await gate.hold(on: host) {
                return .early(feed: feed.name, until: until, reason: "Retry-After of its host")
            }
            let report = await report(of: feed, known: known)
            if let host, let until = report.hold(from: site.clock.now()) { await gate.hold(host, until: until) }
            return .polled(report)
        }
    }

    /// A poll that could not be committed is a failure of its feed; it is due again at once.
    private func report(of feed: FeedSettings, known: FeedState?) async -> PollReport {
        let started = site.clock.now()
        do throws(IngestError) {
            let state = known?.at(feed.url) ?? FeedState(name: feed.name, url: feed.url)
            return try await site.ingester.poll(feed, knowing: state, savesUnchanged: true)
        } catch {
            let now = site.clock.now()
            return PollReport(feed: feed.name, outcome: .failed(error), next: now, duration: now.timeIntervalSince(started))
        }
    }
}

extension FetchRun.Turn {
    /// The turn of a feed that is not to be polled now; nil when it is to be, or was never polled at this address.
    ///
    /// - Parameter isForced: also what is not yet due.
    init?(without feed: FeedSettings, known: FeedState?, now: Date, isForced: Bool) {
        guard let known = known?.at(feed.url) else { return nil }
        if known.isResting {
            self = .resting(feed: feed.name, known.isGone ? .gone : .paused)
            return
        }
        guard !isForced, let due = known.nextPoll, due > now else { return nil }
        self = .early(feed: feed.name, until: due, reason: known.nextReason ?? "interval")
    }
}
