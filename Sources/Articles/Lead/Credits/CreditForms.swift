// SPDX-License-Identifier: Apache-2.0

// The forms in which a caption ends:
//
//     (Xinhua/Wang Fang)   [Photo/Xinhua]   (AP Photo/Ann Lee)   (Photo by Wang Fang/Xinhua)
//     REUTERS/Ann Lee      THE CANADIAN PRESS/Ann Lee. ABC       Ann Lee/Pool via REUTERS      Ann Lee / Xinhua |
//     © AFP 2019 / Ann Lee                                       Photo courtesy Acme

extension Line {
    private static let longestCredit = 120
    private static let longestPerson = 48

    /// Where the credit begins with which the line ends, or nil.
    func creditStart() -> Int? {
        let bounds = trimmed(0..<count)
        guard isWhole, !bounds.isEmpty else { return nil }
        let end = bounds.upperBound
        if let start = chineseCreditStart(endingAt: end) { return start }
        if let bracket = bracketedCreditStart(endingAt: end) {
            return unbracketedCreditStart(endingAt: trimmed(0..<bracket).upperBound) ?? bracket
        }
        return unbracketedCreditStart(endingAt: end)
    }

    /// The start of the bracket that ends at `end`, if a credit is inside.
    func bracketedCreditStart(endingAt end: Int) -> Int? {
        var end = end
        if self[end - 1] == "." { end -= 1 }
        let opening: Unicode.Scalar
        switch self[end - 1] {
        case ")": opening = "("
        case "]": opening = "["
        default: return nil
        }
        let start = (max(0, end - Self.longestCredit)..<end - 1).last { self[$0] == opening }
        guard let start, isCredit(start + 1..<end - 1) else { return nil }
        return start
    }

    /// `(Yonhap)`: an agency alone ends a caption only where a story follows.
    func agencyAlone(endingAt end: Int) -> Range<Int>? {
        guard self[end - 1] == ")", let start = (max(0, end - Self.longestPerson)..<end - 1).last(where: { self[$0] == "(" }) else {
            return nil
        }
        guard let mark = parenthesizedAgency(at: start), mark.isKnown, mark.end == end else { return nil }
        return start..<end
    }

    /// The end of `AGENCY/Person` whose slash is at `slash`, up to the last word that can be a name; nil where it is no credit.
    func agencyCredit(around slash: Int) -> Range<Int>? {
        guard self[slash] == "/", self[slash - 1] != ":", self[slash - 1] != "/" else { return nil }
        guard let end = personEnd(at: skippingSpaces(slash + 1)) else { return nil }
        return agencyStart(endingAt: trimmed(0..<slash).upperBound).map { $0..<end }
    }
}

private extension Line {
    func unbracketedCreditStart(endingAt end: Int) -> Int? {
        if let sign = (max(0, end - Self.longestCredit)..<max(0, end)).last(where: { self[$0] == "©" }) {
            return isCredit(sign + 1..<end) ? sign : nil
        }
        return labelledCreditStart(endingAt: end) ?? slashedCreditStart(endingAt: end)
    }

    private static let labels = ["Photo courtesy ", "Photo by ", "Photo: ", "Photos: ", "Foto: ", "Fotos: ", "Bild: "]

    /// `Photo courtesy Acme`, `Photo by Ann Lee`, `Foto: Ann Lee`, at the beginning of a sentence.
    func labelledCreditStart(endingAt end: Int) -> Int? {
        (max(0, end - Self.longestPerson)..<max(0, end)).last { position in
            guard self[position] == "P" || self[position] == "F" || self[position] == "B" else { return false }
            guard position == 0 || self[position - 1].isSpace || self[position - 1] == "." else { return false }
            let label = Self.labels.first { has($0, at: position) }
            guard let label else { return false }
            return self[position + label.unicodeScalars.count].isUppercase || has("of ", at: position + label.unicodeScalars.count)
        }
    }

