// SPDX-License-Identifier: Apache-2.0

/// Numbers as people read them in digests.
enum Hexadecimal {
    /// Eight digits a word, in lower case.
    static func text(_ words: Span<UInt32>) -> String {
        guard !words.isEmpty else { return "" }
        var digits: [UInt8] = []
        digits.append(addingCapacity: words.count * 8) { digits in
            for index in words.indices {
                var word = words[index]
                for _ in 0..<8 {
                    word = word << 4 | word >> 28
                    digits.append(digit(word & 15))
                }
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ value: UInt32) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: value)
        return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
    }
}
