// SPDX-License-Identifier: Apache-2.0
import Markup

/// Text that was UTF-8 already when somebody took it for ISO 8859-1 or windows-1252 and encoded it again: `JosÃ©` for `José`,
/// `itâ€™s` for `it’s`.
enum DoubleEncoding {
    /// The text as meant; nil where it is as it should be.
    ///
    /// It counts only if every character is a byte of windows-1252, those bytes are valid UTF-8, and one of its characters is no
    /// capital before an apostrophe: `BEYONCÉ’S` is as it should be, and no language writes `Ã©` by itself.
    static func undone(_ text: UTF8Span) -> String? {
        guard let first = text.firstNonASCII, isPossible(text.span, at: first) else { return nil }
        var inner: [UInt8] = []
        inner.reserveCapacity(text.count)
        var character = Character()
        var isSure = false
        var scalars = text.makeUnicodeScalarIterator()
        while let scalar = scalars.next() {
            guard let byte = byte(of: scalar), character.take(byte) else { return nil }
            isSure = isSure || (character.isComplete && character.isTelling)
            inner.append(byte)
        }
        return isSure && character.isComplete ? String(validating: inner, as: UTF8.self) : nil
    }

    /// The first character beyond ASCII may be the lead byte C2…F4, and the next one a byte 80…BF; anything else ends the search.
    private static func isPossible(_ bytes: Span<UInt8>, at first: Int) -> Bool {
        guard bytes[first] == 0xC3, first + 2 < bytes.count, bytes[first + 1] >= 0x82 else { return false }
        switch bytes[first + 2] {
        // U+0080…U+00BF; what windows-1252 has at 80…9F: Š, Œ, Ž and the like, ƒ, ˆ and ˜, signs from ‚ to ™.
        case 0xC2, 0xC5, 0xC6, 0xCB, 0xE2: return true
        default: return false
        }
    }

    private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        scalar.value < 0x100 ? UInt8(truncatingIfNeeded: scalar.value) : windows1252[scalar]
    }

    private static let windows1252: [Unicode.Scalar: UInt8] = [
        "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88, "‰": 0x89, "Š": 0x8A, "‹": 0x8B, "Œ": 0x8C,
        "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97, "˜": 0x98, "™": 0x99, "š": 0x9A,
        "›": 0x9B, "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
    ]
}

extension DoubleEncoding {
    /// One character of the inner text, byte by byte (RFC 3629 §4).
    private struct Character {
        private var lead: UInt8 = 0
        private var second: UInt8 = 0
        private var missing = 0

        var isComplete: Bool { missing == 0 }

        /// Three bytes are no accident, nor is a letter with a sign behind it; what ends a word may be: `…`, quotation marks, dashes.
        var isTelling: Bool {
            if lead >= 0xE0 || second >= 0xA0 { return true }
            return lead == 0xC3 && second != 0x85 && !(0x91...0x97).contains(second)
        }

        /// Whether `byte` may stand here.
        mutating func take(_ byte: UInt8) -> Bool {
            guard missing == 0 else {
                if second == 0 { second = byte }
                missing -= 1
                return 0x80...0xBF ~= byte
            }
            (lead, second) = (byte, 0)
            switch byte {
            case ..<0x80: missing = 0
            case 0xC2...0xDF: missing = 1
            case 0xE0...0xEF: missing = 2
            case 0xF0...0xF4: missing = 3
            default: return false
            }
            return true
        }
    }
}
