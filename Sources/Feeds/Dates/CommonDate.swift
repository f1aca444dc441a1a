// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// The two forms that nearly all dates have, `Fri, 20 Feb 2026 11:26:18 +0800` and `2026-02-20T11:26:18Z`, read straight through.
///
/// `DateScanner` would read them alike, at ten times the cost; whatever departs from them is left to it.
enum CommonDate {
    /// The instant, or nil for any other text, and for a day or time that doesn't exist.
    static func read(_ cursor: DateCursor) -> Date? {
        cursor.next?.isASCIIDigit == true ? Date(rfc3339: cursor) ?? mail(cursor) : mail(cursor)
    }

    /// RFC 5322 §3.3, with a zone that is a number or GMT.
    private static func mail(_ cursor: DateCursor) -> Date? {
        var cursor = cursor
        if let weekday = cursor.threeLetters() {
            guard weekdays.contains(weekday), cursor.take(","), cursor.take(" ") else { return nil }
        }
        guard let (day, width) = cursor.digits(), width <= 2, cursor.take(" "),
            let name = cursor.threeLetters(), let month = months.firstIndex(of: name), cursor.take(" "),
            let year = cursor.number(width: 4), cursor.take(" "),
            let hour = cursor.number(width: 2), cursor.take(":"), let minute = cursor.number(width: 2), cursor.take(":"),
            let second = cursor.number(width: 2), cursor.take(" "), let offset = offset(&cursor), cursor.isAtEnd
        else { return nil }
        var time = CivilTime(year: year, month: month + 1, day: day)
        (time.hour, time.minute, time.second) = (hour, minute, second)
        return time.secondsSinceEpoch.map { Date(timeIntervalSince1970: Double($0 - offset)) }
    }

    private static func offset(_ cursor: inout DateCursor) -> Int? {
        let isWest = cursor.take("-")
        guard isWest || cursor.take("+") else { return cursor.threeLetters() == gmt ? 0 : nil }
        guard let hours = cursor.number(width: 2), hours < 24, let minutes = cursor.number(width: 2), minutes < 60 else { return nil }
        return (isWest ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }

    private static let gmt = number("gmt")
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(number)
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].map(number)

    /// Three letters as `DateCursor.threeLetters` gives them.
    private static func number(_ letters: String) -> UInt32 { letters.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
