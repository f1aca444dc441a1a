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
    }

    /// The whole run's result.
    public struct Summary: Sendable {
        /// Files that became visible to consumers, over all outlets.
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
        let (wakeups, waker) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        async let publishing = publish(whenever: wakeups)
        let failures = try await turns(of: feeds) { turn in
            if case .polled(let polled) = turn, polled.hasNews { waker.yield() }
            report(turn)
        }
        waker.finish()
        let published = await publishing
        try await site.log.append()
        try await site.log.synchronize()
        return Summary(released: published.released, failures: failures + published.failures)
    }
}

extension FetchRun {
    /// Gives every feed its turn, and returns the failures.
    private func turns(of feeds: [FeedSettings], report: (Turn) -> Void) async throws -> [IngestError] {
        let states = try await site.catalog.feedStates().byName
        let gate = TransferGate(capacity: Self.parallel, clock: site.clock)
        return try await withThrowingTaskGroup(of: Turn.self) { group in
            for feed in feeds {
                group.addTask { try await turn(of: feed, known: states[feed.name], gate) }
            }
            var failures: [IngestError] = []
            for try await turn in group {
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

    private func turn(of feed: FeedSettings, known: FeedState?, _ gate: TransferGate) async throws -> Turn {
        if !ignoresSchedule, let known, known.url == feed.url, let due = known.nextPoll, due > site.clock.now() {
            return .early(feed: feed.name, until: due, reason: known.nextReason ?? "interval")
        }
        let result: Result<PollReport, IngestError> = await gate.pass(host: feed.host, gap: feed.hostGap) {
            do throws(IngestError) {
                return .success(try await site.ingester.poll(feed))
            } catch {
                return .failure(error)
            }
        }
        let report = try result.get()
        if let host = feed.host, report.failure?.retryAfter != nil { await gate.hold(host, until: report.next) }
        return .polled(report)
    }
}
