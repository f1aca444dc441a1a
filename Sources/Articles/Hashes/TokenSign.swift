// SPDX-License-Identifier: Apache-2.0

/// One scalar of a text as tokens see it.
struct TokenSign {
    enum Kind: UInt8 {
        case letter, digit
        /// May stand inside a word.
        case apostrophe
        /// May stand between two digits.
        case joint
        /// May open a ticker.
        case bracket
        case other
    }

    /// In plain form: of full-width letters and digits and of the typographic apostrophe, the ASCII ones (a part of NFKC).
    let scalar: Unicode.Scalar
    let kind: Kind
    /// In lower case; nil where only Unicode's tables know.
    let lower: UInt32?
    /// Bytes in the text.
    let width: Int

    /// Reads the scalar at `position`; the text is valid UTF-8, `known` is `ScalarTraits.known`.
    @inline(__always)
    init(_ text: Span<UInt8>, at position: Int, known: Span<ScalarTraits>) {
        let byte = text[position]
        if byte < 0x80 {
            self.init(ascii: byte, width: 1)
        } else if byte < 0xE0 {
            let value = UInt32(byte & 0x1F) << 6 | UInt32(text[position + 1] & 0x3F)
            self.init(Self.scalar(of: value), width: 2, known: known)
        } else {
            self.init(long: text, at: position, known: known)
        }
    }

    /// The end of the letters from `start` on that are in lower case, or know no case: most of what texts consist of. A single space
    /// before a letter beyond ASCII belongs to them, and `passesSpace` tells so.
    @inline(__always)
    static func endOfLowercase(
        _ text: Span<UInt8>, from start: Int, known: Span<ScalarTraits>, passesSpace: inout Bool
    ) -> Int {
        var index = start
        var wordStart = start
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if byte == 0x20, index > wordStart, index &+ 1 < text.count, text[index &+ 1] >= 0x80 {
                    passesSpace = true
                    wordStart = index &+ 1
                } else {
                    guard (0x61...0x7A).contains(byte) else { break }
                }
                index &+= 1
            } else if byte < 0xE0 {
                let value = UInt16(byte & 0x1F) << 6 | UInt16(text[index &+ 1] & 0x3F)
                guard known[Int(value)].plainLetter == value else { break }
                index &+= 2
            } else if (0xE5...0xE8).contains(byte) || byte == 0xEB || byte == 0xEC {
                // Chinese characters from U+5000 on and Korean syllables from U+B000 on.
                index &+= 3
            } else {
                guard byte < 0xF0 else { break }
                let value = UInt32(byte & 0x0F) << 12 | UInt32(text[index &+ 1] & 0x3F) << 6 | UInt32(text[index &+ 2] & 0x3F)
                guard Unicode.Scalar.isCaselessLetter(value) else { break }
                index &+= 3
            }
        }
        // Behind the last space there is no such letter after all.
        return index == wordStart && index > start ? index &- 1 : index
    }

    /// Writes the scalar in lower case.
    @inline(__always)
    func write(to output: inout OutputSpan<UInt8>) {
        guard let lower else { return writeMapping(to: &output) }
        switch lower {
        case 0..<0x80: output.append(UInt8(truncatingIfNeeded: lower))
        case 0..<0x800:
            output.append(0xC0 | UInt8(truncatingIfNeeded: lower >> 6))
            output.append(0x80 | UInt8(truncatingIfNeeded: lower & 0x3F))
        default:
            output.append(0xE0 | UInt8(truncatingIfNeeded: lower >> 12))
            output.append(0x80 | UInt8(truncatingIfNeeded: lower >> 6 & 0x3F))
            output.append(0x80 | UInt8(truncatingIfNeeded: lower & 0x3F))
        }
    }

    /// Capitals, digits, dots and spaces.
    var isOfTicker: Bool {
        ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "." || scalar == " "
    }
}

extension TokenSign {
    @inline(__always)
    private init(ascii byte: UInt8, width: Int) {
        scalar = Unicode.Scalar(byte)
        self.width = width
        switch byte {
        case 0x61...0x7A: (kind, lower) = (.letter, UInt32(byte))
        case 0x41...0x5A: (kind, lower) = (.letter, UInt32(byte | 0x20))
        case 0x30...0x39: (kind, lower) = (.digit, UInt32(byte))
        case UInt8(ascii: "'"): (kind, lower) = (.apostrophe, UInt32(byte))
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":"): (kind, lower) = (.joint, UInt32(byte))
        case UInt8(ascii: "<"): (kind, lower) = (.bracket, UInt32(byte))
        default: (kind, lower) = (.other, UInt32(byte))
        }
    }

    @inline(__always)
    private init(_ scalar: Unicode.Scalar, width: Int, known: Span<ScalarTraits>) {
        self.scalar = scalar
        self.width = width
        if scalar == "\u{2BC}" {
            // The apostrophe that is a letter.
            (kind, lower) = (.apostrophe, 0x27)
        } else if scalar.value < known.count {
            let traits = known[Int(scalar.value)]
            kind = traits.tokenKind
            lower = traits.keepsLength ? UInt32(traits.lower) : nil
        } else if scalar.isCaselessLetter {
            kind = .letter
            lower = scalar.value
        } else {
            kind = scalar.tokenKind
            lower = nil
        }
    }

    /// Reads a scalar of three or four bytes.
    private init(long text: Span<UInt8>, at position: Int, known: Span<ScalarTraits>) {
        let width = text[position] < 0xF0 ? 3 : 4
        var value = UInt32(text[position]) & (0x7F >> UInt32(width))
        for next in position + 1..<position + width { value = value << 6 | UInt32(text[next] & 0x3F) }
        switch value {
        case 0xFF01...0xFF5E: self.init(ascii: UInt8(truncatingIfNeeded: value &- 0xFEE0), width: width)
        case 0x2019: self.init(ascii: UInt8(ascii: "'"), width: width)
        default: self.init(Self.scalar(of: value), width: width, known: known)
        }
    }

    /// A value that valid UTF-8 has.
    @inline(__always)
    private static func scalar(of value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? "\0" }

    @inline(never)
    private func writeMapping(to output: inout OutputSpan<UInt8>) {
        for byte in scalar.properties.lowercaseMapping.utf8 { output.append(byte) }
    }
}

extension Unicode.Scalar {
    /// As Unicode's tables say; apart, since what it takes to ask them would stand in the way of every word.
    @inline(never)
    fileprivate var tokenKind: TokenSign.Kind { TokenSign.Kind(properties.generalCategory) }
}

extension TokenSign.Kind {
    /// Combining marks count as letters, so that a decomposed word stays one word.
    init(_ category: Unicode.GeneralCategory) {
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark:
            self = .letter
        case .decimalNumber: self = .digit
        default: self = .other
        }
    }
}
