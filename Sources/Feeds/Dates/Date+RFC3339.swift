// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials

extension Date {
    /// The instant as `2018-02-20T10:00:00Z`: UTC, whole seconds (cut, not rounded), clamped to the years 0000…9999.
    public var rfc3339: String {
        let seconds = Int(exactly: timeIntervalSince1970.rounded(.down)) ?? (timeIntervalSince1970 > 0 ? .max : .min)
        guard let time = CivilTime(secondsSinceEpoch: seconds) else {
            return seconds > 0 ? "9999-12-31T23:59:59Z" : "0000-01-01T00:00:00Z"
        }
        var text: [UInt8] = []
        text.reserveCapacity(20)
        text.append(digitsOf: time.year, width: 4)
        for (separator, number) in zip("--T::".utf8, [time.month, time.day, time.hour, time.minute, time.second]) {
            text.append(separator)
            text.append(digitsOf: number, width: 2)
        }
        text.append(UInt8(ascii: "Z"))
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads what `rfc3339` writes, and any other RFC 3339 date-time; fractions of a second are dropped. Nil for anything else.
    public init?(rfc3339 text: String) {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var digits = DateCursor(text)
        guard let year = digits.number(width: 4), digits.take("-"), let month = digits.number(width: 2), digits.take("-"),
            let day = digits.number(width: 2), digits.take("T") || digits.take("t") || digits.take(" "),
            let hour = digits.number(width: 2), digits.take(":"), let minute = digits.number(width: 2), digits.take(":"),
            let second = digits.number(width: 2)
        else { return nil }
        if digits.take(".") {
            guard digits.skipDigits() > 0 else { return nil }
        }
        var time = CivilTime(year: year, month: month, day: day)
        (time.hour, time.minute, time.second) = (hour, minute, second)
        guard let offset = digits.rfc3339Offset(), digits.isAtEnd, let seconds = time.secondsSinceEpoch else { return nil }
        self.init(timeIntervalSince1970: Double(seconds - offset))
    }
}

extension [UInt8] {
    fileprivate mutating func append(digitsOf number: Int, width: Int) {
        var divisor = width == 4 ? 1_000 : 10
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }
}
