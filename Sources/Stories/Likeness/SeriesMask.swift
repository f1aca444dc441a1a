// SPDX-License-Identifier: Apache-2.0

/// What the headlines of a running series have in common: `Quake of magnitude 5.1 …` and `Quake of magnitude 4.8 …`.
enum SeriesMask {
    /// The hash of the headline (without one, of the text's first six words), its numbers, days, months and directions blanked out.
    static func hash(headline: Letters, text: Letters) -> Int64 {
        let hasHeadline = headline.codes.contains { Letters.kind(of: $0) != .other }
        let letters = hasHeadline ? headline : text
        let end = hasHeadline ? letters.codes.count : letters.endOfWord(6)
        var words: [UInt64] = []
        for run in letters.runs(in: 0..<end, where: { Letters.kind(of: $0) != .other }) { add(run, of: letters, to: &words) }
        return Int64(bitPattern: Mix.join(words[...]))
    }

    private static let blank = Letters.hash("#")

    private static func add(_ run: Range<Int>, of letters: Letters, to words: inout [UInt64]) {
        letters.forEachPart(of: run) { part in
            let hash = letters.hash(part)
            let word = isBlank(part, hash, in: letters) ? blank : hash
            if word != blank || words.last != blank { words.append(word) }
        }
    }

    private static func isBlank(_ part: Range<Int>, _ hash: UInt64, in letters: Letters) -> Bool {
        let first = letters.codes[part.lowerBound]
        let kind = Letters.kind(of: first)
        if kind == .digit || Lexicon.denseDirections.contains(first) { return true }
        guard kind != .ideograph else {
            return isBlankPair(at: part.lowerBound, in: letters) || isBlankPair(at: part.lowerBound - 1, in: letters)
        }
        if Numerals.english.contains(hash) || Lexicon.weekdays.contains(hash) { return true }
        return Lexicon.months.contains(hash) || Lexicon.otherMonths.contains(hash) || Lexicon.directions.contains(hash)
    }

    /// Days and directions that two characters write: 周一, 하락.
    private static func isBlankPair(at index: Int, in letters: Letters) -> Bool {
        guard index >= 0, let pair = letters.ideographPair(at: index) else { return false }
        return Lexicon.weekdays.contains(pair) || Lexicon.directions.contains(pair)
    }
}

extension Letters {
    /// The end of the first `count` words between blanks.
    func endOfWord(_ count: Int) -> Int {
        var words = 0
        var isOpen = false
        for (index, code) in codes.enumerated() {
            let isBlank = code == 0x20 || code == 0x0A
            if isBlank, isOpen { words += 1 }
            if words == count { return index }
            isOpen = !isBlank
        }
        return codes.count
    }

    /// Calls `body` with the letters, digits and ideographs of a run, apart from each other; each ideograph is a part by itself.
    fileprivate func forEachPart(of run: Range<Int>, _ body: (Range<Int>) -> Void) {
        var start = run.lowerBound
        while start < run.upperBound {
            let kind = Letters.kind(of: codes[start])
            var end = start + 1
            while kind != .ideograph, end < run.upperBound, Letters.kind(of: codes[end]) == kind { end += 1 }
            body(start..<end)
            start = end
        }
    }
}
