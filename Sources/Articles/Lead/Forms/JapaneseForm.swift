// SPDX-License-Identifier: Apache-2.0

// The forms of Japanese agencies:
//
//     【ソウル共同】    【パリAFP=時事】   【ソウル＝共同】      place and agency
//     【5月3日 AFP】                                      day and agency
//     ［東京　３日　ロイター］ -                             place, day without its month, agency

extension Line {
    private static let longest = 40

    /// Reads a dateline in brackets of Japanese agencies.
    func japaneseForm(at start: Int) -> DatelineMatch? {
        let closing: Unicode.Scalar
        switch self[start] {
        case "【": closing = "】"
        case "［": closing = "］"
        case "[": closing = "]"
        default: return nil
        }
        guard let end = (start + 1..<start + Self.longest).first(where: { self[$0] == closing || self[$0] == "\0" }), self[end] == closing
        else { return nil }
        guard var match = dayAndAgency(start + 1..<end) ?? placeDayAgency(start + 1..<end) ?? placeAndAgency(start + 1..<end) else {
            return nil
        }
        match.end = separator(at: end + 1)?.end ?? skippingSpaces(end + 1)
        return match
    }
}

private extension Line {
    /// `5月3日 AFP`.
    func dayAndAgency(_ range: Range<Int>) -> DatelineMatch? {
        guard let (day, end) = chineseDay(at: range.lowerBound) else { return nil }
        return mark(trimmed(end..<range.upperBound)).map { DatelineMatch(.bracketed, day: day, agency: $0, end: 0) }
    }

    /// `東京　３日　ロイター`.
    func placeDayAgency(_ range: Range<Int>) -> DatelineMatch? {
        let words = scalars[range].split(whereSeparator: \.isSpace).map { $0.startIndex..<$0.endIndex }
        guard words.count == 3, let day = number(at: words[1].lowerBound, digits: 1...2) else { return nil }
        guard self[day.end] == "日", day.end + 1 == words[1].upperBound else { return nil }
        return mark(words[2]).map { DatelineMatch(.bracketed, place: PlacePhrase(city: words[0]), agency: $0, end: 0) }
    }

    /// `ソウル共同`: the place ends where the longest agency begins.
    func placeAndAgency(_ range: Range<Int>) -> DatelineMatch? {
        guard self[range.lowerBound].isLetter else { return nil }
        for start in range.dropFirst() {
            guard let agency = mark(start..<range.upperBound) else { continue }
            let isJoined = "=＝・/／".unicodeScalars.contains(self[start - 1])
            let place = trimmed(range.lowerBound..<(isJoined ? start - 1 : start))
            return place.isEmpty ? nil : DatelineMatch(.bracketed, place: PlacePhrase(city: place), agency: agency, end: 0)
        }
        return nil
    }

    func mark(_ range: Range<Int>) -> AgencyMark? {
        guard !range.isEmpty, self[range.lowerBound].isLetter, isKnownAgency(range) else { return nil }
        let names = scalars[range].split { "=＝・/／".unicodeScalars.contains($0) }
        guard names.count == 1 || names.allSatisfy({ Agency.isKnown($0) }) else { return nil }
        return AgencyMark(raw: range, isKnown: true, end: range.upperBound)
    }
}
