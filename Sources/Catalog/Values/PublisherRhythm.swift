// SPDX-License-Identifier: Apache-2.0

/// What a document says about how often to come back, as far as it matters between two polls.
public struct PublisherRhythm: Hashable, Sendable {
    /// The least pause, from RSS `ttl` or `sy:updatePeriod`.
    public var pause: Duration?
    /// Where the pause was read: `ttl`, `sy`.
    public var pauseName: String?
    /// Hours of the day in UTC without polls: bit 0 for midnight to one.
    public var skippedHours: UInt32 = 0
    /// Days of the week in UTC without polls: bit 1 for Monday … bit 7 for Sunday.
    public var skippedDays: UInt8 = 0

    /// No wish at all.
    public init() {}
}
