// SPDX-License-Identifier: Apache-2.0

/// A number or a name that a story states.
struct Fact: Hashable, Sendable {
    /// For people: `747`, `wal-mart`.
    var text: String
    /// The hash of the text.
    var key: UInt64
    /// The hashes of its words, each of which another story may mention by itself.
    var parts: [UInt64]
}

extension Fact {
    /// A number in one form: no thousands separators, no trailing zeros behind the point, no leading zeros.
    static func number(_ digits: String, unit: String = "") -> Fact {
        let text = canonical(Array(digits.utf8)) + unit
        return Fact(text: text, key: Letters.hash(text), parts: [])
    }

    private static func canonical(_ digits: [UInt8]) -> String {
        if digits.first != UInt8(ascii: "0"), digits.allSatisfy(isDigit) { return String(decoding: digits, as: UTF8.self) }
        var number = digits[...]
        while let last = number.last, last == point || last == comma || last == UInt8(ascii: ":") { number.removeLast() }
        var plain = hasRegularThousands(number) ? number.filter { $0 != comma } : Array(number)
        if isDecimal(plain[...]) {
            while plain.last == UInt8(ascii: "0") { plain.removeLast() }
            if plain.last == point { plain.removeLast() }
        }
        let significant = plain.drop { $0 == UInt8(ascii: "0") }
        return significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self)
    }

    /// `1,234,567.8`, never `12,34`.
    private static func hasRegularThousands(_ number: ArraySlice<UInt8>) -> Bool {
        let halves = number.split(separator: point, omittingEmptySubsequences: false)
        guard let whole = halves.first, halves.count <= 2, halves.dropFirst().allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else {
            return false
        }
        let groups = whole.split(separator: comma, omittingEmptySubsequences: false)
        guard groups.count > 1, groups.allSatisfy({ $0.allSatisfy(isDigit) }) else { return false }
        return (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    }

    private static func isDecimal(_ number: ArraySlice<UInt8>) -> Bool {
        let halves = number.split(separator: point, omittingEmptySubsequences: false)
        return halves.count == 2 && halves.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
    private static let point = UInt8(ascii: ".")
    private static let comma = UInt8(ascii: ",")
}
