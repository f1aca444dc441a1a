// SPDX-License-Identifier: Apache-2.0

/// An agency as it signs a dateline: `(Xinhua)`, `/TASS/`, `РИА Новости`.
struct AgencyMark: Hashable, Sendable {
    /// The name as written, without what encloses it.
    var raw: Range<Int>
    var isKnown: Bool
    /// The name is a ticker's or a word as well, so that it counts only beside something else.
    var isAlsoAWord = false
    /// Who signs with the agency: `/Корр. ТАСС Анна Лисина/`.
    var reporters: [String] = []
    /// Behind what encloses it.
    var end: Int
}

extension Line {
    /// Scalars in the longest name of an agency.
    static let longestAgency = 48

    /// Reads `(Xinhua)`; an unknown name passes too, and is told apart by `isKnown`.
    func parenthesizedAgency(at start: Int) -> AgencyMark? {
        self[start] == "(" ? enclosedAgency(at: start, by: ")") : nil
    }

    /// Reads `/TASS/`, and `/Корр. ТАСС Анна Лисина/`.
    func slashedAgency(at start: Int) -> AgencyMark? {
        guard self[start] == "/", var mark = enclosedAgency(at: start, by: "/") else { return nil }
        let correspondents = ["Корр. ", "корр. ", "Спец. корр. "]
        guard let title = correspondents.first(where: { has($0, at: mark.raw.lowerBound) }) else { return mark }
        let name = skippingSpaces(mark.raw.lowerBound + title.unicodeScalars.count)
        guard let agency = bareAgency(at: name), agency.raw.upperBound <= mark.raw.upperBound else { return mark }
        let person = trimmed(agency.raw.upperBound..<mark.raw.upperBound)
        if !person.isEmpty { mark.reporters = [text(person)] }
        (mark.raw, mark.isKnown, mark.isAlsoAWord) = (agency.raw, true, agency.isAlsoAWord)
        return mark
    }

    /// Reads the longest known agency of up to five words that nothing encloses: `Kyodo`, `РИА Новости`, `The Motley Fool`.
    func bareAgency(at start: Int) -> AgencyMark? {
        guard self[start].isLetter else { return nil }
        var ends: [Int] = []
        var position = start
        while ends.count < 5, position - start < Self.longestAgency, self[position].isLetter || self[position].isDigit {
            let end = wordEnd(position)
            ends.append(end)
            position = skippingSpaces(end)
        }
        for end in ends.reversed() where end - start <= Self.longestAgency {
            if let mark = bareAgency(start..<end) { return mark }
        }
        return nil
    }

    /// One word with a period inside: `Example.com`.
    func isSite(_ range: Range<Int>) -> Bool {
        !scalars[range].contains(where: \.isSpace) && scalars[range].dropLast().contains(".")
    }

    func agency(in range: Range<Int>) -> Agency? { Agency.named(word(range)) }

    /// Costs less than to have the agency.
    func isKnownAgency(_ range: Range<Int>) -> Bool { Agency.isKnown(word(range)) }
}

private extension Line {
    /// The name in `range`, of which a sign at its end is no part: `INTERFAX.RU -`, `AVN.-`, `SANA-`.
    func bareAgency(_ range: Range<Int>) -> AgencyMark? {
        var end = range.upperBound
        while end > range.lowerBound, ".:,;-–—/".unicodeScalars.contains(self[end - 1]) { end -= 1 }
        guard let agency = agency(in: range.lowerBound..<end) else { return nil }
        return AgencyMark(raw: range.lowerBound..<end, isKnown: true, isAlsoAWord: agency.isAlsoAWord, end: end)
    }

    func enclosedAgency(at start: Int, by closing: Unicode.Scalar) -> AgencyMark? {
        let limit = start + 1 + Self.longestAgency
        guard let end = (start + 1..<limit).first(where: { self[$0] == closing || self[$0] == "(" || self[$0] == "\0" }) else { return nil }
        let raw = trimmed(start + 1..<end)
        guard self[end] == closing, raw.contains(where: { self[$0].isLetter }) else { return nil }
        let agency = agency(in: raw)
        return AgencyMark(raw: raw, isKnown: agency != nil, isAlsoAWord: agency?.isAlsoAWord ?? false, end: end + 1)
    }
}
