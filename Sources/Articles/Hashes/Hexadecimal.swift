// SPDX-License-Identifier: Apache-2.0

/// Numbers as people read them in digests.
enum Hexadecimal {
    /// Eight digits a word, in lower case, of at most eight words.
    static func text(_ words: Span<UInt32>) -> String {
        var digits = InlineArray<64, UInt8>(repeating: 0)
        for index in words.indices {
            var word = words[index]
            for place in index * 8..<index * 8 + 8 {
                word = word << 4 | word >> 28
                digits[place] = digit(word & 15)
            }
        }
        // Digits are UTF-8.
        guard let text = try? UTF8Span(validating: digits.span.extracting(first: words.count * 8)) else { return "" }
        return String(copying: text)
    }

    private static func digit(_ value: UInt32) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: value)
        return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
    }
}
