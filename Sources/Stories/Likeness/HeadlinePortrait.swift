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
        plainWords = words.filter { $0.count > 1 || !($0.first.map { numerals.contains($0) || letters.isNumber(hash: $0) } ?? false) }
        (tokens, numbers) = HeadlinePortrait.tokens(letters, language)
        leads = letters.runs(in: all) { Letters.kind(of: $0) == .letter }.filter { $0.count > 1 }.map(letters.hash)
            .filter { !Lexicon.common.contains($0) && !Lexicon.markers.contains($0) }.prefix(2).map(\.self)
    }

    /// The same for all headlines that consist of the same words, in whatever order.
    var key: UInt64? { tokens.isEmpty ? nil : Mix.join(tokens[...]) }

    private static func tokens(_ letters: Letters, _ language: Substring?) -> (tokens: [UInt64], numbers: [UInt64]) {
        var tokens = letters.ideographPairs
        var numbers: [UInt64] = []
        var reader = NumberReader(language: language)
        letters.forEachPiece { piece in
            switch piece.kind {
            case .word:
                letters.forEachToken(of: piece.range) { range in
                    let token = letters.hash(range)
                    tokens.append(token)
                    // In a headline, `one` is a pronoun as often as a number.
                    if let number = token == one ? reader.close() : reader.read(word: token, or: token) { numbers.append(number.key) }
                }
            case .number:
                tokens.append(letters.hash(piece.range))
                if let number = reader.read(digits: letters.text(piece.range)) { numbers.append(number.key) }
            case .ideograph:
                if let number = reader.read(ideograph: letters.codes[piece.range.lowerBound]) { numbers.append(number.key) }
            case .sentenceEnd:
                if let number = reader.close() { numbers.append(number.key) }
            }
        }
        if let number = reader.close() { numbers.append(number.key) }
        return (tokens.sortedOnce(), numbers.sortedOnce())
    }

    private static let one = Letters.hash("one")
}

extension Letters {
    /// One of its numbers has this hash.
    fileprivate func isNumber(hash: UInt64) -> Bool {
        runs(in: 0..<codes.count) { Letters.kind(of: $0) == .digit }.contains { self.hash($0) == hash }
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
