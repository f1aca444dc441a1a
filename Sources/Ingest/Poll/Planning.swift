// SPDX-License-Identifier: Apache-2.0
import Catalog
import Feeds
import FoundationEssentials
import Transport

/// The next poll after an answer: it waits only for the verdicts, which say how much of the document was known.
struct Planning: Sendable {
    private let feed: FeedSettings
    private let freshness: Freshness?
    private let isDelta: Bool
    private let now: Date
    private let chance: Double

    init(_ feed: FeedSettings, _ response: FetchResponse, at now: Date, chance: Double = .random(in: 0..<1)) {
        self.feed = feed
        self.now = now
        self.chance = chance
        freshness = Freshness(response, now: now)
        isDelta = response.isDelta
    }

    /// The state with its next poll.
    ///
    /// - Parameter isFirst: nothing could have been known.
    func settled(_ state: FeedState, _ counts: VerdictCounts, isFirst: Bool) -> FeedState {
        var state = state
        let schedule = Schedule(feed)
        let isConditional = !state.validators(for: feed, at: now).isEmpty
        var signs = Schedule.Signs(isConditional: isConditional, freshness: freshness, rhythm: state.rhythm, pace: state.pace)
        if !isFirst {
            let pace = Pace(interval: schedule.usual(signs), leastPause: feed.minInterval, longestPause: feed.maxInterval)
            let items = isDelta ? max(counts.articles, state.lastItems ?? 0) : counts.articles
            signs.pace = pace.after(items: items, new: counts.new, before: state.pace)
            state.pace = signs.pace
        }
        state.plan(schedule.next(after: now, signs, chance: chance))
        return state
    }
}

extension VerdictCounts {
    /// Articles that were judged.
    fileprivate var articles: Int { new + revised + duplicate + unchanged }
}

extension Schedule {
    init(_ feed: FeedSettings) {
        self.init(
            interval: feed.interval, leastPause: feed.minInterval, longestPause: feed.maxInterval,
            isOwn: feed.host.map(OwnNetwork.holds) ?? true)
    }
}

extension Schedule {
    /// The first poll after a start, or under new settings: the one that was planned. What is overdue is spread over the interval, at most
    /// five minutes, so that a start is no stampede.
    func first(of feed: String, knowing state: FeedState?, after now: Date) -> Date {
        let spread = min(interval.inSeconds, Spread.longest)
        guard let state, let due = state.nextPoll else { return Spread.instant(for: feed, after: now, over: min(spread, 10)) }
        guard due > now else { return Spread.instant(for: feed, after: now, over: spread) }
        // A shorter interval counts at once, and a clock that was wrong holds up nobody for ever.
        let isOwnRhythm = state.nextReason?.hasPrefix("interval") == true
        let longest = (isOwnRhythm ? interval : longestPause ?? Self.longestRetryAfter).inSeconds
        guard state.failures == 0, due > now + longest * (1 + Self.jitterShare) else { return due }
        return max(Spread.instant(for: feed, after: now, over: longest), (state.lastPoll ?? now) + longest)
    }
}

extension PublisherRhythm {
    /// A month is thirty days here: nobody waits that long anyway.
    private static let periods: [String: Int] = [
        "hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000,
    ]
    /// In minutes; more is not worth keeping apart.
    private static let longest = 30 * 24 * 60

    /// The wishes of a document; the longer of two pauses counts.
    init(_ rhythm: Rhythm) {
        self.init()
        for hour in rhythm.skippedHours where (0...23).contains(hour) { skippedHours |= 1 << UInt32(hour) }
        for day in rhythm.skippedDays where (1...7).contains(day) { skippedDays |= 1 << UInt8(day) }
        let liveTime = rhythm.timeToLive.map { min(max($0, 0), Self.longest) * 60 } ?? 0
        let period = rhythm.updatePeriod.flatMap { Self.periods[$0] }.map { $0 / max(1, rhythm.updateFrequency ?? 1) } ?? 0
        guard max(liveTime, period) > 0 else { return }
        (pause, pauseName) = (.seconds(max(liveTime, period)), liveTime >= period ? "ttl" : "sy:updatePeriod")
    }
}
