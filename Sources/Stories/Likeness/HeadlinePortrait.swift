// SPDX-License-Identifier: Apache-2.0

/// What a headline says, as far as two of them are compared.
struct HeadlinePortrait: Hashable, Sendable {
    /// The hashes of its words and numbers, sorted, each once.
    let tokens: [UInt64]
    /// Its content words: the hashes of the parts of each, of which one is enough to be mentioned.
    let words: [[UInt64]]
    /// Those of them that are no numbers.
    let plainWords: [[UInt64]]
    /// The first two content words: a company, a place.
    let leads: [UInt64]
    /// Its numbers, sorted.
    let numbers: [UInt64]

    /// - Parameter language: the primary subtag, for numbers written out.
    init(_ letters: Letters, language: Substring? = nil) {
        let all = 0..<letters.codes.count
        let isContent = { (code: UInt32) in Letters.isAlphanumeric(code) || code == 0x2E || code == 0x2C || code == 0x2F || code == 0x2D }
        var words = letters.runs(in: all, where: isContent).compactMap(letters.contentWord)
        words += letters.ideographPairs.map { [$0] }
        self.words = words
        let numerals = Numerals.of(language)
        let figures = letters.runs(in: all) { Letters.kind(of: $0) == .digit }.map(letters.hash)
        plainWords = words.filter { $0.count > 1 || !($0.first.map { numerals.contains($0) || figures.contains($0) } ?? false) }
        tokens = letters.headlineTokens
        leads = letters.leads
        numbers = HeadlinePortrait.numbers(letters, language)
    }

    private static func numbers(_ letters: Letters, _ language: Substring?) -> [UInt64] {
        var numbers: [UInt64] = []
        var reader = NumberReader(language: language)
        func add(_ number: Fact?) {
            if let number { numbers.append(number.key) }
        }
        letters.forEachPiece { piece in
            switch piece.kind {
            case .word:
                letters.forEachToken(of: piece.range) { range in
                    let token = letters.hash(range)
                    // In a headline, `one` is a pronoun as often as a number.
                    add(token == one ? reader.close() : reader.read(word: token, or: token))
                }
            case .number: add(reader.read(digits: letters.text(piece.range)))
            case .ideograph: add(reader.read(ideograph: letters.codes[piece.range.lowerBound]))
            case .sentenceEnd: add(reader.close())
            }
        }
        add(reader.close())
        return numbers.sortedOnce()
    }

    private static let one = Letters.hash("one")
}

extension Letters {
    /// The same for all headlines that consist of the same words, in whatever order; nil where there are none.
    var headlineKey: UInt64? {
        let tokens = headlineTokens
        return tokens.isEmpty ? nil : Mix.join(tokens[...])
    }

    /// The hashes of its words and numbers and of its pairs of ideographs, sorted, each once.
    fileprivate var headlineTokens: [UInt64] {
        var tokens = ideographPairs
        forEachPiece { piece in
            switch piece.kind {
            case .word: forEachToken(of: piece.range) { tokens.append(hash($0)) }
            case .number: tokens.append(hash(piece.range))
            case .ideograph, .sentenceEnd: break
            }
        }
        return tokens.sortedOnce()
    }

    /// The hashes of the first two content words: a company, a place.
    var leads: [UInt64] {
        var leads: [UInt64] = []
        var position = 0
        while leads.count < 2, let start = codes[position...].firstIndex(where: { Letters.kind(of: $0) == .letter }) {
            position = lettersEnd(from: start, limit: codes.count)
            let word = hash(start..<position)
            if position - start > 1, !Lexicon.common.contains(word), !Lexicon.markers.contains(word) { leads.append(word) }
        }
        return leads
    }

    /// The parts of a content word of a headline, or nil where it is a word that every headline has.
    fileprivate func contentWord(_ run: Range<Int>) -> [UInt64]? {
        guard let first = run.first(where: { Letters.isAlphanumeric(codes[$0]) }),
            let last = run.last(where: { Letters.isAlphanumeric(codes[$0]) }), last > first
        else { return nil }
        let whole = hash(first..<last + 1)
        guard !Lexicon.common.contains(whole), !Lexicon.kinds.contains(whole), !Lexicon.markers.contains(whole) else { return nil }
        var parts: [UInt64] = []
        forEachWordHash(in: first..<last + 1) { parts.append($0) }
        return parts
    }

    /// The hash of each pair of neighbouring ideographs.
    fileprivate var ideographPairs: [UInt64] {
        codes.indices.compactMap(ideographPair)
    }
}
