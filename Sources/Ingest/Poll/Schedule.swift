// SPDX-License-Identifier: Apache-2.0
import Feeds
public import FoundationEssentials

/// When to poll a feed next, and why then. Pure: the time and the chance are arguments.
public struct Schedule: Hashable, Sendable {
    /// The next poll, with its reason in words for `status`.
    public struct Next: Hashable, Sendable {
        /// The earliest moment for it, jitter included.
        public var at: Date
        /// `interval 15m`, `floor 1m`, `back-off 2h`, `Retry-After 1h`.
        public var reason: String
    }

    /// The feed's own rhythm.
    public var interval: Duration
    /// Never more often than this.
    public var floor: Duration

    /// The longest pause between two polls of a failing feed.
    static let longestBackOff = Duration.seconds(86_400)
    /// The longest Retry-After that is honoured.
    static let longestRetryAfter = Duration.seconds(7 * 86_400)
    /// Jitter lengthens a pause by up to this share of it; it never shortens.
    static let jitterShare = 0.1

    /// A schedule; where `interval` is below `floor`, the floor holds.
    public init(interval: Duration, floor: Duration) {
        self.interval = interval
        self.floor = floor
    }

    /// The poll after one that worked.
    ///
    /// - Parameter chance: a random number in 0..<1.
    public func next(after now: Date, chance: Double) -> Next {
        Next(
            at: now + Self.jittered(max(interval, floor), chance),
            reason: interval < floor ? "floor \(floor.words)" : "interval \(interval.words)")
    }

    /// The poll after the `failures`th failure in a row.
    ///
    /// - Parameter retryAfter: what the server asked for (RFC 9110 §10.2.3), if it did.
    public func next(after now: Date, failures: Int, retryAfter: Duration?, chance: Double) -> Next {
        let doublings = min(max(failures - 1, 0), 20)
        let backOff = min(max(interval, floor) * (1 << doublings), max(Self.longestBackOff, interval))
        let asked = retryAfter.map { min($0, Self.longestRetryAfter) }
        if let asked, asked > backOff {
            return Next(at: now + Self.jittered(asked, chance), reason: "Retry-After \(asked.words)")
        }
        return Next(at: now + Self.jittered(backOff, chance), reason: "back-off \(backOff.words)")
    }

    private static func jittered(_ pause: Duration, _ chance: Double) -> TimeInterval {
        pause.inSeconds * (1 + jitterShare * min(max(chance, 0), 1))
    }
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
