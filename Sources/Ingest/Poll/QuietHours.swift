// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials

/// The hours and days in which a publisher wants no polls (RSS 2.0 `skipHours`, `skipDays`), in UTC.
struct QuietHours {
    let hours: UInt32
    let days: UInt8

    private static let hour: Int64 = 3600
    private static let allHours: UInt32 = 0x00FF_FFFF
    private static let allDays: UInt8 = 0b1111_1110

    /// Nil when there are none; a publisher that excludes every hour, or every day, has said nothing.
    init?(_ rhythm: PublisherRhythm) {
        hours = rhythm.skippedHours & Self.allHours == Self.allHours ? 0 : rhythm.skippedHours & Self.allHours
        days = rhythm.skippedDays & Self.allDays == Self.allDays ? 0 : rhythm.skippedDays & Self.allDays
        guard hours != 0 || days != 0 else { return nil }
    }

    /// The end of the quiet time that `instant` lies in; nil when it lies in none.
    func end(around instant: Date) -> Date? {
        let first = Int64(instant.timeIntervalSince1970 / Double(Self.hour))
        guard isQuiet(first) else { return nil }
        // A week holds every pair of day and hour.
        guard let next = (1...7 * 24).first(where: { !isQuiet(first + Int64($0)) }) else { return nil }
        return Date(timeIntervalSince1970: Double((first + Int64(next)) * Self.hour))
    }

    /// - Parameter hour: hours since the beginning of 1970, which was a Thursday.
    private func isQuiet(_ hour: Int64) -> Bool {
        let (day, hourOfDay) = (hour / 24, hour % 24)
        let weekday = (day + 3) % 7 + 1
        return hours & 1 << UInt32(truncatingIfNeeded: hourOfDay) != 0 || days & 1 << UInt8(truncatingIfNeeded: weekday) != 0
    }
}
