// SPDX-License-Identifier: Apache-2.0

/// Collects the fields of a date from left to right, in whatever order they stand; nothing is read twice.
///
/// `scan()` gives up at the first thing that has no place in a date, so that no text is mistaken for one.
struct DateScanner {
    var cursor: DateCursor
    var time: CivilTime?
    var date = Fields()
    var zone: DateZone?
    private var isAfternoon: Bool?
    private var weekday: Int?
    private var isTimeExpected = false
    private var yearsBeforeEra = 0
    private var words = 0
    /// The month was named by the date's first word, which may be a weekday: `mar, 20 feb` is a Tuesday.
    private var isMonthDoubtful = false

    /// The day, as far as it is known.
    struct Fields {
        var year: Int?
        var month: Int?
        var day: Int?
        /// Two numbers of which one is the day and the other the month.
        var dayOrMonth: (first: Int, second: Int)?

        var isComplete: Bool { year != nil && ((month != nil && day != nil) || dayOrMonth != nil) }
        var isEmpty: Bool { year == nil && month == nil && day == nil && dayOrMonth == nil }
    }

    init(_ cursor: DateCursor) {
        self.cursor = cursor
    }

    /// Reads the whole text; nil if something in it can't belong to a date, or the day stays unknown.
    mutating func scan() -> (time: CivilTime, isDayOnly: Bool)? {
        while let next = cursor.next {
            guard step(at: next) else { return nil }
        }
        guard var result = day() else { return nil }
        guard let time else { return (result, true) }
        (result.hour, result.minute, result.second) = (time.hour, time.minute, time.second)
        if isAfternoon == true, result.hour < 12 { result.hour += 12 }
        if isAfternoon == false, result.hour == 12 { result.hour = 0 }
        return (result, false)
    }
}

extension DateScanner {
    private mutating func step(at next: UInt8) -> Bool {
        if next.isASCIIDigit { return number() }
        if next.isLetter { return word() }
        switch next {
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return sign(isWest: next == UInt8(ascii: "-"))
        case UInt8(ascii: "("): return comment()
        case ...0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "."):
            cursor.advance()
            return true
        default: return false
        }
    }

    /// `+08:00` behind a time is an offset; any other minus is a separator.
    private mutating func sign(isWest: Bool) -> Bool {
        cursor.advance()
        let isOffset = cursor.next?.isASCIIDigit == true && (time != nil || (!isWest && date.isComplete))
        // `terça-feira` is a weekday.
        guard isOffset else { return isWest && (!date.isEmpty || (words == 1 && cursor.next?.isLetter == true)) }
        guard zone == nil || zone == .offset(0), let offset = cursor.offset(isWest: isWest) else { return false }
        zone = offset
        return true
    }

    /// RFC 5322's comments: `+0530 (IST)`; where no zone stands before it, it may be the zone.
    private mutating func comment() -> Bool {
        cursor.advance()
        if zone == nil, time != nil, let word = cursor.word() { zone = DateZone.named(word.lowercased()) }
        return cursor.skip(past: ")")
    }

    private mutating func word() -> Bool {
        guard let raw = cursor.word(joining: time == nil ? "" : "/_-.") else { return false }
        let word = raw.lowercased()
        defer { words += 1 }
        if let month = DateNames.month(word), date.month == nil || isMonthDoubtful { return named(month: month) }
        if let number = DateNames.weekday(word) {
            weekday = number
            return true
        }
        if let isAfternoon = DateNames.isAfternoon(word) {
            self.isAfternoon = isAfternoon
            return true
        }
        if let years = DateNames.yearsBefore(era: word), date.isEmpty {
            yearsBeforeEra = years
            return true
        }
        if time != nil { return zone(named: word, raw: raw) }
        if word == "t", date.isComplete {
            isTimeExpected = true
            return true
        }
        // A weekday in some language stands first, or not at all.
        if DateNames.isFiller(word) || (words < 2 && date.isEmpty) { return true }
        zone = date.isComplete ? DateZone.named(word) : nil
        return zone != nil
    }

    private mutating func named(month: Int) -> Bool {
        isMonthDoubtful = words == 0 && date.isEmpty && month == 3
        date.month = month
        return true
    }

    private mutating func zone(named word: String, raw: String) -> Bool {
        let named = DateZone.named(word)
        // `+0530 IST` says it twice; the number is the safer one.
        guard zone == nil else { return named != nil || DateNames.isFiller(word) }
        if named == nil, DateNames.isFiller(word) { return true }
        zone = named ?? (raw.utf8.contains(UInt8(ascii: "/")) ? .rules(raw) : .unknown)
        return true
    }
}

