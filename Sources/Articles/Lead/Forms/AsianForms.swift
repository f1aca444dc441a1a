// SPDX-License-Identifier: Apache-2.0

// The forms of East Asia:
//
//     新华社广州5月3日电（记者王芳）   agency, place, day, reporters
//     【ソウル共同】                  place and agency
//     (부산=연합뉴스) 김영희 기자 =     place and agency, reporters

extension Line {
    private static let longestPlace = 14
    private static let longestByline = 40

    /// Reads a dateline of the Chinese agencies. Only digits of full width are mapped; the brackets stay as they are.
    func chineseForm(at start: Int) -> DatelineMatch? {
        guard self[start].isHan, let agencyEnd = chineseAgencyEnd(at: start) else { return nil }
        guard let placeEnd = (agencyEnd..<agencyEnd + Self.longestPlace).first(where: { !self[$0].isHan }) else { return nil }
        guard placeEnd > agencyEnd, let (day, dayEnd) = chineseDay(at: placeEnd) else { return nil }
        guard self[dayEnd] == "电" || self[dayEnd] == "電" else { return nil }
        let agency = AgencyMark(raw: start..<agencyEnd, isKnown: true, end: agencyEnd)
        var match = DatelineMatch(.chinese, place: PlacePhrase(city: agencyEnd..<placeEnd), day: day, agency: agency, end: dayEnd + 1)
        if let (names, end) = chineseReporters(at: skippingSpaces(match.end)) {
            match.reporters = names
            match.end = end
        }
        if self[match.end] == "题", self[match.end + 1] == "：" { match.end += 2 }
        match.end = skippingSpaces(match.end)
        return match
    }

    /// Reads a place and its agency in one pair of brackets.
    func bracketedForm(at start: Int) -> DatelineMatch? {
        switch self[start] {
        case "【": japaneseForm(at: start)
        case "(", "（", "[": koreanForm(at: start)
        default: nil
        }
    }

    private func chineseAgencyEnd(at start: Int) -> Int? {
        [start + 3, start + 2].first { Agency.named(text(start..<$0)) != nil }
    }

    private func chineseReporters(at start: Int) -> (names: [String], end: Int)? {
        guard self[start] == "（" || self[start] == "(", has("记者", at: start + 1) || has("記者", at: start + 1) else { return nil }
        let end = (start + 3..<start + Self.longestByline).first { self[$0] == "）" || self[$0] == ")" }
        guard let end else { return nil }
        let names = scalars[start + 3..<end].split { $0.isSpace || $0 == "、" || $0 == "，" }
        return (names.map { text($0.startIndex..<$0.endIndex) }, end + 1)
    }

    private func japaneseForm(at start: Int) -> DatelineMatch? {
        guard let end = (start + 1..<start + 30).first(where: { self[$0] == "】" }) else { return nil }
        for length in [2, 4] where end - length > start + 1 && Agency.named(text(end - length..<end)) != nil {
            let place = PlacePhrase(city: start + 1..<end - length)
            let agency = AgencyMark(raw: end - length..<end, isKnown: true, end: end + 1)
            return DatelineMatch(.bracketed, place: place, agency: agency, end: skippingSpaces(end + 1))
        }
        return nil
    }

    private func koreanForm(at start: Int) -> DatelineMatch? {
        guard let equals = (start + 1..<start + 20).first(where: { self[$0] == "=" }), equals > start + 1 else { return nil }
        guard let end = (equals + 1..<equals + 14).first(where: { self[$0] == ")" || self[$0] == "）" || self[$0] == "]" }) else {
            return nil
        }
        guard Agency.named(text(equals + 1..<end)) != nil else { return nil }
        var match = DatelineMatch(
            .bracketed, place: PlacePhrase(city: start + 1..<equals),
            agency: AgencyMark(raw: equals + 1..<end, isKnown: true, end: end + 1),
            end: skippingSpaces(end + 1))
        if let (names, end) = koreanReporters(at: match.end) {
            match.reporters = names
            match.end = end
        }
        return match
    }

    /// `김영희 기자 = `, or several with `·` between them.
    private func koreanReporters(at start: Int) -> (names: [String], end: Int)? {
        guard let equals = (start..<start + Self.longestByline).first(where: { self[$0] == "=" || self[$0] == "." }) else { return nil }
        guard self[equals] == "=" else { return nil }
        let words = scalars[start..<equals].split { $0.isSpace || $0 == "·" }.map { text($0.startIndex..<$0.endIndex) }
        guard let last = words.last, last == "기자" || last == "특파원" else { return nil }
        return (Array(words.dropLast()), skippingSpaces(equals + 1))
    }
}
