// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// Seconds or milliseconds since 1970, of as many digits as they have in the news: 10 or 13.
enum UnixTime {
    /// The instant, or nil for any other text.
    static func read(_ cursor: DateCursor) -> Date? {
        var cursor = cursor
        cursor.skipSpaces()
        guard let (value, count) = cursor.digits(), count == 10 || count == 13 else { return nil }
        if count == 10, cursor.take(".") { _ = cursor.skipDigits() }
        cursor.skipSpaces()
        return cursor.isAtEnd ? Date(timeIntervalSince1970: Double(count == 10 ? value : value / 1_000)) : nil
    }
}

/// The forms of ISO 8601 that are only digits, and mean nothing inside of longer text.
enum PartialDate {
    /// Reads `2003`, `03335` and `2003335` (a day of the year), `-0312` and `-03-12` (a month); nil for any other text.
    static func read(_ cursor: DateCursor) -> CivilTime? {
        var cursor = cursor
        cursor.skipSpaces()
        let isMonth = cursor.take("-")
        guard var (value, count) = cursor.digits() else { return nil }
        if isMonth, count == 2, cursor.take("-"), let month = cursor.number(width: 2) { (value, count) = (value * 100 + month, 4) }
        cursor.skipSpaces()
        guard cursor.isAtEnd else { return nil }
        switch (isMonth, count) {
        case (true, 4): return CivilTime(year: 2000 + value / 100, month: value % 100)
        case (false, 4): return CivilTime(year: value)
        case (false, 5): return CivilTime(year: 2000 + value / 1_000, dayOfYear: value % 1_000)
        case (false, 7): return CivilTime(year: value / 1_000, dayOfYear: value % 1_000)
        default: return nil
        }
    }
}
