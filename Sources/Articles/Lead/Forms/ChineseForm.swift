// SPDX-License-Identifier: Apache-2.0

// The forms of Chinese agencies:
//
//     新华社广州5月3日电（记者王芳）       agency, place, day, reporters
//     据新华社广州5月3日电    新华社5月3日电    （新华社广州5月3日电）
//     （中央社記者王芳台北3日電）          agency, reporter, place, day without its month

extension Line {
    private static let longestPlace = 14
    private static let longestByline = 40

    /// Reads a dateline of the Chinese agencies. Only digits of full width are mapped; the brackets stay as they are.
    func chineseForm(at start: Int) -> DatelineMatch? {
        let closing = closingBracket(of: self[start])
        var position = closing == nil ? start : start + 1
        if self[position] == "据" || self[position] == "據" { position += 1 }
        guard self[position].isHan, let agency = chineseAgency(at: position) else { return nil }
        guard var match = wired(agency) ?? correspondent(agency) else { return nil }
        if let closing {
            guard self[match.end] == closing else { return nil }
            match.end += 1
        }
        return finished(match)
    }
}

private extension Line {
    func closingBracket(of opening: Unicode.Scalar) -> Unicode.Scalar? {
        switch opening {
        case "（": "）"
        case "(": ")"
        case "【": "】"
        default: nil
        }
    }

    func chineseAgency(at start: Int) -> AgencyMark? {
        let end = [start + 3, start + 2].first { $0 <= count && isKnownAgency(start..<$0) }
        return end.map { AgencyMark(raw: start..<$0, isKnown: true, end: $0) }
    }

    /// `新华社广州5月3日电`; a line that names no place needs its `电`.
    func wired(_ agency: AgencyMark) -> DatelineMatch? {
        guard let placeEnd = placeEnd(from: agency.end), let (day, dayEnd) = chineseDay(at: placeEnd) else { return nil }
        let start = placeStart(in: agency.end..<placeEnd)
        let place = placeEnd > start ? place(start..<placeEnd) : nil
        if let end = wireEnd(at: dayEnd) {
            var match = DatelineMatch(.chinese, place: place, day: day, agency: agency, end: end)
            if start > agency.end { match.reporters = people(in: agency.end + 2..<start) }
            return match
        }
        guard place != nil, self[dayEnd] == "】" else { return nil }
        return DatelineMatch(.chinese, place: place, day: day, agency: agency, end: dayEnd)
    }

    /// Behind the reporter in `记者王芳广州`: a name has two letters or three, a place at least two.
    func placeStart(in range: Range<Int>) -> Int {
        guard has("记者", at: range.lowerBound) || has("記者", at: range.lowerBound), range.count >= 6 else { return range.lowerBound }
        return range.lowerBound + 2 + (range.count >= 7 ? 3 : 2)
    }

    /// `中央社記者王芳台北3日電`, `中央社台北3日電`: no month, so no date.
    func correspondent(_ agency: AgencyMark) -> DatelineMatch? {
        guard let wordEnd = placeEnd(from: agency.end), let day = number(at: wordEnd, digits: 1...2), self[day.end] == "日" else {
            return nil
        }
        guard let end = wireEnd(at: day.end + 1) else { return nil }
        let isSigned = has("記者", at: agency.end) || has("记者", at: agency.end)
        let names = isSigned ? agency.end + 2..<wordEnd : agency.end..<wordEnd
        // A place has two letters, or three where three stand behind a name of three.
        let length = isSigned ? (names.count >= 6 ? 3 : 2) : names.count
        guard names.count >= length, length >= 2 else { return nil }
        var match = DatelineMatch(.chinese, place: PlacePhrase(city: wordEnd - length..<wordEnd), agency: agency, end: end)
        if isSigned { match.reporters = people(in: names.lowerBound..<wordEnd - length) }
        return match
    }

    /// `电`, `專電`, `外電報導`.
    func wireEnd(at start: Int) -> Int? {
        let words = ["综合外电报道", "綜合外電報導", "外電報導", "专电", "專電", "电", "電", "讯", "訊"]
        return words.first { has($0, at: start) }.map { start + $0.unicodeScalars.count }
    }

    /// The end of the letters and the signs between two places before a number.
    func placeEnd(from start: Int) -> Int? {
        (start..<start + Self.longestPlace).first { !self[$0].isHan && self[$0] != "、" && self[$0] != "/" && self[$0] != "·" }
    }

    func place(_ range: Range<Int>) -> PlacePhrase {
        let cities = scalars[range].split { $0 == "、" || $0 == "/" || $0 == "·" }.map { $0.startIndex..<$0.endIndex }
        guard let first = cities.first else { return PlacePhrase(city: range) }
        var phrase = PlacePhrase(PlacePhrase.Spot(city: first), end: range.upperBound)
        phrase.others = cities.dropFirst().map { PlacePhrase.Spot(city: $0) }
        return phrase
    }

    /// With the reporters and the label that follow.
    func finished(_ match: DatelineMatch) -> DatelineMatch {
        var match = match
        if let (names, end) = reporters(at: skippingSpaces(match.end)) {
            match.reporters += names
            match.end = end
        }
        let label = skippingSpaces(match.end)
        if self[label] == "题", self[label + 1] == "：" || self[label + 1] == ":" { match.end = label + 2 }
        match.end = skippingSpaces(match.end)
        return match
    }

    /// `（记者王芳、李明）`, `(记者 王芳)`, `(王芳)`.
    func reporters(at start: Int) -> (names: [String], end: Int)? {
        guard self[start] == "（" || self[start] == "(" else { return nil }
        let end = (start + 1..<start + Self.longestByline).first { self[$0] == "）" || self[$0] == ")" }
        guard let end else { return nil }
        let titles = ["记者", "記者", "驻外记者"]
        if let title = titles.first(where: { has($0, at: start + 1) }) {
            return (people(in: start + 1 + title.unicodeScalars.count..<end), end + 1)
        }
        let isName = (2...4).contains(end - start - 1) && scalars[start + 1..<end].allSatisfy(\.isHan)
        return isName ? ([text(start + 1..<end)], end + 1) : nil
    }

    func people(in range: Range<Int>) -> [String] {
        scalars[range].split { $0.isSpace || $0 == "、" || $0 == "，" || $0 == "/" }.map { text($0.startIndex..<$0.endIndex) }
    }
}
