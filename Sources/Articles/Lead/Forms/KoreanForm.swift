// SPDX-License-Identifier: Apache-2.0

// The forms of Korean agencies:
//
//     (부산=연합뉴스) 김영희 기자 =      [서울=뉴시스]       place and agency, reporters
//     (평양 3월 8일발 조선중앙통신)                         place, day, agency

extension Line {
    private static let longestPlace = 20
    private static let longestAgencyName = 14
    private static let longestByline = 40

    /// Reads a dateline in brackets of Korean agencies.
    func koreanForm(at start: Int) -> DatelineMatch? {
        let closing: Unicode.Scalar
        switch self[start] {
        case "(": closing = ")"
        case "（": closing = "）"
        case "[": closing = "]"
        case "【": closing = "】"
        default: return nil
        }
        guard self[start + 1].isLetter, var match = wired(at: start + 1, closing) ?? joined(at: start + 1, closing) else { return nil }
        match.end = skippingSpaces(match.end)
        if let (names, end) = koreanReporters(at: match.end) {
            match.reporters = names
            match.end = end
        }
        return match
    }
}

private extension Line {
    /// `부산=연합뉴스)`, `서울·세종=연합뉴스)`.
    func joined(at start: Int, _ closing: Unicode.Scalar) -> DatelineMatch? {
        guard let equals = (start..<start + Self.longestPlace).first(where: { self[$0] == "=" || self[$0] == "＝" }), equals > start else {
            return nil
        }
        // `【パリAFP=時事】` is two Japanese agencies.
        guard scalars[start..<equals].contains(where: { (0xAC00...0xD7A3).contains($0.value) }) else { return nil }
        guard let end = (equals + 1..<equals + Self.longestAgencyName).first(where: { self[$0] == closing }) else { return nil }
        let name = trimmed(equals + 1..<end)
        guard isKnownAgency(name) else { return nil }
        return DatelineMatch(
            .bracketed, place: place(start..<equals), agency: AgencyMark(raw: name, isKnown: true, end: end + 1), end: end + 1)
    }

    /// `평양 3월 8일발 조선중앙통신)`.
    func wired(at start: Int, _ closing: Unicode.Scalar) -> DatelineMatch? {
        let placeEnd = wordEnd(start)
        guard placeEnd - start <= Self.longestPlace, let (day, dayEnd) = koreanDay(at: skippingSpaces(placeEnd)) else { return nil }
        guard self[dayEnd] == "발" else { return nil }
        let agencyStart = skippingSpaces(dayEnd + 1)
        guard let end = (agencyStart..<agencyStart + Self.longestAgencyName).first(where: { self[$0] == closing }) else { return nil }
        guard isKnownAgency(agencyStart..<end) else { return nil }
        let mark = AgencyMark(raw: agencyStart..<end, isKnown: true, end: end + 1)
        return DatelineMatch(.bracketed, place: place(start..<placeEnd), day: day, agency: mark, end: end + 1)
    }

    func place(_ range: Range<Int>) -> PlacePhrase {
        let cities = scalars[range].split { $0 == "·" || $0 == "/" || $0 == "ㆍ" }.map { $0.startIndex..<$0.endIndex }
        guard let first = cities.first else { return PlacePhrase(city: range) }
        var phrase = PlacePhrase(PlacePhrase.Spot(city: first), end: range.upperBound)
        phrase.others = cities.dropFirst().map { PlacePhrase.Spot(city: $0) }
        return phrase
    }

    /// `김영희 기자 = `, or several with `·` between them.
    func koreanReporters(at start: Int) -> (names: [String], end: Int)? {
        guard let equals = (start..<start + Self.longestByline).first(where: { self[$0] == "=" || self[$0] == "." || self[$0] == "\0" })
        else { return nil }
        guard self[equals] == "=" else { return nil }
        let titles: Set<String> = ["기자", "특파원", "통신원", "선임기자", "인턴기자"]
        let words = scalars[start..<equals].split { $0.isSpace || $0 == "·" }.map { text($0.startIndex..<$0.endIndex) }
        guard let last = words.last, titles.contains(last) else { return nil }
        return (words.filter { !titles.contains($0) }, skippingSpaces(equals + 1))
    }
}
