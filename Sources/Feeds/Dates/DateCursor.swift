// SPDX-License-Identifier: Apache-2.0

/// A place in the UTF-8 bytes of a date, which only moves forward.
struct DateCursor {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
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

    /// Steps over digits, and returns how many there were.
    mutating func skipDigits() -> Int {
        let start = position
        while let next, next.isASCIIDigit { position += 1 }
        return position - start
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
}
