// SPDX-License-Identifier: Apache-2.0

/// The text of a story in runs of words, and the numbers, names and days that it states.
struct BodyPortrait: Sendable {
    let tokens: TextTokens
    /// The hash of each run of letters and of digits, and of each pair of ideographs: what other stories may mention.
    private(set) var vocabulary: [UInt64] = []
    /// Each number once.
    private(set) var numbers: [Fact] = []
    /// The hashes of all its numbers as they are written, in order.
    private(set) var column: [UInt64] = []
    /// The keys of the numbers, sorted.
    private(set) var numberKeys: [UInt64] = []
    /// Of those that a word multiplies, the digits; of all others, the keys: both sorted.
    private(set) var digitKeys: [UInt64] = []
    private(set) var plainKeys: [UInt64] = []
    /// The keys of the numbers that nobody states by chance, sorted.
    private(set) var figures: [UInt64] = []
    /// Each name once.
    private(set) var names: [Fact] = []
    /// A bit for each day of the week that is named.
    private(set) var weekdays: UInt8 = 0
    /// The hashes of its runs of three words (of five characters), sorted, each once.
    private(set) var shingles: [UInt64] = []
    private var seen: Set<UInt64> = []
    private var isAtStart = true
    private var reader: NumberReader

    /// - Parameters:
    ///   - headline: the hashes of the headline's words, sorted; a word that begins a sentence is a name only if it stands there.
    ///   - language: the primary subtag, for numbers written out.
    init(_ letters: Letters, headline: [UInt64], language: Substring? = nil) {
        reader = NumberReader(language: language)
        tokens = TextTokens(letters)
        vocabulary.reserveCapacity(letters.codes.count / 5)
        letters.forEachPiece { read($0, in: letters, headline) }
        add(reader.close())
        numberKeys = numbers.map(\.key).sortedOnce()
        digitKeys = numbers.flatMap(\.parts).sortedOnce()
        plainKeys = digitKeys.isEmpty ? numberKeys : numbers.filter(\.parts.isEmpty).map(\.key).sortedOnce()
        figures = numbers.filter(\.isTelling).map(\.key).sortedOnce()
        if tokens.isDense { readQuotes(in: letters) }
        shingles = Fingerprints.shingles(of: tokens.hashes, run: tokens.isDense ? 5 : 3).sortedOnce()
    }

    /// The share of numbers among its words.
    var digitShare: Double { tokens.hashes.isEmpty ? 0 : Double(column.count) / Double(tokens.hashes.count) }
}

extension BodyPortrait {
    private mutating func read(_ piece: Piece, in letters: Letters, _ headline: [UInt64]) {
        switch piece.kind {
        case .word:
            readWord(piece, in: letters, headline)
            isAtStart = false
        case .number:
            readNumber(piece, in: letters)
            isAtStart = false
        case .ideograph:
            readIdeograph(at: piece.range.lowerBound, in: letters)
            isAtStart = false
        case .sentenceEnd:
            add(reader.close())
            isAtStart = true
        }
    }

    private mutating func readWord(_ piece: Piece, in letters: Letters, _ headline: [UInt64]) {
        let range = piece.range
        let name = piece.isPlain ? range : letters.withoutPossessive(range)
        let hash = letters.hash(name)
        if piece.isPlain {
            vocabulary.append(hash)
        } else {
            letters.forEachWordHash(in: range) { vocabulary.append($0) }
        }
        add(reader.read(word: piece.isPlain ? hash : letters.hash(letters.firstWord(of: range)), or: hash))
        if reader.isNumeral(hash) { return }
        if let day = Lexicon.weekdays[hash] {
            weekdays |= day
            return
        }
        guard letters.isCapital(range.lowerBound), name.count > 1, !Lexicon.common.contains(hash), !Lexicon.months.contains(hash) else {
            return
        }
        guard !isAtStart || headline.holds(hash), !seen.contains(hash) else { return }
        seen.insert(hash)
        names.append(letters.fact(name, key: hash))
    }

    private mutating func readNumber(_ piece: Piece, in letters: Letters) {
        let range = piece.range
        let hash = letters.hash(range)
        column.append(hash)
        letters.forEachWordHash(in: range) { vocabulary.append($0) }
        add(reader.read(digits: letters.text(range)))
    }

    private mutating func readIdeograph(at index: Int, in letters: Letters) {
        add(reader.read(ideograph: letters.codes[index]))
        guard let pair = letters.ideographPair(at: index) else { return }
        vocabulary.append(pair)
        if let day = Lexicon.weekdays[pair] { weekdays |= day }
    }

    /// Scripts without capitals name things in quotation marks.
    private mutating func readQuotes(in letters: Letters) {
        for range in letters.quoted where (2...24).contains(range.count) {
            let hash = letters.hash(range)
            guard seen.insert(hash).inserted else { continue }
            var pairs: [UInt64] = []
            letters.forEachWordHash(in: range) { pairs.append($0) }
            names.append(Fact(text: letters.text(range), key: hash, parts: pairs))
        }
    }

    private mutating func add(_ number: Fact?) {
        // A number's key begins with a digit, a name's with a letter: one set serves both.
        guard let number, seen.insert(number.key).inserted else { return }
        numbers.append(number)
    }
}

extension Letters {
    fileprivate func isCapital(_ index: Int) -> Bool { Letters.lower(codes[index]) != codes[index] }

    /// The letters that a word begins with: `million-euro` multiplies, too.
    fileprivate func firstWord(of range: Range<Int>) -> Range<Int> {
        range.lowerBound..<(range.first { Letters.kind(of: codes[$0]) != .letter } ?? range.upperBound)
    }

    /// A name without `'s`, and without a mark behind it.
    fileprivate func withoutPossessive(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        if end - range.lowerBound > 2, codes[end - 2] == 0x27, Letters.lower(codes[end - 1]) == 0x73 { end -= 2 }
        return range.lowerBound..<end
    }

    fileprivate func fact(_ range: Range<Int>, key: UInt64) -> Fact {
        let isPlain = range.allSatisfy { Letters.kind(of: codes[$0]) == .letter }
        var parts = isPlain ? [key] : []
        if !isPlain { forEachWordHash(in: range) { parts.append($0) } }
        return Fact(text: text(range), key: key, parts: parts)
    }

    /// What stands between 「」, 『』, “” or 《》.
    fileprivate var quoted: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var open: (closing: UInt32, start: Int)?
        for (index, code) in codes.enumerated() {
            if let quote = open, quote.closing == code {
                ranges.append(quote.start..<index)
                open = nil
            } else if let closing = Letters.closing(code) {
                open = (closing, index + 1)
            }
        }
        return ranges
    }

    private static func closing(_ code: UInt32) -> UInt32? {
        switch code {
        case 0x300C: 0x300D
        case 0x300E: 0x300F
        case 0x201C: 0x201D
        case 0x300A: 0x300B
        default: nil
        }
    }
}
