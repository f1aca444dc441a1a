// SPDX-License-Identifier: Apache-2.0

/// The times of day that a bulletin of the hour begins with: `Headlines at 14:00`, `Noon prices 1200 GMT`.
enum ClockTimes {
    /// In minutes, from the first 14 words of headline and text.
    static func opening(_ headline: Letters, _ text: Letters) -> Set<Int> {
        var codes = headline.codes
        codes.append(0x20)
        codes += text.codes.prefix(text.endOfWord(14))
        let end = Letters(codes: codes).endOfWord(14)
        let opening = Letters(codes: Array(codes.prefix(end)))
        return Set(opening.runs(in: 0..<end, where: isClockCode).compactMap { time($0, in: opening) })
    }

    private static func isClockCode(_ code: UInt32) -> Bool { Letters.isAlphanumeric(code) || code == 0x3A || code == 0x2E }

    /// `14:00` by itself, `1400` and `14.00` before a zone.
    private static func time(_ run: Range<Int>, in letters: Letters) -> Int? {
        let codes = letters.codes
        let digits = run.prefix { (0x30...0x39).contains(codes[$0]) }
        var rest = run.dropFirst(digits.count)
        var number = digits.map { Int(codes[$0]) - 0x30 }
        var isTime = false
        if digits.count <= 2, let sign = rest.first, codes[sign] == 0x3A || codes[sign] == 0x2E {
            let minutes = rest.dropFirst().prefix { (0x30...0x39).contains(codes[$0]) }
            guard minutes.count == 2 else { return nil }
            isTime = codes[sign] == 0x3A
            number += minutes.map { Int(codes[$0]) - 0x30 }
            rest = rest.dropFirst(3)
        }
        guard (3...4).contains(number.count) else { return nil }
        let value = number.reduce(0) { $0 * 10 + $1 }
        guard value / 100 < 24, value % 100 < 60, isTime || letters.hasZone(at: rest.startIndex) else { return nil }
        return value / 100 * 60 + value % 100
    }
}

extension Letters {
    fileprivate func hasZone(at position: Int) -> Bool {
        let start = codes[min(position, codes.count)...].firstIndex { $0 != 0x20 } ?? codes.count
        let end = codes[start...].firstIndex { Letters.kind(of: $0) != .letter } ?? codes.count
        return start < end && Lexicon.zones.contains(hash(start..<end))
    }
}
