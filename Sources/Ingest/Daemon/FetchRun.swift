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
        let states = try await site.catalog.feedStates().byName
        let failures = await Turns(clock: site.clock, ignoresSchedule: ignoresSchedule).take(feeds, states) { turn in
            if case .polled(let polled) = turn, polled.hasNews { waker.yield() }
            report(turn)
        } poll: {
            await self.report(of: $0, knowing: $1)
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
        var published = await site.spooler.publish()
        published.failures += await site.prune().failures
        return published
    }

    /// Publishes while the polls go on, and a last time when they have ended.
    private func publish(whenever wakeups: AsyncStream<Void>) async -> Publishing {
        var sum = Publishing()
        for await _ in wakeups { sum += await site.spooler.publish() }
        sum += await site.spooler.publish()
        return sum
    }

    /// A poll that could not be committed is a failure of its feed; it is due again at once.
    private func report(of feed: FeedSettings, knowing state: FeedState) async -> PollReport {
        let started = site.clock.now()
        do throws(IngestError) {
            return try await site.ingester.poll(feed, knowing: state, savesUnchanged: true)
        } catch {
            let now = site.clock.now()
            return PollReport(feed: feed.name, outcome: .failed(error), next: now, duration: now.timeIntervalSince(started))
        }
    }
}
