// SPDX-License-Identifier: Apache-2.0

extension Unicode.Scalar {
    /// A blank of any width, a line's end, or one of the invisible joiners that sites scatter over their text.
    var isSpace: Bool {
        switch value {
        case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x200B...0x200D, 0x2060, 0x202F, 0x205F, 0x3000, 0xFEFF: true
        case 0x2000...0x200A: true
        default: false
        }
    }

    /// Unicode's White_Space, written out: the standard library's table costs ten times as much, and the property doesn't change.
    var isWhiteSpace: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// An ASCII or full-width digit.
    var isDigit: Bool { digit != nil }

    /// The value of an ASCII or full-width digit.
    var digit: Int? {
        switch value {
        case 0x30...0x39: Int(value) - 0x30
        case 0xFF10...0xFF19: Int(value) - 0xFF10
        default: nil
        }
    }

    /// A letter of any script, or an accent that follows one.
    var isLetter: Bool {
        if value < 0x80 { return isASCIIUppercase || isASCIILowercase }
        return traits?.isLetter ?? (isCaselessLetter || (!isPunctuation && properties.isAlphabetic))
    }

    var isUppercase: Bool {
        if value < 0x80 { return isASCIIUppercase }
        return traits?.isUppercase ?? (!isCaselessLetter && !isPunctuation && properties.isUppercase)
    }

    var isLowercase: Bool {
        if value < 0x80 { return isASCIILowercase }
        return traits?.isLowercase ?? (!isCaselessLetter && !isPunctuation && properties.isLowercase)
    }

    /// The lower-case letter of an ASCII capital; any other scalar is itself.
    var lowered: Unicode.Scalar { isASCIIUppercase ? Unicode.Scalar(UInt8(truncatingIfNeeded: value | 0x20)) : self }

    /// The scalar in lower case, whatever its script; the first one where that takes several.
    var lowercase: Unicode.Scalar {
        if value < 0x80 { return lowered }
        if let traits { return Unicode.Scalar(traits.lower) ?? self }
        return isCaselessLetter ? self : properties.lowercaseMapping.unicodeScalars.first ?? self
    }

    /// A character of the Chinese script.
    var isHan: Bool { (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) }

    /// Hangul syllables, Chinese characters and kana, known without Unicode's tables: whole texts consist of them.
    var isCaselessLetter: Bool { Self.isCaselessLetter(value) }

    /// The same of a scalar's value.
    static func isCaselessLetter(_ value: UInt32) -> Bool {
        switch value {
        case 0xAC00...0xD7A3, 0x4E00...0x9FFC, 0x3041...0x3096, 0x30A1...0x30FA: true
        default: false
        }
    }

    /// An accent that stands behind its letter.
    var isAccent: Bool { (0x300...0x36F).contains(value) }

    /// An apostrophe, straight, curly or modifier.
    var isApostrophe: Bool { self == "'" || self == "’" || self == "ʼ" || self == "‘" || self == "`" }

    /// A quotation mark that may open a sentence.
    var isOpeningQuote: Bool {
        switch self {
        case "\"", "'", "“", "‘", "«", "„", "‹", "<", "¿", "¡", "「", "《": true
        default: false
        }
    }

    /// Unicode's General Punctuation, known without its tables: dashes and curly quotation marks are in every text.
    private var isPunctuation: Bool { (0x2000...0x206F).contains(value) }
    private var isASCIIUppercase: Bool { (0x41...0x5A).contains(value) }
    private var isASCIILowercase: Bool { (0x61...0x7A).contains(value) }

    private var traits: ScalarTraits? { value < ScalarTraits.count ? ScalarTraits.known[Int(value)] : nil }
}
