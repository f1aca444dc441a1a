// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials

// A line of its own that says until when a story is to be held: `EMBARGOED UNTIL 0001 GMT, Friday, Feb. 20`.

extension Lead {
    /// Takes the line off the paragraphs before a story that holds it back, and answers until when.
    ///
    /// The year is the one nearest to `instant`, and `timeZone` that of a time without a zone. A line whose time can't be told stays,
    /// and its instant is nil.
    static func takeEmbargo(from paragraphs: inout [Paragraph], near instant: Date, timeZone: String?) -> FeedDate? {
        for (index, paragraph) in paragraphs.prefix(4).enumerated() {
            guard let embargo = Line(paragraph.text).embargo(near: instant, timeZone: timeZone) else { continue }
            if embargo.instant != nil { paragraphs.remove(at: index) }
            return embargo
        }
        return nil
    }
}

private extension Line {
    /// The date until which the paragraph holds its story, or nil where it says nothing of the kind.
    ///
    /// The instant is nil where it surely is such a line, but its day is missing, far from `instant`, or in figures that may be read
    /// either way.
    func embargo(near instant: Date, timeZone: String?) -> FeedDate? {
        let start = skippingSpaces(0)
        guard isWhole, count <= 160 else { return nil }
        guard let end = Self.embargoOpenings.end(on: self, at: start) else { return nil }
        let time = heldTime(from: end)
        let raw = text(trimmed(0..<count))
        if let day = time.day?.dated(near: instant), day.year != nil {
            let date = FeedDate.read([day.text, time.clock, time.zone].compactMap(\.self).joined(separator: " "), timeZone: timeZone)
            if date.instant != nil { return FeedDate(instant: date.instant, raw: raw, quality: date.quality) }
        }
        // What is under an embargo may be a country.
        return self[end - 1] == ":" ? nil : FeedDate(instant: nil, raw: raw, quality: .fetchTime)
    }

    private static let embargoOpenings = Openings([
        "embargoed until", "embargoed till", "embargoed to", "embargoed for", "strictly embargoed", "under embargo until",
        "embargo until", "not for publication before", "not for publication until", "not for release before", "not for release until",
        "hold for release", "sperrfrist", "sous embargo jusqu", "embargo jusqu", "embargado hasta", "bajo embargo hasta",
        "embargo hasta", "sotto embargo fino", "embargo fino", "embargado até", "embargo até", "эмбарго до", "embargo:", "embargoed:",
    ])
}

private extension Line {
    typealias HeldTime = (day: MonthDay?, clock: String?, zone: String?)

    /// Day, time and zone, in whatever order they stand.
    func heldTime(from start: Int) -> HeldTime {
        var time: HeldTime = (nil, nil, nil)
        var position = nextWord(from: start)
        while position < count {
            if time.clock == nil, let clock = clock(at: position) {
                time.clock = clock.text
                let zone = zone(at: clock.end)
                time.zone = zone?.name
                position = zone?.end ?? clock.end
            } else if time.day == nil, let day = monthDay(at: position) ?? isoDay(at: position) {
                time.day = day.day
                position = day.end
            } else {
                while self[position].isLetter || self[position].isDigit { position += 1 }
            }
            position = nextWord(from: position)
        }
        return time
    }

    func nextWord(from start: Int) -> Int {
        var position = start
        while position < count, !self[position].isLetter, !self[position].isDigit { position += 1 }
        return position
    }

    /// `2018-02-20`.
    func isoDay(at start: Int) -> (day: MonthDay, end: Int)? {
        guard let year = number(at: start, digits: 4...4), self[year.end] == "-" else { return nil }
        guard let month = number(at: year.end + 1, digits: 2...2), self[month.end] == "-" else { return nil }
        guard let day = number(at: month.end + 1, digits: 2...2) else { return nil }
        return MonthDay(month: month.value, day: day.value, year: year.value).map { ($0, day.end) }
    }

    /// `00:01`, `18.00`, `18h00`, `0001 GMT`, `10 a.m.`, `18 Uhr`, as `18:00`.
    func clock(at start: Int) -> (text: String, end: Int)? {
        if let sharp = number(at: start, digits: 4...4) {
            let isClock = zone(at: sharp.end) != nil || hours(at: skippingSpaces(sharp.end)) != nil
            return isClock ? clock(sharp.value / 100, sharp.value % 100, behind: sharp.end) : nil
        }
        guard let hour = number(at: start, digits: 1...2) else { return nil }
        let isMark = self[hour.end] == ":" || self[hour.end] == "." || self[hour.end].lowered == "h"
        if isMark, let minute = number(at: hour.end + 1, digits: 2...2), self[minute.end] != "." || !self[minute.end + 1].isDigit {
            return clock(hour.value, minute.value, behind: minute.end)
        }
        let next = skippingSpaces(hour.end)
        guard half(at: next) != nil || hours(at: next) != nil else { return nil }
        return clock(hour.value, 0, behind: hour.end)
    }

    func clock(_ hour: Int, _ minute: Int, behind end: Int) -> (text: String, end: Int)? {
        var (hour, end) = (hour, end)
        if let half = half(at: skippingSpaces(end)) {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (half.isAfternoon ? 12 : 0)
            end = half.end
        }
        if let hours = hours(at: skippingSpaces(end)) { end = hours }
        guard hour < 24, minute < 60 else { return nil }
        return ("\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)", end)
    }

    func half(at start: Int) -> (isAfternoon: Bool, end: Int)? {
        for (literal, isAfternoon) in [("a.m.", false), ("am", false), ("p.m.", true), ("pm", true)] where opens(with: literal, at: start) {
            let end = start + literal.unicodeScalars.count
            if !self[end].isLetter { return (isAfternoon, end) }
        }
        return nil
    }

    /// Behind a word that only says that the number is an hour.
    func hours(at start: Int) -> Int? {
        for word in ["uhr", "hrs", "hours", "heures", "horas", "h"] where opens(with: word, at: start) {
            let end = start + word.unicodeScalars.count
            if !self[end].isLetter, !self[end].isDigit { return end }
        }
        return nil
    }

    /// `GMT`, `(EST)`: capitals right behind the time.
    func zone(at end: Int) -> (name: String, end: Int)? {
        var start = skippingSpaces(end)
        if self[start] == "(" { start += 1 }
        var end = start
        while self[end].isUppercase { end += 1 }
        guard (2...5).contains(end - start), !self[end].isLetter else { return nil }
        let name = text(start..<end)
        return ["AT", "AM", "PM", "ON", "OF", "THE", "UHR", "HRS", "HOURS"].contains(name) ? nil : (name, end)
    }
}
