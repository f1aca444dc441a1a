// SPDX-License-Identifier: Apache-2.0
public import Catalog
public import FoundationEssentials
import Stories

/// How one feed stands.
public struct FeedHealth: Sendable {
    /// At a glance.
    public enum Condition: String, Sendable, CaseIterable {
        /// The last poll worked.
        case ok
        /// It was never polled.
        case new
        /// Its polls work, and yet no story has come for unusually long.
        case quiet
        /// The last poll failed.
        case failing
        /// The publisher says that the feed is no more.
        case gone
        /// The configuration says `enabled: false`, or an operator said `feed pause`.
        case paused
    }

    /// The feed as it is configured.
    public var settings: FeedSettings
    /// What the catalog remembers of it.
    public var state: FeedState
    /// At a glance.
    public var condition: Condition
    /// New stories and revisions of the last 24 hours.
    public var recent: Int
    /// The longest pause between two commits of the last seven days; nil when there were too few to tell.
    public var longestPause: TimeInterval?
    /// Documents of the last 24 hours of which nothing was known: stories may be missing between.
    public var gaps: Int

    /// The feed that is polled for this one, since both have moved to one address.
    public var twin: String?

    /// A feed, and when its versions of the last seven days were committed, the newest first.
    init(_ settings: FeedSettings, state: FeedState, commits: [Date], gaps: Int, now: Date) {
        self.settings = settings
        self.state = state
        self.gaps = gaps
        recent = commits.count { $0 > now - Self.day }
        longestPause = Self.longestPause(in: commits)
        condition = Self.condition(settings, state, longestPause, now)
    }

    /// Nothing to worry about.
    public var isWell: Bool { [.ok, .new, .paused].contains(condition) }

    /// It should be polled, and for so long nothing was read of it, or nothing new came; a feed that was never polled counts as well.
    public func isDead(for time: Duration, at now: Date) -> Bool {
        guard settings.isEnabled else { return false }
        let oldest = now - time.inSeconds
        return (state.lastSuccess ?? .distantPast) < oldest || (state.lastStory ?? .distantPast) < oldest
    }

    /// What makes two of its items one story: `guid`, or where that is found out, `auto: guid`.
    public var identity: String {
        guard let found = state.identity, settings.identity == .auto else { return settings.identity.rawValue }
        return "auto: \(found.rawValue)"
    }

    /// How long a next poll may lie in the past before something is wrong with the daemon.
    public func isOverdue(at now: Date) -> Bool {
        guard condition != .paused, condition != .gone, twin == nil else { return false }
        guard let next = state.nextPoll else { return true }
        return next + max(300, settings.interval.inSeconds) < now
    }
}

extension FeedHealth {
    private static let day: TimeInterval = 86_400
    /// A feed that is silent for less is never called quiet.
    private static let leastSilence: TimeInterval = 6 * 3600
    /// Pauses that are too few to learn a rhythm from.
    private static let leastPauses = 10

    private static func condition(
        _ settings: FeedSettings, _ state: FeedState, _ longestPause: TimeInterval?, _ now: Date
    ) -> Condition {
        if !settings.isEnabled || state.isPaused { return .paused }
        if state.isGone { return .gone }
        if state.failures > 0 { return .failing }
        guard state.lastSuccess != nil else { return .new }
        return isQuiet(since: state.lastStory, longestPause: longestPause, now) ? .quiet : .ok
    }

    /// Silent for three times the longest pause that was seen; where none could be learnt, for a week.
    static func isQuiet(since lastStory: Date?, longestPause: TimeInterval?, _ now: Date) -> Bool {
        guard let lastStory else { return false }
        return now.timeIntervalSince(lastStory) > (longestPause.map { max(leastSilence, 3 * $0) } ?? 7 * day)
    }

    /// - Parameter commits: the newest first; those of one moment are one.
    static func longestPause(in commits: [Date]) -> TimeInterval? {
        let pauses = zip(commits, commits.dropFirst()).map { $0.timeIntervalSince($1) }.filter { $0 > 0 }
        return pauses.count >= leastPauses ? pauses.max() : nil
    }
}
