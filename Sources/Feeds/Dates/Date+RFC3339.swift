// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials

extension Date {
    /// The instant as `2018-02-20T10:00:00Z`: UTC, whole seconds (cut, not rounded), clamped to the years 0000…9999.
    public var rfc3339: String { String(decoding: rfc3339Bytes, as: UTF8.self) }

    /// `rfc3339` as UTF-8.
    var rfc3339Bytes: [UInt8] {
        let seconds = Int(exactly: timeIntervalSince1970.rounded(.down)) ?? (timeIntervalSince1970 > 0 ? .max : .min)
        guard let time = CivilTime(secondsSinceEpoch: seconds) else {
            return Array((seconds > 0 ? "9999-12-31T23:59:59Z" : "0000-01-01T00:00:00Z").utf8)
        }
        var text: [UInt8] = []
        text.append(addingCapacity: 20) { text in
            text.append(twoDigitsOf: time.year / 100)
            text.append(twoDigitsOf: time.year % 100)
            text.append(twoDigitsOf: time.month, behind: "-")
            text.append(twoDigitsOf: time.day, behind: "-")
            text.append(twoDigitsOf: time.hour, behind: "T")
            text.append(twoDigitsOf: time.minute, behind: ":")
            text.append(twoDigitsOf: time.second, behind: ":")
            text.append(UInt8(ascii: "Z"))
        }
        return text
    }

    /// Reads what `rfc3339` writes, and any other RFC 3339 date-time; fractions of a second are dropped. Nil for anything else.
    public init?(rfc3339 text: String) {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        self.init(rfc3339: DateCursor(text))
    }

    /// The same for what stands behind `cursor`.
    init?(rfc3339 cursor: DateCursor) {
        var digits = cursor
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

extension OutputSpan<UInt8> {
    fileprivate mutating func append(twoDigitsOf number: Int, behind separator: Unicode.Scalar? = nil) {
        if let separator { append(UInt8(ascii: separator)) }
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10 % 10))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}
