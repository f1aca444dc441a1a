// SPDX-License-Identifier: Apache-2.0

/// A day and a time of day in the proleptic Gregorian calendar, without a zone; arithmetic that can't overflow.
struct CivilTime: Hashable, Sendable {
    var year: Int
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0

    /// The years that have four digits; nothing else is a date of the news.
    static let years = 0...9999

    /// Seconds since 1970-01-01T00:00:00Z, or nil for a day or time of day that doesn't exist.
    ///
    /// 24:00 is the next day's 0:00, and second 60 (a leap second) is the next minute's 0.
    var secondsSinceEpoch: Int? {
        guard Self.years.contains(year), 1...12 ~= month, 1...Self.days(inMonth: month, of: year) ~= day else { return nil }
        guard 0...24 ~= hour, 0...59 ~= minute, 0...60 ~= second else { return nil }
        guard hour < 24 || (minute == 0 && second == 0) else { return nil }
        return daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second
    }

    /// The time that is `seconds` after 1970-01-01T00:00:00; nil outside the years 0…9999.
    init?(secondsSinceEpoch seconds: Int) {
        guard Self.epochSeconds.contains(seconds) else { return nil }
        let (days, rest) = Self.floorDivide(seconds, by: 86_400)
        // Howard Hinnant's civil_from_days: years begin in March, so that the leap day is the last one.
        let shifted = days + 719_468
        let (era, dayOfEra) = Self.floorDivide(shifted, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        hour = rest / 3_600
        minute = rest / 60 % 60
        second = rest % 60
    }

    /// 1 = Monday … 7 = Sunday; nil for a day that doesn't exist.
    var weekday: Int? {
        // 1970-01-01 was a Thursday.
        secondsSinceEpoch.map { Self.floorDivide(Self.floorDivide($0, by: 86_400).quotient + 3, by: 7).remainder + 1 }
    }

    /// Day 1…366 of a year; nil for a day that doesn't exist.
    init?(year: Int, dayOfYear: Int) {
        guard let start = CivilTime(year: year).secondsSinceEpoch, 1...366 ~= dayOfYear else { return nil }
        self.init(secondsSinceEpoch: start + (dayOfYear - 1) * 86_400)
        guard self.year == year else { return nil }
    }

    init(year: Int, month: Int = 1, day: Int = 1) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The number of days of a month, 1…12.
    static func days(inMonth month: Int, of year: Int) -> Int {
        guard month == 2 else { return [4, 6, 9, 11].contains(month) ? 30 : 31 }
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    }
}

extension CivilTime {
    /// 0000-01-01T00:00:00 … 9999-12-31T23:59:59.
    private static let epochSeconds = -62_167_219_200...253_402_300_799

    private var daysSinceEpoch: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = Self.floorDivide(shiftedYear, by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func floorDivide(_ number: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
