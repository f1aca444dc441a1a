// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials

/// One turn for each feed of a list, as considerate of their hosts as the daemon is.
struct Turns {
    /// The most polls at once.
    private static let parallel = 64

    let clock: WallClock
    /// Polls also what is not yet due.
    let ignoresSchedule: Bool

    /// Gives every feed its turn, calls `report` for each as it is done, and returns the failures.
    func take(
        _ feeds: [FeedSettings], _ states: [String: FeedState], report: (FetchRun.Turn) -> Void,
        poll: @escaping @Sendable (FeedSettings, FeedState) async -> PollReport
    ) async -> [IngestError] {
        let gate = TransferGate(capacity: Self.parallel, clock: clock)
        for feed in feeds {
            guard let state = states[feed.name]?.at(feed.url), let host = state.host, let until = state.hostHold else { continue }
            await gate.hold(host, until: until)
        }
        return await withTaskGroup(of: FetchRun.Turn.self) { group in
            let twins = Twins.owners(of: feeds.compactMap { states[$0.name]?.at($0.url) }.map(Standing.init))
            for feed in feeds {
                if let owner = twins[feed.name] {
                    report(.resting(feed: feed.name, .merged(with: owner)))
                    continue
                }
                group.addTask { await turn(of: feed, known: states[feed.name]?.at(feed.url), gate, poll) }
            }
            var failures: [IngestError] = []
            for await turn in group {
                if case .polled(let polled) = turn, let failure = polled.failure { failures.append(failure) }
                report(turn)
            }
            return failures
        }
    }

    private func turn(
        of feed: FeedSettings, known: FeedState?, _ gate: TransferGate,
        _ poll: @Sendable (FeedSettings, FeedState) async -> PollReport
    ) async -> FetchRun.Turn {
        if let turn = FetchRun.Turn(without: feed, known: known, now: clock.now(), isForced: ignoresSchedule) { return turn }
        let host = known?.host ?? feed.host
        return await gate.pass(host: host, gap: feed.requestGap) {
            if let until = await gate.hold(on: host) {
                return .early(feed: feed.name, until: until, reason: "Retry-After of its host")
            }
            let report = await poll(feed, known ?? FeedState(name: feed.name, url: feed.url))
            if let host, let until = report.hold(from: clock.now()) { await gate.hold(host, until: until) }
            return .polled(report)
        }
    }
}

extension FetchRun.Turn {
    /// The turn of a feed that is not to be polled now; nil when it is to be, or was never polled at this address.
    ///
    /// - Parameter isForced: also what is not yet due.
    fileprivate init?(without feed: FeedSettings, known: FeedState?, now: Date, isForced: Bool) {
        guard let known else { return nil }
        if known.isResting {
            self = .resting(feed: feed.name, known.isGone ? .gone : .paused)
            return
        }
        guard !isForced, let due = known.nextPoll, due > now else { return nil }
        self = .early(feed: feed.name, until: due, reason: known.nextReason ?? "interval")
    }
}
