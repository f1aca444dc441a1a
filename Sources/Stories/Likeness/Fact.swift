// SPDX-License-Identifier: Apache-2.0

/// A number or a name that a story states.
struct Fact: Hashable, Sendable {
    /// For people: `747`, `wal-mart`.
    var text: String
    /// The hash of the text.
    var key: UInt64
    /// The hashes of its words, each of which another story may mention by itself; of a number, the digits that are multiplied.
    var parts: [UInt64]
}

extension Fact {
    /// A number in its canonical form.
    ///
    /// - Parameter written: without the word that multiplies it: in `from 1.2 to 1.5 million` the first has none.
    init(number: String, written: String) {
        self.init(text: number, key: Letters.hash(number), parts: number == written ? [] : [Letters.hash(written)])
    }

    /// Nobody states it by chance: three digits that matter at least, and no year.
    var isTelling: Bool {
        let digits = text.utf8.filter { $0 != Fact.point }.drop { $0 == UInt8(ascii: "0") }
        let end = digits.lastIndex { $0 != UInt8(ascii: "0") } ?? digits.startIndex
        let isYear = text.utf8.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20"))
        return !isYear && digits.allSatisfy(Fact.isDigit) && digits.startIndex + 2 <= end
    }

    /// A whole number below ten thousand, as of people, and no year.
    var isCount: Bool {
        let isYear = text.utf8.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20"))
        return text.utf8.count <= 4 && text.utf8.allSatisfy(Fact.isDigit) && !isYear
    }

    /// A number in one form: no thousands separators, a point before decimals, no zeros that say nothing.
    static func canonical(_ digits: String) -> String { canonical(Array(digits.utf8)) }

    /// A canonical number with the point moved to the right; anything else as it is.
    static func scaled(_ number: String, _ zeros: Int) -> String {
        let halves = Array(number.utf8).split(separator: point, omittingEmptySubsequences: false)
        guard halves.count <= 2, number.utf8.count <= 24, halves.allSatisfy({ $0.allSatisfy(isDigit) }) else { return number }
        let decimals = halves.count == 2 ? Array(halves[1]) : []
        let moved = decimals.prefix(zeros) + [UInt8](repeating: UInt8(ascii: "0"), count: max(0, zeros - decimals.count))
        let rest = decimals.dropFirst(zeros)
        return canonical(Array(halves[0]) + moved + (rest.isEmpty ? [] : [point] + rest))
    }

    private static func canonical(_ digits: [UInt8]) -> String {
        if let first = digits.first, first != UInt8(ascii: "0"), digits.allSatisfy(isDigit) {
            return String(decoding: digits, as: UTF8.self)
        }
        var number = digits[...]
        while let last = number.last, last == point || last == comma || last == UInt8(ascii: ":") { number.removeLast() }
        var plain = withPoint(number)
        if isDecimal(plain[...]) {
            while plain.last == UInt8(ascii: "0") { plain.removeLast() }
            if plain.last == point { plain.removeLast() }
        }
        let significant = plain.drop { $0 == UInt8(ascii: "0") }
        if significant.isEmpty { return "0" }
        return (significant.first == point ? "0" : "") + String(decoding: significant, as: UTF8.self)
    }

    /// Without thousands separators, and with a point for a decimal comma; what may be either stays as it is.
    private static func withPoint(_ number: ArraySlice<UInt8>) -> [UInt8] {
        if hasRegularThousands(number) { return number.filter { $0 != comma } }
        guard number.contains(comma) || number.count(where: { $0 == point }) > 1 else { return Array(number) }
        let swapped = number.map { $0 == comma ? point : $0 == point ? comma : $0 }
        if hasRegularThousands(swapped[...]) { return swapped.filter { $0 != comma } }
        // `12,5`, never `12,500`.
        return number.last(where: { !isDigit($0) }) == comma && isDecimal(swapped[...]) ? swapped : Array(number)
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
