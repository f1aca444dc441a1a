// SPDX-License-Identifier: Apache-2.0

// Markers before a headline:
//
//     UPDATE 2-…   CORRECTED (OFFICIAL)-…   (CORRECTED) - …   FACTBOX-…   US STOCKS-…      label and hyphen
//     Urgent: …    Xinhua Headlines: …      WITHDRAWAL: …     УТОЧНЕНИЕ: …                label and colon
//     (LEAD) …     (2nd LD) …                                                            in parentheses
//     2ND LEAD     1st Ld-Writethru                                                      a line of its own
//     1st LD: …    2nd LD-Writethru: …                                                   number and colon
//     ++ … ++      +++ … +++                                                             around it

extension Line {
    private static let longestLabel = 40

    /// The marker that opens the headline; `labels` are the agency's own.
    func leadingMarker(in bounds: Range<Int>, labels: [String]) -> MarkerMatch? {
        if has(">>>ANSA/", at: bounds.lowerBound) {
            return MarkerMatch([Article.Marker(.series, raw: ">>>ANSA/")], rest: bounds.lowerBound + 8..<bounds.upperBound)
        }
        return leadNumber(in: bounds) ?? numbered(in: bounds) ?? framed(in: bounds) ?? bracketed(in: bounds) ?? labelled(
            in: bounds, labels: labels)
            ?? unseparated(in: bounds)
    }
}

private extension Line {
    /// `(LEAD)`, `(2nd LD)`, `(URGENT)`.
    func leadNumber(in bounds: Range<Int>) -> MarkerMatch? {
        guard self[bounds.lowerBound] == "(" else { return nil }
        let limit = min(bounds.upperBound, bounds.lowerBound + 12)
        guard let close = (bounds.lowerBound..<limit).first(where: { self[$0] == ")" }) else { return nil }
        let raw = text(bounds.lowerBound..<close + 1)
        let rest = close + 1..<bounds.upperBound
        switch text(bounds.lowerBound + 1..<close) {
        case "LEAD": return MarkerMatch([Article.Marker(.revision, raw: raw, n: 1)], rest: rest)
        case "URGENT": return MarkerMatch([Article.Marker(.urgency, raw: raw)], rest: rest)
        default: break
        }
        guard let (n, end) = ordinal(at: bounds.lowerBound + 1), has(" LD", at: end), end + 3 == close else { return nil }
        return MarkerMatch([Article.Marker(.revision, raw: raw, n: n)], rest: rest)
    }

    /// A first line that says nothing but `2ND LEAD`, `3RD NET` or `1st Ld-Writethru`, or a label that does.
    func numbered(in bounds: Range<Int>) -> MarkerMatch? {
        guard let (n, end) = ordinal(at: bounds.lowerBound), end < bounds.upperBound else { return nil }
        let limit = min(bounds.upperBound, end + 20)
        let lineEnd = (end..<limit).first { "\n\r:".unicodeScalars.contains(self[$0]) } ?? limit
        let isLabel = self[lineEnd] == ":"
        guard lineEnd == bounds.upperBound || isLabel || self[lineEnd].isSpace else { return nil }
        let words = trimmed(end..<lineEnd)
        guard !isLabel || self[words.lowerBound].isUppercase else { return nil }
        let label = text(words).lowercased()
        guard ["lead", "net"].contains(label) || Self.isWritethru(label) else { return nil }
        let marker = Article.Marker(.revision, raw: text(bounds.lowerBound..<words.upperBound), n: n)
        return MarkerMatch([marker], rest: (isLabel ? lineEnd + 1 : lineEnd)..<bounds.upperBound)
    }

    /// `++ Storm nears coast ++`, as ANSA and dpa mark what is urgent.
    func framed(in bounds: Range<Int>) -> MarkerMatch? {
        let sign = ["+++", "++"].first { has($0, at: bounds.lowerBound) && self[bounds.lowerBound + $0.utf8.count].isSpace }
        guard let sign, bounds.count > 3 * sign.utf8.count, has(" " + sign, at: bounds.upperBound - sign.utf8.count - 1) else { return nil }
        let rest = bounds.lowerBound + sign.utf8.count..<bounds.upperBound - sign.utf8.count
        return MarkerMatch([Article.Marker(.urgency, raw: sign)], rest: rest)
    }

    /// A label that ends in a hyphen or a colon.
    func labelled(in bounds: Range<Int>, labels: [String]) -> MarkerMatch? {
        let limit = min(bounds.upperBound, bounds.lowerBound + Self.longestLabel)
        for position in bounds.lowerBound..<limit where isSeparator(position) {
            let label = trimmed(bounds.lowerBound..<position)
            let rest = skippingSeparators(position)..<bounds.upperBound
            let isColon = self[position] == ":" || self[position] == "："
            if isColon, labels.contains(text(label)) {
                return MarkerMatch([Article.Marker(.genre, raw: text(label))], rest: rest)
            }
            let isTight = self[position] == "-" && label.upperBound == position && !self[position + 1].isSpace
            let name = text(label)
            let isAllCapitals = !scalars[bounds].contains(where: \.isLowercase)
            if let markers = HeadlineLabels.markers(for: name, isTight: isTight, isAllCapitals: isAllCapitals) {
                return MarkerMatch(markers, rest: rest)
            }
        }
        return nil
    }

