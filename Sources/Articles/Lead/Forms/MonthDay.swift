// SPDX-License-Identifier: Apache-2.0

/// A day as datelines give it: `Feb. 20`, `18 jun`, `17th April, 2026`, `6月14日`.
struct MonthDay: Hashable, Sendable {
    let month: Int
    let day: Int
    var year: Int?

    /// Nil for a day that no year has.
    init?(month: Int, day: Int, year: Int? = nil) {
        guard (1...12).contains(month), day >= 1, day <= Self.longest[month - 1] else { return nil }
        self.month = month
        self.day = day
        self.year = year
    }

    private static let longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

extension Line {
    /// Reads a day, with its year where one follows; the end is behind a period that belongs to an abbreviated month.
    func monthDay(at start: Int) -> (day: MonthDay, end: Int)? {
        self[start].isDigit ? dayFirst(at: start) : monthFirst(at: start)
    }

    /// Reads `6月14日`, its digits of either width.
    func chineseDay(at start: Int) -> (day: MonthDay, end: Int)? {
        guard let month = number(at: start, digits: 1...2), self[month.end] == "月" else { return nil }
        guard let day = number(at: month.end + 1, digits: 1...2), self[day.end] == "日" else { return nil }
        return MonthDay(month: month.value, day: day.value).map { ($0, day.end + 1) }
    }

    /// Reads a number of so many digits that no further digit follows.
    func number(at start: Int, digits: ClosedRange<Int>) -> (value: Int, end: Int)? {
        var value = 0
        var end = start
        while let digit = self[end].digit, end - start < digits.upperBound {
            value = value * 10 + digit
            end += 1
        }
        guard digits.contains(end - start), !self[end].isDigit else { return nil }
        return (value, end)
    }
}

private extension Line {
    /// `Feb. 20`, `October 08`, `Nov.3`, `Aug 25, 2004`.
    func monthFirst(at start: Int) -> (day: MonthDay, end: Int)? {
        guard let month = monthName(at: start) else { return nil }
        guard let day = number(at: skippingSpaces(month.end), digits: 1...2) else { return nil }
        return dated(month.value, day.value, behind: day.end)
    }

    /// `18 jun`, `28 May.`, `5th September`, `1er août`, `21 de enero`, `3. März`.
    func dayFirst(at start: Int) -> (day: MonthDay, end: Int)? {
        guard let day = number(at: start, digits: 1...2) else { return nil }
        var position = day.end
        for suffix in ["st", "nd", "rd", "th", "er", "º", "."] where has(suffix, at: position) {
            position += suffix.unicodeScalars.count
            break
        }
        position = skippingSpaces(position)
        if has("de ", at: position) { position = skippingSpaces(position + 3) }
        guard let month = monthName(at: position) else { return nil }
        return dated(month.value, day.value, behind: month.end)
    }

    func dated(_ month: Int, _ day: Int, behind end: Int) -> (day: MonthDay, end: Int)? {
        let year = year(behind: end)
        return MonthDay(month: month, day: day, year: year?.value).map { ($0, year?.end ?? end) }
    }

    func year(behind end: Int) -> (value: Int, end: Int)? {
        var position = skippingSpaces(end)
        if self[position] == "," { position = skippingSpaces(position + 1) }
        if has("de ", at: position) { position = skippingSpaces(position + 3) }
        guard position > end, let year = number(at: position, digits: 4...4), (1800...2200).contains(year.value) else { return nil }
        return year
    }

    func monthName(at start: Int) -> (value: Int, end: Int)? {
        var end = start
        while self[end].isLetter, end - start < Months.longest { end += 1 }
        guard end - start >= 3, !self[end].isLetter, let month = Months.number(of: text(start..<end)) else { return nil }
        return (month, self[end] == "." ? end + 1 : end)
    }
}
