// SPDX-License-Identifier: Apache-2.0
public import Catalog
import Feeds
public import FoundationEssentials

/// When to poll a feed next, and why then. Pure: the time and the chance are arguments.
///
/// Never more often than the server wishes, and without a wish never more often than the floor.
public struct Schedule: Hashable, Sendable {
    /// The next poll, with its reason in words for `status`.
    public struct Next: Hashable, Sendable {
        /// The earliest moment for it, jitter included.
        public var at: Date
        /// `interval 15m`, `max-age 1h`, `floor 1h: …`, `back-off 2h`, `Retry-After 1h`.
        public var reason: String
    }

    /// What the last poll left behind.
    public struct Signs: Hashable, Sendable {
        /// The next request can be answered by 304.
        public var isConditional: Bool
        /// How long the answer stays the newest.
        public var freshness: Freshness?
        /// What the document wishes.
        public var rhythm: PublisherRhythm
        /// The pause that the feed's own rhythm asks for, where it is not the interval.
        public var pace: Duration?

        /// What is known after a poll.
        public init(
            isConditional: Bool = true, freshness: Freshness? = nil, rhythm: PublisherRhythm = PublisherRhythm(), pace: Duration? = nil
        ) {
            (self.isConditional, self.freshness, self.rhythm, self.pace) = (isConditional, freshness, rhythm, pace)
        }
    }

    /// The feed's usual rhythm.
    public var interval: Duration
    /// Never more often than this, if the operator says so; nil leaves it to the rules.
    public var leastPause: Duration?
    /// Never less often than this after a poll that worked, if the operator says so.
    public var longestPause: Duration?
    /// The feed's host is the operator's own.
    public var isOwn: Bool

    /// The longest wish of a server that is granted.
    static let longestWish = Duration.seconds(86_400)
    /// The longest Retry-After that is honoured.
    static let longestRetryAfter = Duration.seconds(7 * 86_400)
    /// Jitter lengthens a pause by up to this share of it; it never shortens.
    static let jitterShare = 0.1
    /// Feeds that wait for one hour to end are spread over so many seconds of the next.
    static let spreadAfterQuiet = 300.0

    /// A schedule of the operator's wishes.
    public init(interval: Duration, leastPause: Duration? = nil, longestPause: Duration? = nil, isOwn: Bool = false) {
        (self.interval, self.leastPause, self.longestPause, self.isOwn) = (interval, leastPause, longestPause, isOwn)
    }

    /// The poll after one that worked.
    ///
    /// - Parameter chance: a random number in 0..<1.
    public func next(after now: Date, _ signs: Signs = Signs(), chance: Double) -> Next {
        let wish = granted(signs)
        let (pause, reason) = pause(signs, wish)
        let due = now + Self.jittered(pause, chance)
        guard let quiet = QuietHours(signs.rhythm), let end = quiet.end(around: due) else { return Next(at: due, reason: reason) }
        let at = end + Self.spreadAfterQuiet * Self.share(chance)
        if let longestPause, at > now + longestPause.inSeconds { return Next(at: max(due, now + longestPause.inSeconds), reason: reason) }
        return Next(at: at, reason: "the publisher's quiet hours, after \(reason)")
    }

    /// The poll after the `failures`th failure in a row.
    ///
    /// - Parameter retryAfter: what the server asked for (RFC 9110 §10.2.3), if it did.
    public func next(after now: Date, failures: Int, _ kind: BackOff, retryAfter: Duration?, chance: Double) -> Next {
        let usual = max(interval, leastPause ?? .zero)
        let backOff = kind.pause(after: failures, usual: usual)
        let asked = retryAfter.map { min($0, Self.longestRetryAfter) }
        if let asked, asked > backOff {
            return Next(at: now + Self.jittered(asked, chance), reason: "Retry-After \(asked.words)")
        }
        return Next(at: now + Self.jittered(backOff, chance), reason: "back-off \(backOff.words)")
    }
}

extension Schedule {
    /// The pause while no stories are about to be missed: the operator's, and no less than the floor.
    func usual(_ signs: Signs) -> Duration { max(interval, floor(signs, isPressed: false).pause) }