extension DateScanner {
    private mutating func number() -> Bool {
        guard let number = cursor.digits() else { return false }
        if time == nil, number.count <= 2, isClockMark { return clock(hour: number) }
        if let unit = cursor.take(oneOf: Self.units) { return set(number.value, unit: unit) }
        if isTimeExpected || (date.isComplete && time == nil) { return compactTime(number) }
        if date.isEmpty, let separator = cursor.next, "-/.".utf8.contains(separator), cursor.peek(1)?.isASCIIDigit == true {
            return numericDate(first: number, separator: separator)
        }
        if date.isEmpty, number.count >= 8 { return compactDate(number) }
        return plain(number)
    }

    /// A day or a year without any mark.
    private mutating func plain(_ number: (value: Int, count: Int)) -> Bool {
        if number.count == 4, date.year == nil {
            date.year = number.value
        } else if number.count <= 2, date.day == nil, date.dayOrMonth == nil {
            date.day = number.value
        } else if number.count == 2, date.year == nil, date.month != nil {
            date.year = Self.fullYear(number.value)
        } else {
            return false
        }
        return true
    }

    /// The colon of `10:15`, the h of `10h15` and `10h`, or, behind the day, the stop of `10.15`.
    private var isClockMark: Bool {
        switch cursor.next {
        case UInt8(ascii: ":"): true
        case UInt8(ascii: "h"), UInt8(ascii: "H"): cursor.peek(1).map { !$0.isLetter } ?? true
        case UInt8(ascii: "."):
            date.isComplete && cursor.peek(1)?.isASCIIDigit == true && cursor.peek(2)?.isASCIIDigit == true
                && cursor.peek(3)?.isASCIIDigit != true
        default: false
        }
    }

    /// `10:15`, `10:15:00`, `4:35:5`, `10:15:00.123`, `10h15`, `10h`; the hour has been read.
    private mutating func clock(hour: (value: Int, count: Int)) -> Bool {
        let isHourAlone = cursor.next != UInt8(ascii: ":") && cursor.peek(1)?.isASCIIDigit != true
        cursor.advance()
        var clock = CivilTime(year: 0)
        clock.hour = hour.value
        if !isHourAlone {
            guard let minute = cursor.digits(), minute.count <= 2 else { return false }
            clock.minute = minute.value
        }
        if cursor.take(":") {
            guard let second = cursor.digits(), second.count <= 2 else { return false }
            clock.second = second.value
        }
        if cursor.next == UInt8(ascii: ".") || cursor.next == UInt8(ascii: ","), cursor.peek(1)?.isASCIIDigit == true {
            cursor.advance()
            _ = cursor.skipDigits()
        }
        time = clock
        isTimeExpected = false
        return true
    }

    /// `101500`, `1015` or `10` behind the day.
    private mutating func compactTime(_ number: (value: Int, count: Int)) -> Bool {
        // Four digits behind a space are more likely a second year.
        guard time == nil, isTimeExpected ? [2, 4, 6].contains(number.count) : [1, 2, 6].contains(number.count) else { return false }
        var clock = CivilTime(year: 0)
        let value = number.count == 6 ? number.value : number.count == 4 ? number.value * 100 : number.value * 10_000
        (clock.hour, clock.minute, clock.second) = (value / 10_000, value / 100 % 100, value % 100)
        time = clock
        isTimeExpected = false
        return true
    }

