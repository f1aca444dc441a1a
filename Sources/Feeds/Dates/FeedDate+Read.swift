// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

extension FeedDate {
    /// Reads a date in any of the forms that feeds use (MODEL.md §9): RFC 822 and its relatives, ISO 8601, `asctime`, days in figures,
    /// the month names of the agencies' languages, Chinese, Japanese and Korean dates, Unix seconds and milliseconds.
    ///
    /// The instant is nil where the text isn't one date, or the day doesn't exist; the years are 0…9999, whatever is likely.
    /// `timeZone` (an IANA name) is the zone of a date without one, with an unknown one, or with an abbreviation of several zones;
    /// without it that is UTC, or the abbreviation's most common meaning.
    public static func read(_ raw: String, timeZone: String?) -> FeedDate {
        guard raw.utf8.count <= maximalLength else { return FeedDate(instant: nil, raw: raw, quality: .fetchTime) }
        let cursor = DateCursor(raw)
        if let instant = CommonDate.read(cursor) ?? UnixTime.read(cursor) { return FeedDate(instant: instant, raw: raw, quality: .exact) }
        var scanner = DateScanner(cursor)
        guard let (time, isDayOnly) = PartialDate.read(cursor).map({ ($0, true) }) ?? scanner.scan(), let local = time.secondsSinceEpoch
        else { return FeedDate(instant: nil, raw: raw, quality: .fetchTime) }
        if isDayOnly { return FeedDate(instant: Date(timeIntervalSince1970: Double(local)), raw: raw, quality: .day) }
        let (offset, quality) = offset(scanner.zone, local: local, timeZone: timeZone)
        return FeedDate(instant: Date(timeIntervalSince1970: Double(local - offset)), raw: raw, quality: quality)
    }

    /// No date is longer, with its comment and a long zone name.
    private static let maximalLength = 256

    /// Seconds east of UTC at `local`, and how sure that is.
    private static func offset(_ zone: DateZone?, local: Int, timeZone: String?) -> (Int, DateQuality) {
        if case .offset(let seconds) = zone { return (seconds, .exact) }
        if case .rules(let identifier) = zone, let seconds = DateZone.offset(of: identifier, local: local) { return (seconds, .exact) }
        if let timeZone, let seconds = DateZone.offset(of: timeZone, local: local) { return (seconds, .feedConfig) }
        if case .ambiguous(let seconds) = zone { return (seconds, .zoneAssumed) }
        return (0, .zoneAssumed)
    }
}