    /// The longest wish of the publisher as far as it is granted, with its words.
    private func granted(_ signs: Signs) -> (pause: Duration, reason: String)? {
        let ceiling = longestPause ?? Self.longestWish
        let wishes = [
            signs.freshness.map { ($0.pause, $0.name) }, signs.rhythm.pause.map { ($0, signs.rhythm.pauseName ?? "ttl") },
        ]
        guard let longest = wishes.compactMap(\.self).max(by: { $0.0 < $1.0 }) else { return nil }
        guard longest.0 > ceiling else { return (longest.0, "\(longest.1) \(longest.0.words)") }
        let limit = longestPause == nil ? "cut to \(ceiling.words)" : "cut to \(ceiling.words) by max_interval"
        return (ceiling, "\(longest.1) \(longest.0.words), \(limit)")
    }

    private func pause(_ signs: Signs, _ wish: (pause: Duration, reason: String)?) -> (Duration, String) {
        let own = signs.pace ?? interval
        let isPressed = own < usual(signs) && signs.pace != nil
        let floor = floor(signs, isPressed: isPressed)
        if let wish, wish.pause >= max(own, floor.pause) { return (wish.pause, wish.reason) }
        if floor.pause > own { return (floor.pause, "floor \(floor.pause.words)\(floor.why)") }
        guard let pace = signs.pace else { return (interval, "interval \(interval.words)\(undercut(signs, wish))") }
        return (pace, "\(pace.words): \(isPressed ? "few of its items were known" : "it brings little")")
    }

    private func floor(_ signs: Signs, isPressed: Bool) -> (pause: Duration, why: String) {
        if let leastPause { return (leastPause, "") }
        if isOwn { return (.zero, "") }
        // As often as the server says; the other floors are for servers that say nothing.
        if granted(signs) != nil { return (Pace.hasty, "") }
        if signs.isConditional {
            return isPressed ? (Pace.least, "") : (Pace.resting, ": the server names no pause; min_interval changes it")
        }
        return (
            isPressed ? Pace.leastUnconditional : Pace.restingUnconditional, ": the server sends no validators; min_interval changes it"
        )
    }

    /// A floor that the operator has lowered is named.
    private func undercut(_ signs: Signs, _ wish: (pause: Duration, reason: String)?) -> String {
        guard leastPause != nil, !isOwn, wish == nil else { return "" }
        if !signs.isConditional { return interval < Pace.restingUnconditional ? ", below 1h without validators" : "" }
        return interval < Pace.resting ? ", below 15m without a wish of the server" : ""
    }

    private static func jittered(_ pause: Duration, _ chance: Double) -> TimeInterval {
        pause.inSeconds * (1 + jitterShare * share(chance))
    }

    private static func share(_ chance: Double) -> Double { min(max(chance, 0), 1) }
}

extension Schedule {
    /// Reads Retry-After: seconds, or an HTTP date (RFC 9110 §10.2.3). Nil when it is neither or lies in the past.
    public static func retryAfter(_ value: String, now: Date) -> Duration? {
        let text = value.split(separator: " ").joined(separator: " ")
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return min(.seconds(Int64(text) ?? .max), longestRetryAfter)
        }
        guard let instant = FeedDate.read(text, timeZone: nil).instant, instant > now else { return nil }
        return min(.seconds(Int64(min(instant.timeIntervalSince(now), 1e9))), longestRetryAfter)
    }
}

extension Duration {
    /// Seconds with their fraction.
    public var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }

    /// Reads `15m`, `90s`, `2h`, as the settings write it; nil when it is anything else.
    public init?(words: String) {
        // What is wrong with it is for the caller to say.
        guard let duration = try? Quantity.duration(words) else { return nil }
        self = duration
    }

    /// `15m`, `90s`, `2h`, as the settings write it.
    public var words: String {
        let seconds = components.seconds
        guard components.attoseconds == 0, seconds > 0 else { return "\(Int64(inSeconds * 1000))ms" }
        for (unit, length) in [("d", 86_400), ("h", 3600), ("m", 60)] as [(String, Int64)] where seconds % length == 0 && seconds >= length
        {
            return "\(seconds / length)\(unit)"
        }
        return "\(seconds)s"
    }
}
