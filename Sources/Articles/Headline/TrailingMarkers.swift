// SPDX-License-Identifier: Apache-2.0

// Markers behind a headline: `(2)`, `(Update)`, `(Update2)`, `-- Update`, `, 2nd Ld-Writethru`, `(WITHDRAWN)`, `- STORY WITHDRAWN`.

extension Line {
    private static let longestSuffix = 24

    /// The marker that ends the headline. A number of three digits or more is no revision, a ticker neither.
    func trailingMarker(in bounds: Range<Int>) -> MarkerMatch? {
        numberInParentheses(in: bounds) ?? updateSuffix(in: bounds) ?? writethru(in: bounds) ?? bracketedSuffix(in: bounds)
            ?? labelSuffix(in: bounds)
    }

    /// `BC-…Advisory` and `…ADVISORY` are messages to editors. They stay in the headline.
    func advisoryMarker(in bounds: Range<Int>) -> Article.Marker? {
        if has("ADVISORY", at: bounds.upperBound - 8) { return Article.Marker(.advisory, raw: "ADVISORY") }
        guard has("BC-", at: bounds.lowerBound) else { return nil }
        let isAdvisory = bounds.contains { has("Advisory", at: $0) && !self[$0 - 1].isLetter && !self[$0 + 8].isLetter }
        return isAdvisory ? Article.Marker(.advisory, raw: "Advisory") : nil
    }
}

private extension Line {
    func numberInParentheses(in bounds: Range<Int>) -> MarkerMatch? {
        guard self[bounds.upperBound - 1] == ")" else { return nil }
        let first = max(bounds.lowerBound, bounds.upperBound - 10)
        guard let open = (first..<bounds.upperBound).last(where: { self[$0] == "(" }), open > bounds.lowerBound else { return nil }
        let raw = text(open..<bounds.upperBound)
        let isUpdate = has("Update", at: open + 1) || has("update", at: open + 1)
        let digits = isUpdate ? skippingSpaces(open + 7) : open + 1
        let number = number(at: digits, digits: 1...2)
        guard (number?.end ?? digits) == bounds.upperBound - 1, isUpdate || number != nil else { return nil }
        return MarkerMatch([Article.Marker(.revision, raw: raw, n: number?.value)], rest: bounds.lowerBound..<open)
    }

    /// `-- Update`, `--Update`.
    func updateSuffix(in bounds: Range<Int>) -> MarkerMatch? {
        let word = bounds.upperBound - 6
        guard has("Update", at: word) else { return nil }
        let dash = self[word - 1].isSpace ? word - 3 : word - 2
        guard dash > bounds.lowerBound, has("--", at: dash) else { return nil }
        return MarkerMatch([Article.Marker(.revision, raw: text(dash..<bounds.upperBound))], rest: bounds.lowerBound..<dash)
    }

    /// `… (WITHDRAWN)`, `…（更正）`, `…(종합2보)`.
    func bracketedSuffix(in bounds: Range<Int>) -> MarkerMatch? {
        let first = max(bounds.lowerBound + 1, bounds.upperBound - Self.longestSuffix)
        guard first < bounds.upperBound - 1, let opening = Self.opening(self[bounds.upperBound - 1]) else { return nil }
        guard let open = (first..<bounds.upperBound - 1).last(where: { self[$0] == opening }) else { return nil }
        guard let marker = bracketedMarker(open..<bounds.upperBound) else { return nil }
        return MarkerMatch([marker], rest: bounds.lowerBound..<open)
    }

    /// `… - STORY WITHDRAWN`, `… -- CORRECTION`; in small letters it is a part of the headline.
    func labelSuffix(in bounds: Range<Int>) -> MarkerMatch? {
        let first = max(bounds.lowerBound + 2, bounds.upperBound - Self.longestSuffix)
        guard first < bounds.upperBound, let dash = (first..<bounds.upperBound).last(where: { self[$0].isDash }),
            self[dash - 1].isSpace || self[dash - 1] == "-" || self[dash] != "-"
        else { return nil }
        let label = trimmed(dash + 1..<bounds.upperBound)
        guard !scalars[label].contains(where: \.isLowercase), let meaning = ChangeWords.meaning(of: text(label)) else { return nil }
        var end = dash
        while end > bounds.lowerBound, self[end - 1].isDash { end -= 1 }
        return MarkerMatch([Article.Marker(meaning, raw: text(label))], rest: bounds.lowerBound..<end)
    }

    /// `, 2nd Ld-Writethru`, behind the last comma.
    func writethru(in bounds: Range<Int>) -> MarkerMatch? {
        let first = max(bounds.lowerBound, bounds.upperBound - Self.longestSuffix)
        guard let comma = (first..<bounds.upperBound).last(where: { self[$0] == "," }), comma > bounds.lowerBound else { return nil }
        guard let (n, end) = ordinal(at: skippingSpaces(comma + 1)) else { return nil }
        guard Self.isWritethru(text(trimmed(end..<bounds.upperBound)).lowercased()) else { return nil }
        let marker = Article.Marker(.revision, raw: text(trimmed(comma + 1..<bounds.upperBound)), n: n)
        return MarkerMatch([marker], rest: bounds.lowerBound..<comma)
    }
}

extension Unicode.Scalar {
    /// A hyphen, or a dash of any length.
    fileprivate var isDash: Bool { self == "-" || self == "–" || self == "—" }
}
