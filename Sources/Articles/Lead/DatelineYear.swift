// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

extension MonthDay {
    /// The day in the year that brings it nearest to `instant`, unless that is more than 45 days away; a known year stays.
    ///
    /// `instant` is taken as a day in UTC.
    func dated(near instant: Date) -> MonthDay {
        guard year == nil, let today = CivilDay.number(of: instant) else { return self }
        let thisYear = CivilDay.year(of: today)
        let years = (thisYear - 1...thisYear + 1).lazy.filter { month != 2 || day != 29 || CivilDay.isLeap($0) }
        var dated = self
        dated.year = years.first { abs(CivilDay.number(year: $0, month: month, day: day) - today) <= 45 }
        return dated
    }

    /// `2018-02-20`, or `--02-20` without a year.
    var text: String {
        (year.map(String.init) ?? "-") + "-" + Self.twoDigits[month] + "-" + Self.twoDigits[day]
    }

    /// Up to the longest month's days.
    private static let twoDigits = (0...31).map { $0 < 10 ? "0\($0)" : String($0) }
}

/// Days of the Gregorian calendar as numbers from 1970-01-01.
enum CivilDay {
    /// The day in UTC, or nil for an instant outside the years that news has.
    static func number(of instant: Date) -> Int? {
        let days = (instant.timeIntervalSince1970 / 86_400).rounded(.down)
        return abs(days) < 1_000_000 ? Int(days) : nil
    }

    static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func year(of number: Int) -> Int {
        var year = 1970 + number / 365
        while CivilDay.number(year: year, month: 1, day: 1) > number { year -= 1 }
        while CivilDay.number(year: year + 1, month: 1, day: 1) <= number { year += 1 }
        return year
    }

    static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }
}
