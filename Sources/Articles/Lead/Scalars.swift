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
        guard value >= 0x80 else { return isASCIIUppercase || isASCIILowercase }
        return properties.isAlphabetic || (0x300...0x36F).contains(value)
    }

    var isUppercase: Bool { value < 0x80 ? isASCIIUppercase : properties.isUppercase }

    var isLowercase: Bool { value < 0x80 ? isASCIILowercase : properties.isLowercase }

    /// The lower-case letter of an ASCII capital; any other scalar is itself.
    var lowered: Unicode.Scalar { isASCIIUppercase ? Unicode.Scalar(UInt8(truncatingIfNeeded: value | 0x20)) : self }

    /// A character of the Chinese script.
    var isHan: Bool { (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) }

    /// An apostrophe, straight, curly or modifier.
    var isApostrophe: Bool { self == "'" || self == "’" || self == "ʼ" || self == "‘" || self == "`" }

    /// A quotation mark that may open a sentence.
    var isOpeningQuote: Bool {
        switch self {
        case "\"", "'", "“", "‘", "«", "„", "‹", "<", "¿", "¡", "「", "《": true
        default: false
        }
    }

    private var isASCIIUppercase: Bool { (0x41...0x5A).contains(value) }
    private var isASCIILowercase: Bool { (0x61...0x7A).contains(value) }
}
