// SPDX-License-Identifier: Apache-2.0

/// A part of a text that facts are read from.
struct Piece {
    enum Kind {
        /// Letters, with `' & . -` inside: `Wal-Mart`, `U.S`, `O'Neill's`.
        case word
        /// Digits, with `. , / :` inside.
        case number
        /// One character of a script that writes no blanks between words.
        case ideograph
        case sentenceEnd
    }

    var kind: Kind
    var range: Range<Int>
    /// Nothing but letters, or nothing but digits.
    var isPlain = true
    /// The hash of what is in it, joiners aside: of a plain piece `Letters.hash` of its range.
    var hash = Mix.seed
}

extension Letters {
    /// Calls `body` with each piece of the text, in order.
    @inline(__always)
    func forEachPiece(_ body: (Piece) -> Void) {
        var position = 0
        while position < codes.count {
            guard let piece = piece(at: position) else {
                position += 1
                continue
            }
            position = piece.range.upperBound
            body(piece)
        }
    }

    /// The piece that begins at `start`, if one does.
    @inline(__always)
    private func piece(at start: Int) -> Piece? {
        switch Letters.kind(of: codes[start]) {
        case .letter: return piece(.word, from: start, joins: Letters.joinsWord) { $0 == .letter }
        case .digit: return piece(.number, from: start, joins: Letters.joinsNumber) { $0 == .digit }
        case .ideograph: return Piece(kind: .ideograph, range: start..<start + 1, hash: hash(start..<start + 1))
        case .other: return endsSentence(start) ? Piece(kind: .sentenceEnd, range: start..<start + 1) : nil
        }
    }

    /// Calls `body` with the range of each token of a word: letters, with one apostrophe inside.
    @inline(__always)
    func forEachToken(of word: Range<Int>, _ body: (Range<Int>) -> Void) {
        var start = word.lowerBound
        while start < word.upperBound {
            guard Letters.kind(of: codes[start]) == .letter else {
                start += 1
                continue
            }
            var end = lettersEnd(from: start, limit: word.upperBound)
            if end + 1 < word.upperBound, codes[end] == 0x27, Letters.kind(of: codes[end + 1]) == .letter {
                end = lettersEnd(from: end + 1, limit: word.upperBound)
            }
            body(start..<end)
            start = end
        }
    }

    /// Calls `body` with the hash of each run of letters, each run of digits, and each pair of neighbouring ideographs within `range`.
    func forEachWordHash(in range: Range<Int>, _ body: (UInt64) -> Void) {
        var hash = Mix.seed
        var open = Class.other
        for index in range {
            let kind = Letters.kind(of: codes[index])
            if open != .other, kind != open {
                body(hash)
                (hash, open) = (Mix.seed, .other)
            }
            if kind == .letter || kind == .digit {
                hash = Mix.step(hash, Letters.lower(codes[index]))
                open = kind
                continue
            }
            if kind == .ideograph, index + 1 < range.upperBound, let pair = ideographPair(at: index) { body(pair) }
        }
        if open != .other { body(hash) }
    }

    /// The hash of the ideograph at `index` with the one behind it.
    func ideographPair(at index: Int) -> UInt64? {
        guard index + 1 < codes.count, Letters.kind(of: codes[index]) == .ideograph, Letters.kind(of: codes[index + 1]) == .ideograph else {
            return nil
        }
        return Mix.step(Mix.step(Mix.seed, codes[index]), codes[index + 1])
    }

    /// The runs of code points for which `isIn` holds.
    func runs(in range: Range<Int>, where isIn: (UInt32) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        runs.reserveCapacity(range.count / 5)
        var start: Int?
        for index in range {
            if isIn(codes[index]) {
                start = start ?? index
            } else if let first = start {
                runs.append(first..<index)
                start = nil
            }
        }
        if let start { runs.append(start..<range.upperBound) }
        return runs
    }

    static func isAlphanumeric(_ code: UInt32) -> Bool {
        let kind = kind(of: code)
        return kind == .letter || kind == .digit
    }
}

extension Letters {
    @inline(__always)
    private static func joinsWord(_ code: UInt32) -> Bool { code == 0x27 || code == 0x26 || code == 0x2E || code == 0x2D }

    @inline(__always)
    private static func joinsNumber(_ code: UInt32) -> Bool { code == 0x2E || code == 0x2C || code == 0x2F || code == 0x3A }

    /// The piece up to the last code point that belongs, with joiners between; hashed on the way, since a text is mostly plain words.
    @inline(__always)
    private func piece(_ kind: Piece.Kind, from start: Int, joins: (UInt32) -> Bool, _ belongs: (Class) -> Bool) -> Piece {
        var end = start + 1
        var next = end
        var count = 1
        var hash = Mix.step(Mix.seed, Letters.lower(codes[start]))
        while next < codes.count {
            let code = codes[next]
            next += 1
            if belongs(Letters.kind(of: code)) {
                (end, count) = (next, count + 1)
                hash = Mix.step(hash, Letters.lower(code))
            } else if !joins(code) {
                break
            }
        }
        return Piece(kind: kind, range: start..<end, isPlain: count == end - start, hash: hash)
    }

    func lettersEnd(from start: Int, limit: Int) -> Int {
        var end = start
        while end < limit, Letters.kind(of: codes[end]) == .letter { end += 1 }
        return end
    }

    private func endsSentence(_ index: Int) -> Bool {
        switch codes[index] {
        case 0x0A, 0x3002: true
        case 0x2E, 0x21, 0x3F: index + 1 < codes.count && (codes[index + 1] == 0x20 || codes[index + 1] == 0x0A)
        default: false
        }
    }
}
