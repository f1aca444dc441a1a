// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials

/// A date as the publisher wrote it, and the instant that it means.
public struct FeedDate: Hashable, Sendable, Codable {
    /// The instant, or nil where the string holds no date that can be told.
    public var instant: Date?
    /// The string as sent, kept also where it means nothing.
    public var raw: String
    /// How `instant` was obtained; `fetchTime` where there is none.
    public var quality: DateQuality

    /// A date that is understood already; `read` makes one from a string.
    public init(instant: Date?, raw: String, quality: DateQuality) {
        self.instant = instant
        self.raw = raw
        self.quality = quality
    }
}

/// How far an instant can be trusted (MODEL.md §9).
public enum DateQuality: String, Hashable, Sendable, Codable {
    case exact
    /// The zone was missing, unknown or ambiguous, and assumed.
    case zoneAssumed = "zone-assumed"
    /// Only the day is known; the time of day is 00:00.
    case day
    /// The zone came from the feed's settings.
    case feedConfig = "feed-config"
    /// No usable date was sent: the time of the fetch stands in.
    case fetchTime = "fetch-time"
}
