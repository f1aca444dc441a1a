// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// Spreads feeds that are due all at once: after a start, or after the machine slept.
///
/// Each feed has a place of its own in every period, given by its name, so that one restart after the other delays nobody for ever.
enum Spread {
    /// Feeds that are due all at once are spread over no more than this.
    static let longest: TimeInterval = 300

    /// The feed's next place after `now`, in periods of so many seconds.
    static func instant(for name: String, after now: Date, over seconds: TimeInterval) -> Date {
        guard seconds > 0 else { return now }
        let place = seconds * share(of: name)
        let period = ((now.timeIntervalSince1970 - place) / seconds).rounded(.down) + 1
        return Date(timeIntervalSince1970: period * seconds + place)
    }

    /// FNV-1a, its bits mixed, scaled to 0..<1: the same on every machine and in every process.
    private static func share(of name: String) -> Double {
        var hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        // Names that differ in their last digits differ in the lowest bits alone.
        hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
        return Double((hash ^ hash >> 33) >> 11) / 9_007_199_254_740_992
    }
}
