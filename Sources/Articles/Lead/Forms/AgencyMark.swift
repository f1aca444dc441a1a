// SPDX-License-Identifier: Apache-2.0

/// An agency as it signs a dateline: `(Xinhua)`, `/TASS/`, `РИА Новости`.
struct AgencyMark: Hashable, Sendable {
    /// The name as written, without what encloses it.
    var raw: Range<Int>
    var isKnown: Bool
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

    /// Reads `/TASS/`.
    func slashedAgency(at start: Int) -> AgencyMark? {
        self[start] == "/" ? enclosedAgency(at: start, by: "/") : nil
    }

    /// Reads the longest known agency of up to four words that nothing encloses: `Kyodo`, `РИА Новости`, `The Motley Fool`.
    func bareAgency(at start: Int) -> AgencyMark? {
        guard self[start].isLetter else { return nil }
        var ends: [Int] = []
        var position = start
        while ends.count < 4, position - start < Self.longestAgency, self[position].isLetter || self[position].isDigit {
            let end = wordEnd(position)
            ends.append(end)
            position = skippingSpaces(end)
        }
        for end in ends.reversed() where end - start <= Self.longestAgency {
            let bare = ".:,;".unicodeScalars.contains(self[end - 1]) ? end - 1 : end
            if Agency.named(text(start..<bare)) != nil { return AgencyMark(raw: start..<bare, isKnown: true, end: bare) }
        }
        return nil
    }

    /// One word with a period inside: `Example.com`.
    func isSite(_ range: Range<Int>) -> Bool {
        !scalars[range].contains(where: \.isSpace) && scalars[range].dropLast().contains(".")
    }

    private func enclosedAgency(at start: Int, by closing: Unicode.Scalar) -> AgencyMark? {
        let limit = start + 1 + Self.longestAgency
        guard let end = (start + 1..<limit).first(where: { self[$0] == closing || self[$0] == "(" || self[$0] == "\0" }) else { return nil }
        let raw = trimmed(start + 1..<end)
        guard self[end] == closing, raw.contains(where: { self[$0].isLetter }) else { return nil }
        return AgencyMark(raw: raw, isKnown: Agency.named(text(raw)) != nil, end: end + 1)
    }
}
