// SPDX-License-Identifier: Apache-2.0

/// A text as code points in one form: full-width letters and digits and the typographic apostrophe made plain, tickers
/// (`<TXN.N>`) left out.
struct Letters {
    let codes: [UInt32]

    init(_ text: String) {
        let bytes = text.utf8Span.span
        codes = Array(capacity: bytes.count) { codes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x80 {
                    codes.append(UInt32(byte))
                    index &+= 1
                    if byte == 0x3E { Letters.dropTicker(&codes) }
                } else {
                    let (code, width) = Letters.wideCode(in: bytes, at: index)
                    codes.append(Letters.plain(code))
                    index &+= width
                }
            }
        }
    }

    /// Code points that are in plain form already.
    init(codes: [UInt32]) { self.codes = codes }

    /// What a code point is, as far as comparing stories goes.
    enum Class { case other, letter, digit, ideograph }

    /// The class of a code point: marks count as letters, so that a decomposed word stays one word.
    @inline(__always)
    static func kind(of code: UInt32) -> Class {
        guard code < 0x80 else { return wideKind(of: code) }
        return (code | 0x20) &- 0x61 < 26 ? .letter : code &- 0x30 < 10 ? .digit : .other
    }

    /// The lower-case form, where it is one code point.
    @inline(__always)
    static func lower(_ code: UInt32) -> UInt32 { code < 0x80 ? (code &- 0x41 < 26 ? code | 0x20 : code) : wideLower(code) }

    private static func wideKind(of code: UInt32) -> Class {
        code < Traits.count ? Traits.known[Int(code)].kind : foreignKind(of: code)
    }

    private static func foreignKind(of code: UInt32) -> Class {
        switch code {
        case 0xC0...0x24F, 0x386...0x3CE, 0x400...0x481: return code == 0xD7 || code == 0xF7 || code == 0x387 ? .other : .letter
        case 0x2000...0x206F, 0xA0...0xBF, 0x3000...0x3004, 0x3008...0x3020: return .other
        case 0x3040...0x30FA, 0x30FC...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x0E01...0x0E4E:
            return .ideograph
        case 0x20000...0x3FFFF: return .ideograph
        default: return slowKind(of: code)
        }
    }

    private static func wideLower(_ code: UInt32) -> UInt32 {
        code < Traits.count ? UInt32(Traits.known[Int(code)].lower) : foreignLower(code)
    }

    private static func foreignLower(_ code: UInt32) -> UInt32 {
        switch code {
        case 0xC0...0xDE: return code == 0xD7 ? code : code + 0x20
        case 0xDF...0xFF, 0x430...0x45F, 0x2000...0x206F, 0x3040...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return code
        case 0x391...0x3A9, 0x410...0x42F: return code + 0x20
        case 0x400...0x40F: return code + 0x50
        default: return slowLower(code)
        }
    }

    /// FNV-1a, 64 bits, over the lower-case forms: the same on every machine.
    func hash(_ range: Range<Int>) -> UInt64 {
        var hash = Mix.seed
        for index in range { hash = Mix.step(hash, Letters.lower(codes[index])) }
        return hash
    }

    /// The lower-case text of a range.
    func text(_ range: Range<Int>) -> String {
        var scalars = String.UnicodeScalarView()
        for index in range { scalars.append(Unicode.Scalar(Letters.lower(codes[index])) ?? "?") }
        return String(scalars)
    }

    /// The hash of a word that is in lower case already.
    static func hash(_ word: some StringProtocol) -> UInt64 { word.unicodeScalars.reduce(Mix.seed) { Mix.step($0, $1.value) } }
}

extension Letters {
    /// What Unicode's tables say of a code point; a text in Russian or Hindi would ask them for each of its letters.
    private struct Traits {
        let kind: Class
        let lower: UInt16

        /// By code point, as far as the scripts with small alphabets reach.
        static let known = (0..<count).map {
            Traits(kind: Letters.foreignKind(of: $0), lower: UInt16(truncatingIfNeeded: Letters.foreignLower($0)))
        }
        static let count: UInt32 = 0x2000
    }
}

extension Letters {
    /// The code point beyond ASCII that begins at `index`, and its bytes; a string is valid UTF-8.
    @inline(__always)
    private static func wideCode(in bytes: Span<UInt8>, at index: Int) -> (code: UInt32, width: Int) {
        let first = bytes[index]
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var code = UInt32(first) & (0x7F >> UInt32(width))
        for next in index + 1..<index + width { code = code << 6 | UInt32(bytes[next] & 0x3F) }
        return (code, width)
    }

    /// The common compatibility forms, a part of NFKC.
    private static func plain(_ code: UInt32) -> UInt32 {
        switch code {
        case 0xFF01...0xFF5E: code - 0xFEE0
        case 0x2019, 0x02BC: 0x27
        default: code
        }
    }

    /// At most 12 capitals, digits, dots and blanks in angle brackets, just read to the end.
    private static func dropTicker(_ codes: inout OutputSpan<UInt32>) {
        let end = codes.count - 1
        var start = end - 1
        while start >= 0, end - start <= 13, Letters.isTickerLetter(codes[start]) { start -= 1 }
        guard start >= 0, codes[start] == 0x3C, (2...13).contains(end - start) else { return }
        codes.removeLast(codes.count - start)
    }

    private static func isTickerLetter(_ code: UInt32) -> Bool {
        code &- 0x41 < 26 || code &- 0x30 < 10 || code == 0x2E || code == 0x20
    }

    /// Apart, as the next: what it takes to ask Unicode's tables would stand in the way of every letter.
    @inline(never)
    private static func slowKind(of code: UInt32) -> Class {
        switch Unicode.Scalar(code)?.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark: .letter
        case .decimalNumber: .digit
        default: .other
        }
    }

    @inline(never)
    private static func slowLower(_ code: UInt32) -> UInt32 {
        guard let mapping = Unicode.Scalar(code)?.properties.lowercaseMapping.unicodeScalars, mapping.count == 1 else { return code }
        return mapping.first?.value ?? code
    }
}

/// Hashing of words and runs of words, with nothing random in it.
enum Mix {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always) static func step(_ hash: UInt64, _ code: UInt32) -> UInt64 { (hash ^ UInt64(code)) &* 0x0000_0100_0000_01b3 }

    /// MurmurHash3's final mix: every bit of the result depends on every bit given.
    @inline(__always) static func finish(_ value: UInt64) -> UInt64 {
        var value = (value ^ value &>> 33) &* 0xff51_afd7_ed55_8ccd
        value = (value ^ value &>> 33) &* 0xc4ce_b9fe_1a85_ec53
        return value ^ value &>> 33
    }

    /// One more word, already mixed, of a run.
    @inline(__always) static func add(_ hash: UInt64, mixed word: UInt64) -> UInt64 { (hash &* 0x9e37_79b9_7f4a_7c15) ^ word }

    /// The hash of a run of words.
    @inline(__always) static func join(_ words: ArraySlice<UInt64>) -> UInt64 {
        var hash = seed
        for word in words { hash = add(hash, mixed: finish(word)) }
        return finish(hash)
    }
}
