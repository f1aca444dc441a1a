// SPDX-License-Identifier: Apache-2.0

/// A place in the UTF-8 bytes of a date, which only moves forward.
struct DateCursor {
    private let bytes: [UInt8]
    private(set) var position = 0

    /// Begins at the start of `text`; wide digits, spaces and signs count as the ASCII ones.
    init(_ text: String) {
        let bytes = Array(text.utf8)
        self.bytes = bytes.allSatisfy { $0 < 0x80 } ? bytes : text.unicodeScalars.flatMap { Array(Self.narrow($0).utf8) }
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\u{FF01}"..."\u{FF5E}": String(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)))
        case "\u{A0}", "\u{2007}", "\u{2009}", "\u{200E}", "\u{200F}", "\u{202F}", "\u{3000}", "\u{FEFF}": " "
        case "\u{2010}"..."\u{2014}", "\u{2212}": "-"
        default: String(scalar)
        }
    }

    var isAtEnd: Bool { position >= bytes.count }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Steps over one ASCII character, or stays where another one stands.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let next, next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Reads exactly `width` digits (at most 9), or stays.
    mutating func number(width: Int) -> Int? {
        guard position + width <= bytes.count else { return nil }
        var number = 0
        for byte in bytes[position..<position + width] {
            guard byte.isASCIIDigit else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        position += width
        return number
    }

    /// Reads three ASCII letters as one number, in lower case; stays where others stand.
    mutating func threeLetters() -> UInt32? {
        guard position + 3 <= bytes.count else { return nil }
        var letters: UInt32 = 0
        for byte in bytes[position..<position + 3] {
            guard (byte | 0x20) &- UInt8(ascii: "a") < 26 else { return nil }
            letters = letters << 8 | UInt32(byte | 0x20)
        }
        position += 3
        return letters
    }

    /// The byte `distance` places behind the next one.
    func peek(_ distance: Int) -> UInt8? {
        let index = position + distance
        return index < bytes.count ? bytes[index] : nil
    }

    /// Steps over one byte.
    mutating func advance() {
        if position < bytes.count { position += 1 }
    }

    /// Steps over white space.
    mutating func skipSpaces() {
        while let next, next <= 0x20 { position += 1 }
    }

    /// Reads a run of digits; nil where none stands, or more than 18.
    mutating func digits() -> (value: Int, count: Int)? {
        let start = position
        let count = skipDigits()
        guard 1...18 ~= count else { return nil }
        return (bytes[start..<position].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, count)
    }

    /// Reads a run of letters, beyond ASCII too; nil where none stands.
    ///
    /// `joining` says which other bytes belong to a word between letters.
    mutating func word(joining: String = "") -> String? {
        let start = position
        while let next, next.isLetter || (position > start && joining.utf8.contains(next) && peek(1)?.isLetter == true) { position += 1 }
        return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
    }

    /// Steps over white space and one of `characters` behind it, and returns its index; stays where another one stands.
    ///
    /// They must all be beyond ASCII, since most dates have nothing of that kind.
    mutating func take(oneOf characters: [String]) -> Int? {
        let start = position
        skipSpaces()
        guard let next, next >= 0x80 else {
            position = start
            return nil
        }
        for (index, character) in characters.enumerated() where bytes[position...].starts(with: character.utf8) {
            position += character.utf8.count
            return index
        }
        position = start
        return nil
    }

    /// Steps over everything up to and with `character`; false, and nowhere, if it doesn't follow.
    mutating func skip(past character: Unicode.Scalar) -> Bool {
        guard let index = bytes[position...].firstIndex(of: UInt8(ascii: character)) else { return false }
        position = index + 1
        return true
    }

    /// Steps over digits, and returns how many there were.
    mutating func skipDigits() -> Int {
        let start = position
        while let next, next.isASCIIDigit { position += 1 }
        return position - start
    }

    /// Reads `8`, `08`, `0800`, `08:00` behind a sign; a fifth digit is a slip (`08000`). An offset that can't be is an unknown zone.
    mutating func offset(isWest: Bool) -> DateZone? {
        guard var (value, count) = digits() else { return nil }
        while count > 4 { (value, count) = (value / 10, count - 1) }
        var (hours, minutes) = count > 2 ? (value / 100, value % 100) : (value, 0)
        if count <= 2, next == UInt8(ascii: ":"), peek(1)?.isASCIIDigit == true {
            position += 1
            minutes = digits()?.value ?? .max
        }
        guard hours < 24, minutes < 60 else { return .unknown }
        hours *= isWest ? -1 : 1
        minutes *= isWest ? -1 : 1
        return .offset(hours * 3_600 + minutes * 60)
    }

    /// Reads `Z`, `+hh:mm` or `-hh:mm` (RFC 3339 §5.6) as seconds east of UTC.
    mutating func rfc3339Offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let isWest = take("-")
        guard isWest || take("+"), let hours = number(width: 2), take(":"), let minutes = number(width: 2) else { return nil }
        guard hours < 24, minutes < 60 else { return nil }
        return (isWest ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}

extension UInt8 {
    /// `0` … `9`.
    var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    /// An ASCII letter, or a byte of any character beyond ASCII.
    var isLetter: Bool { self >= 0x80 || (self | 0x20) &- UInt8(ascii: "a") < 26 }
}