    /// `20240220`, `202402201015`, `20240220101500`
    private mutating func compactDate(_ number: (value: Int, count: Int)) -> Bool {
        guard [8, 12, 14].contains(number.count) else { return false }
        let value = number.count == 14 ? number.value : number.count == 12 ? number.value * 100 : number.value * 1_000_000
        let day = value / 1_000_000
        (date.year, date.month, date.day) = (day / 10_000, day / 100 % 100, day % 100)
        return number.count == 8 || compactTime((value % 1_000_000, 6))
    }

    /// `2024-02-20`, `20.02.2024`, `02/20/2024`, `2024-051`, `2024-02`; the first number and a separator have been seen.
    private mutating func numericDate(first: (value: Int, count: Int), separator: UInt8) -> Bool {
        cursor.advance()
        guard let second = cursor.digits() else { return false }
        let hasThird = cursor.next == separator && cursor.peek(1)?.isASCIIDigit == true
        guard hasThird else { return first.count == 4 && partialDate(year: first.value, second) }
        cursor.advance()
        guard let third = cursor.digits(), second.count <= 3 else { return false }
        let isYearFirst = first.count == 4 || (first.count == 2 && third.count == 2 && separator == UInt8(ascii: "-"))
        if isYearFirst {
            guard third.count <= 2 else { return false }
            (date.year, date.month, date.day) = (first.count == 4 ? first.value : Self.fullYear(first.value), second.value, third.value)
            return true
        }
        guard first.count <= 2, second.count <= 2, third.count == 4 || third.count == 2 else { return false }
        date.year = third.count == 4 ? third.value : Self.fullYear(third.value)
        if separator == UInt8(ascii: ".") {
            (date.day, date.month) = (first.value, second.value)
        } else {
            date.dayOrMonth = (first.value, second.value)
        }
        return true
    }

    private mutating func partialDate(year: Int, _ second: (value: Int, count: Int)) -> Bool {
        guard second.count <= 3 else { return false }
        date.year = year
        if second.count == 3 { return ordinal(day: second.value, year: year) }
        (date.month, date.day) = (second.value, 1)
        return true
    }
}

extension DateScanner {
    /// Year, month, day, hour, minute, second in Chinese, Japanese and Korean, in that order.
    private static let units = ["年", "년", "月", "월", "日", "일", "号", "號", "时", "時", "시", "点", "點", "分", "분", "秒", "초"]

    private mutating func set(_ number: Int, unit: Int) -> Bool {
        switch unit {
        case 0...1: date.year = yearsBeforeEra + number
        case 2...3: date.month = number
        case 4...7: date.day = number
        default: return set(number, clockUnit: unit)
        }
        return true
    }

    private mutating func set(_ number: Int, clockUnit unit: Int) -> Bool {
        var clock = time ?? CivilTime(year: 0)
        switch unit {
        case 8...12: clock.hour = number
        case 13...14: clock.minute = number
        default: clock.second = number
        }
        time = clock
        return true
    }

    private static func fullYear(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

    /// Day 1…366 of a year.
    private mutating func ordinal(day: Int, year: Int) -> Bool {
        guard let time = CivilTime(year: year, dayOfYear: day) else { return false }
        (date.month, date.day) = (time.month, time.day)
        return true
    }

    /// The day that the fields name; nil if they name none, or more than one.
    private func day() -> CivilTime? {
        guard let year = date.year else { return nil }
        guard let (first, second) = date.dayOrMonth else {
            guard let month = date.month ?? (date.day == nil ? 1 : nil) else { return nil }
            return CivilTime(year: year, month: month, day: date.day ?? 1)
        }
        var readings = Set([CivilTime(year: year, month: second, day: first), CivilTime(year: year, month: first, day: second)])
        readings = readings.filter { $0.secondsSinceEpoch != nil }
        if readings.count > 1, let weekday { readings = readings.filter { $0.weekday == weekday } }
        return readings.count == 1 ? readings.first : nil
    }
}
