// SPDX-License-Identifier: Apache-2.0

// A caption that ran into the story: `… at work. (Xinhua/Wang Fang)LAGOS, Jan. 9 (Xinhua) -- Traders`.

extension Line {
    private static let mostBrackets = 16
    private static let mostSlashes = 8
    private static let longestPerson = 48

    /// Some credit may be on the line: a slash, a ©, `Photo`, `Courtesy`. Most lines are done with in this one look.
    var mayHoldCredit: Bool {
        var word: UInt32 = 0
        for scalar in scalars {
            if scalar == "/" || scalar == "©" || scalar.isTaken { return true }
            word = word << 8 | (scalar.value | 0x20) & 0xFF
            // `hoto`, `tesy`, `Foto`
            if word == 0x686F_746F || word == 0x7465_7379 || word == 0x666F_746F { return true }
        }
        return false
    }

    /// A credit in the middle of the line behind which the story opens; nil without one.
    func gluedCaption(places: PlaceTable) -> (credit: Range<Int>, end: Int)? {
        var brackets = 0
        var slashes = 0
        for position in 1..<max(1, count) {
            switch scalars[position] {
            case ")", "]":
                brackets += 1
                if brackets <= Self.mostBrackets, let found = glue(behindBracket: position, places: places) { return found }
            case "/":
                slashes += 1
                if slashes <= Self.mostSlashes, let found = glue(behindSlash: position, places: places) { return found }
            default: continue
            }
        }
        return nil
    }

    private func glue(behindBracket bracket: Int, places: PlaceTable) -> (credit: Range<Int>, end: Int)? {
        let next = skippingSpaces(bracket + 1)
        guard next < count, opensSentence(at: next) || self[next] == "(" else { return nil }
        guard let start = bracketedCreditStart(endingAt: bracket + 1) else { return nil }
        return opensStory(at: next, places: places) ? (start..<bracket + 1, next) : nil
    }

    /// `THE CANADIAN PRESS/Ann LeeCALGARY —`, `REUTERS/Ann Lee LONDON, May 2 (Reuters) -`, `THE CANADIAN PRESS/Ann Lee. ABC Rescuers`.
    private func glue(behindSlash slash: Int, places: PlaceTable) -> (credit: Range<Int>, end: Int)? {
        guard let credit = agencyCredit(around: slash), !"([".unicodeScalars.contains(self[credit.lowerBound - 1]) else { return nil }
        for position in slash + 3..<min(count, slash + Self.longestPerson) where self[position].isUppercase {
            let isGlued = self[position - 1].isLowercase && self[position + 1].isUppercase
            let isPlace = self[position - 1].isSpace && (isCapitals(at: position) || isKnownPlace(at: position, places: places))
            guard isGlued || isPlace, opensStory(at: position, places: places) else { continue }
            return (credit.lowerBound..<position, position)
        }
        guard let end = initialsEnd(behind: credit.upperBound) else { return nil }
        return (credit.lowerBound..<end, skippingSpaces(end))
    }

    private func opensStory(at position: Int, places: PlaceTable) -> Bool {
        LeadOpening(on: self, from: position, places: places).dateline != nil
    }

    /// `. ABC` before a sentence.
    private func initialsEnd(behind start: Int) -> Int? {
        guard self[start] == ".", self[start + 1].isSpace else { return nil }
        var end = start + 2
        while self[end].isUppercase { end += 1 }
        guard (2...4).contains(end - start - 2), self[end].isSpace, self[end + 1].isUppercase, self[end + 2].isLowercase else { return nil }
        return end
    }
}
