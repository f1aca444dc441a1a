// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials

extension Dateline {
    /// The date with the year that brings it nearest to `instant`, unless that is more than 45 days away.
    ///
    /// A year that the line itself gives stays. `instant` is taken as a day in UTC.
    public func dated(near instant: Date) -> Dateline {
        guard let date, let day = MonthDay(text: date) else { return self }
        var dateline = self
        dateline.date = day.dated(near: instant).text
        return dateline
    }
}

extension MonthDay {
    /// The day in the year that brings it nearest to `instant`, unless that is more than 45 days away; a known year stays.
    func dated(near instant: Date) -> MonthDay {
        guard year == nil, let today = CivilDay.number(of: instant) else { return self }
        let thisYear = CivilDay.year(of: today)
        let nearest = (thisYear - 1...thisYear + 1)
            .filter { month != 2 || day != 29 || CivilDay.isLeap($0) }
            .map { (year: $0, distance: abs(CivilDay.number(year: $0, month: month, day: day) - today)) }
            .min { $0.distance < $1.distance }
        guard let nearest, nearest.distance <= 45 else { return self }
        var dated = self
        dated.year = nearest.year
        return dated
    }

    /// `2018-02-20`, or `--02-20` without a year.
    var text: String {
        let year = year.map { String($0) } ?? "-"
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    init?(text: String) {
        let line = Line(text)
        let year = line.number(at: 0, digits: 4...4)
        let start = (year?.end ?? 1) + 1
        guard let month = line.number(at: start, digits: 2...2), let day = line.number(at: month.end + 1, digits: 2...2) else { return nil }
        self.init(month: month.value, day: day.value, year: year?.value)
    }
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
