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
    /// Reads a day, with its year where one follows and the weekday around it; the end is behind a period that belongs to an
    /// abbreviated month.
    func monthDay(at start: Int) -> (day: MonthDay, end: Int)? {
        if let day = monthFirst(at: start) { return day }
        let next = skippingWeekday(at: start)
        if self[next].isDigit { return dayFirst(at: next) ?? yearFirst(at: next) ?? numericDay(at: next) }
        if has("le ", at: next) { return dayFirst(at: skippingSpaces(next + 3)) }
        return next > start ? monthFirst(at: next) : nil
    }

    /// Reads `6月14日` and `2023年6月14日`, its digits of either width.
    func chineseDay(at start: Int) -> (day: MonthDay, end: Int)? {
        eastAsianDay(at: start, signs: ("年", "月", "日"))
    }

    /// Reads `3월 8일`.
    func koreanDay(at start: Int) -> (day: MonthDay, end: Int)? {
        eastAsianDay(at: start, signs: ("년", "월", "일"))
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

    /// Behind `Friday, ` at `start`, or `start`.
    func skippingWeekday(at start: Int) -> Int {
        var end = start
        while self[end].isLetter, end - start < 12 { end += 1 }
        guard end - start >= 3, self[end] == "," || self[end] == ".", Weekdays.contains(word(start..<end)) else { return start }
        return skippingSpaces(end + 1)
    }
}

private extension Line {
    /// `Feb. 20`, `October 08`, `Nov.3`, `Aug 25, 2004`.
    func monthFirst(at start: Int) -> (day: MonthDay, end: Int)? {
        guard let month = monthName(at: start) else { return nil }
        guard let day = number(at: skippingSpaces(month.end), digits: 1...2) else { return nil }
        let isOrdinal = self[day.end].isLetter && ["st", "nd", "rd", "th"].contains { has($0, at: day.end) && !self[day.end + 2].isLetter }
        return dated(month.value, day.value, behind: day.end + (isOrdinal ? 2 : 0))
    }

    /// `18 jun`, `28 May.`, `5th September`, `1er août`, `21 de enero`, `3. März`.
    func dayFirst(at start: Int) -> (day: MonthDay, end: Int)? {
        guard let day = number(at: start, digits: 1...2) else { return nil }
        var position = day.end
        if !self[position].isSpace, let suffix = ["st", "nd", "rd", "th", "er", "º", "."].first(where: { has($0, at: position) }) {
            position += suffix.unicodeScalars.count
        }
        position = skippingSpaces(position)
        if has("de ", at: position) { position = skippingSpaces(position + 3) }
        guard let month = monthName(at: position) else { return nil }
        return dated(month.value, day.value, behind: month.end)
    }

    /// `2023. április 17., hétfő`.
    func yearFirst(at start: Int) -> (day: MonthDay, end: Int)? {
        guard let year = number(at: start, digits: 4...4), self[year.end] == "." else { return nil }
        guard let month = monthName(at: skippingSpaces(year.end + 1)) else { return nil }
        guard let day = number(at: skippingSpaces(month.end), digits: 1...2) else { return nil }
        return MonthDay(month: month.value, day: day.value, year: year.value).map { ($0, behindWeekday(day.end)) }
    }

    /// `17.04.2023`; the dots say that the day comes first.
    func numericDay(at start: Int) -> (day: MonthDay, end: Int)? {
        guard let day = number(at: start, digits: 1...2), self[day.end] == "." else { return nil }
        guard let month = number(at: day.end + 1, digits: 1...2), self[month.end] == "." else { return nil }
        guard let year = number(at: month.end + 1, digits: 4...4) else { return nil }
        return MonthDay(month: month.value, day: day.value, year: year.value).map { ($0, year.end) }
    }

    func behindWeekday(_ end: Int) -> Int {
        guard self[end] == ".", self[end + 1] == "," else { return end }
        let start = skippingSpaces(end + 2)
        var wordEnd = start
        while self[wordEnd].isLetter, wordEnd - start < 12 { wordEnd += 1 }
        return Weekdays.contains(word(start..<wordEnd)) ? wordEnd : end
    }

    func eastAsianDay(
        at start: Int, signs: (year: Unicode.Scalar, month: Unicode.Scalar, day: Unicode.Scalar)
    ) -> (day: MonthDay, end: Int)? {
        let year = number(at: start, digits: 4...4).flatMap { self[$0.end] == signs.year ? $0 : nil }
        let monthStart = year.map { skippingSpaces($0.end + 1) } ?? start
        guard let month = number(at: monthStart, digits: 1...2), self[month.end] == signs.month else { return nil }
        guard let day = number(at: skippingSpaces(month.end + 1), digits: 1...2), self[day.end] == signs.day else { return nil }
        return MonthDay(month: month.value, day: day.value, year: year?.value).map { ($0, day.end + 1) }
    }

    func dated(_ month: Int, _ day: Int, behind end: Int) -> (day: MonthDay, end: Int)? {
        let year = year(behind: end)
        return MonthDay(month: month, day: day, year: year?.value).map { ($0, year?.end ?? end) }
    }

    func year(behind end: Int) -> (value: Int, end: Int)? {
        var position = skippingSpaces(end)
        if self[position] == "," || self[position] == "/" { position = skippingSpaces(position + 1) }
        if has("de ", at: position) { position = skippingSpaces(position + 3) }
        guard position > end, let year = number(at: position, digits: 4...4), (1800...2200).contains(year.value) else { return nil }
        return year
    }

    func monthName(at start: Int) -> (value: Int, end: Int)? {
        var end = start
        while self[end].isLetter, end - start < Months.longest { end += 1 }
        guard end - start >= 3, !self[end].isLetter, let month = Months.number(of: word(start..<end)) else { return nil }
        return (month, self[end] == "." ? end + 1 : end)
    }
}