    /// `REUTERS/Ann Lee` or `Ann Lee/Pool via REUTERS` as the last words.
    func slashedCreditStart(endingAt end: Int) -> Int? {
        let slashes = (max(0, end - Self.longestCredit)..<max(0, end)).filter { self[$0] == "/" }
        for slash in slashes.suffix(3) {
            if let credit = agencyCredit(around: slash), isRestOfCredit(credit.upperBound..<end) { return credit.lowerBound }
        }
        guard
            let slash = slashes.suffix(3).first(where: { slash in
                let tail = CreditLine.reading(of: text(slash + 1..<end))
                return !tail.agencies.isEmpty && tail.person == nil
            })
        else { return nil }
        return personStart(endingAt: trimmed(0..<slash).upperBound)
    }

    /// Nothing but a period and the desk's initials follow, or the same agency once more.
    func isRestOfCredit(_ range: Range<Int>) -> Bool {
        let rest = scalars[trimmed(range)].filter { !$0.isSpace && $0 != "." && $0 != "|" }
        if rest.count <= 4 && rest.allSatisfy(\.isUppercase) { return true }
        if parenthesizedAgency(at: trimmed(range).lowerBound)?.isKnown == true { return true }
        return self[trimmed(range).lowerBound] == "/" || has("via ", at: trimmed(range).lowerBound)
    }

    /// The start of the known agency of up to three words that ends at `end`, `Photo` behind it allowed.
    func agencyStart(endingAt end: Int) -> Int? {
        var start = end
        var longest: Int?
        for _ in 0..<4 {
            guard let previous = wordStart(before: start) else { break }
            start = previous
            if CreditReading.isPictureAgency(CreditReading.withoutDecoration(text(start..<end))) { longest = start }
        }
        return longest
    }

    /// The beginning of the word that ends at `end` or before blanks there.
    func wordStart(before end: Int) -> Int? {
        var position = end
        while position > 0, self[position - 1].isSpace { position -= 1 }
        let last = position
        while position > 0, !self[position - 1].isSpace, self[position - 1] != "(", last - position < Self.longestPerson { position -= 1 }
        return position < last ? position : nil
    }

    /// Up to three capitalised words that end at `end`: the name of a person.
    func personStart(endingAt end: Int) -> Int? {
        var start: Int?
        var position = end
        for _ in 0..<3 {
            guard let previous = wordStart(before: position), self[previous].isUppercase || !self[previous].isLowercase else { break }
            let isSentenceEnd =
                start != nil && ".:;)".unicodeScalars.contains(self[trimmed(0..<position).upperBound - 1]) && position - previous > 3
            if isSentenceEnd || !self[previous].isLetter { break }
            start = previous
            position = previous
        }
        return start
    }

    /// Up to four capitalised words from `start`, as a name has them, and no further than a sentence goes.
    func personEnd(at start: Int) -> Int? {
        guard self[start].isUppercase || (self[start].isLetter && !self[start].isLowercase) else { return nil }
        var end = start
        var position = start
        for _ in 0..<4 {
            guard self[position].isUppercase || end == start else { break }
            var next = position
            while self[next].isLetter || self[next] == "-" || self[next].isApostrophe { next += 1 }
            guard next - start <= Self.longestPerson else { break }
            end = next
            let isInitial = next - position == 1 && self[next] == "."
            position = skippingSpaces(isInitial ? next + 1 : next)
            if position == next { break }
        }
        return end
    }

    /// The words name an agency beside a slash, or open as credits do.
    func isCredit(_ range: Range<Int>) -> Bool {
        let start = trimmed(range).lowerBound
        if Self.creditOpeners.end(on: self, at: start) != nil { return true }
        guard let slash = scalars[range].firstIndex(of: "/") else { return false }
        // In most credits the agency stands first, and nothing else has to be read.
        return Agency.isKnown(word(trimmed(range.lowerBound..<slash))) || CreditLine.namesAgency(text(range))
    }

    private static let creditOpeners = Openings([
        "photo by ", "photos by ", "photo courtesy ", "courtesy ", "photo/", "photo: ", "file photo",
    ])
}
