// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials

extension Dateline {
    /// Reads the dateline that opens `paragraph`, and returns it with the text that follows.
    ///
    /// Returns nil when the paragraph opens otherwise; a story without a dateline is normal (captions, briefs). Where the line gives no
    /// year, the date has the one that brings it nearest to `instant`, unless that is more than 45 days away.
    public static func opening(
        _ paragraph: some StringProtocol, places: PlaceTable = .base, near instant: Date? = nil
    ) -> (dateline: Dateline, rest: String)? {
        let line = Line(paragraph)
        let start = line.skippingSpaces(0)
        guard let match = line.dateline(at: start, places: places) else { return nil }
        let dateline = Dateline(match, on: line, from: start, places: places, near: instant)
        return (dateline, String(line.text(from: match.end)))
    }

    /// Where the line gives no year, it is the one nearest to `instant`.
    init(_ match: DatelineMatch, on line: Line, from start: Int, places: PlaceTable, near instant: Date?) {
        self.init(
            raw: line.text(line.trimmed(start..<match.end)), form: match.form.rawValue, confidence: match.form.confidence)
        fill(match, on: line, places: places, near: instant)
    }

    /// Never inlined, for the reason that `Lead` gives.
    @inline(never)
    private mutating func fill(_ match: DatelineMatch, on line: Line, places: PlaceTable, near instant: Date?) {
        if let place = match.place { setPlace(place, on: line, places: places) }
        if let day = match.day {
            date = (instant.map(day.dated) ?? day).text
            datePrecision = "day"
        }
        agencyRaw = match.agency.map(line.text)
    }
}

extension Line {
    /// The dateline that begins exactly at `start`, in the first form that fits.
    func dateline(at start: Int, places: PlaceTable) -> DatelineMatch? {
        let first = self[start]
        if "([（［【".unicodeScalars.contains(first) { return bracketedForm(at: start) ?? agencyForm(at: start) }
        if first.isHan { return chineseForm(at: start) }
        return prefixedForm(at: start, places: places) ?? dayForm(at: start) ?? agencyDayForm(at: start)
            ?? placeForm(at: start, places: places)
    }

    /// Reads a place or a day and its agency in one pair of brackets.
    func bracketedForm(at start: Int) -> DatelineMatch? {
        koreanForm(at: start) ?? chineseForm(at: start) ?? japaneseForm(at: start)
    }
}

private extension Dateline {
    mutating func setPlace(_ place: PlacePhrase, on line: Line, places table: PlaceTable) {
        let name = line.text(place.first.city)
        self.place = place.end == place.first.city.upperBound ? name : line.text(place.first.city.lowerBound..<place.end)
        if !place.others.isEmpty { places = [name] + place.others.map { line.text($0.city) } }
        city = name
        region = place.regions.isEmpty ? nil : place.regions.map(line.text).joined(separator: ", ")
        let known = table.place(city: name, region: place.regions.last.map(line.text))
        country = known?.country
        lat = known?.lat
        lon = known?.lon
    }
}