    /// A stop separates only behind capitals: `ОТЗЫВ. …`, `ANULACIÓN.- …`.
    func isSeparator(_ position: Int) -> Bool {
        switch scalars[position] {
        case "-", ":", "：", "–", "—", "|": return true
        case ".": break
        default: return false
        }
        guard self[position + 1].isSpace || self[position + 1] == "-" else { return false }
        return position > 2 && self[position - 1].isUppercase && self[position - 2].isUppercase
    }

    /// The end of the signs that stand between a label and the headline: `.-`, `--`.
    func skippingSeparators(_ start: Int) -> Int {
        var position = start + 1
        while "-–—".unicodeScalars.contains(self[position]) { position += 1 }
        return position
    }

    /// `STORY WITHDRAWN` and `MANDATORY KILL`, which need nothing behind them; `撤稿 …`; a label that is all of the headline.
    func unseparated(in bounds: Range<Int>) -> MarkerMatch? {
        guard ChangeWords.mayOpen(self.word(bounds)) else { return nil }
        for label in ["STORY WITHDRAWN", "MANDATORY KILL"] where has(label, at: bounds.lowerBound) {
            let end = bounds.lowerBound + label.unicodeScalars.count
            return self[end].isLetter ? nil : MarkerMatch([Article.Marker(.kill, raw: label)], rest: end..<bounds.upperBound)
        }
        let word = bounds.lowerBound..<min(wordEnd(bounds.lowerBound), bounds.upperBound)
        if self[bounds.lowerBound].isHan, ChangeWords.bare.contains(text(word)), let meaning = ChangeWords.meaning(of: text(word)) {
            return MarkerMatch([Article.Marker(meaning, raw: text(word))], rest: word.upperBound..<bounds.upperBound)
        }
        guard bounds.count <= Self.longestLabel, let meaning = ChangeWords.meaning(of: text(bounds)) else { return nil }
        guard meaning == .kill || meaning == .hold else { return nil }
        return MarkerMatch([Article.Marker(meaning, raw: text(bounds))], rest: bounds.upperBound..<bounds.upperBound)
    }
}

extension Line {
    /// `(CORRECTED) - …`, `【撤稿】…`, `[전문취소] …`.
    func bracketed(in bounds: Range<Int>) -> MarkerMatch? {
        guard let closing = Self.closing(self[bounds.lowerBound]) else { return nil }
        let limit = min(bounds.upperBound, bounds.lowerBound + 42)
        guard let close = (bounds.lowerBound + 1..<max(limit, bounds.lowerBound + 1)).first(where: { self[$0] == closing }) else {
            return nil
        }
        guard let marker = bracketedMarker(bounds.lowerBound..<close + 1) else { return nil }
        var end = skippingSpaces(close + 1)
        while end < bounds.upperBound, "-:：–—".unicodeScalars.contains(self[end]) { end = skippingSpaces(end + 1) }
        return MarkerMatch([marker], rest: end..<bounds.upperBound)
    }

    /// What a label with its brackets means. Small letters within brackets may be a part of the headline, unless they correct it.
    func bracketedMarker(_ range: Range<Int>) -> Article.Marker? {
        let label = text(range.lowerBound + 1..<range.upperBound - 1)
        if let number = Self.koreanRevision(label) { return Article.Marker(.revision, raw: text(range), n: number) }
        if HeadlineLabels.isAlert(label) { return Article.Marker(.urgency, raw: text(range)) }
        if let meaning = ChangeWords.meaning(of: label) { return Article.Marker(meaning, raw: text(range)) }
        // `(Berichtigung: Ort)` says what is put right.
        let reason = label.split(separator: ":", maxSplits: 1)
        let isCorrection = reason.count == 2 && ChangeWords.meaning(of: reason[0]) == .correction
        return isCorrection ? Article.Marker(.correction, raw: text(range)) : nil
    }

    /// The bracket that closes what `opening` opens.
    static func closing(_ opening: Unicode.Scalar) -> Unicode.Scalar? { brackets.first { $0.opening == opening }?.closing }

    /// The bracket that opens what `closing` closes.
    static func opening(_ closing: Unicode.Scalar) -> Unicode.Scalar? { brackets.first { $0.closing == closing }?.opening }

    private static let brackets: [(opening: Unicode.Scalar, closing: Unicode.Scalar)] = [
        ("(", ")"), ("[", "]"), ("<", ">"), ("（", "）"), ("［", "］"), ("【", "】"), ("〔", "〕"), ("〈", "〉"), ("《", "》"),
    ]

    /// `2보`, `종합`, `종합2보`: the second report, the summary, the second summary.
    private static func koreanRevision(_ label: String) -> Int? {
        if label == "종합" { return 1 }
        let number = label.hasPrefix("종합") ? label.dropFirst(2) : label[...]
        guard number.hasSuffix("보") else { return nil }
        return Int(number.dropLast()).flatMap { (1...20).contains($0) ? $0 : nil }
    }
}

extension Line {
    /// `1st`, `2ND`, `3rd`, `4th`: a number of up to two digits and its suffix.
    func ordinal(at start: Int) -> (value: Int, end: Int)? {
        guard let number = number(at: start, digits: 1...2) else { return nil }
        let suffix = text(number.end..<number.end + 2).lowercased()
        return ["st", "nd", "rd", "th"].contains(suffix) ? (number.value, number.end + 2) : nil
    }

    /// `ld`, `lead`, `ld-writethru`: what stands behind the number in AP's take keys.
    static func isWritethru(_ label: String) -> Bool {
        ["ld", "lead", "ld-writethru", "lead-writethru", "ld writethru", "lead writethru", "ld- writethru"].contains(label)
    }
}
