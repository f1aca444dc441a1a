// SPDX-License-Identifier: Apache-2.0
import Articles

/// How much of the shorter text stands in the longer one.
enum Overlap {
    /// C3: the shared part of the smaller set of three-word shingles, 0…1; nil where a text has no words.
    static func containment(_ one: String, _ other: String) -> Double? {
        share(of: shingles(words(one)), in: shingles(words(other)))
    }

    /// The shared part of the smaller set of words, 0…1; nil where a headline has no words.
    static func headlines(_ one: String, _ other: String) -> Double? {
        share(of: Set(words(one)), in: Set(words(other)))
    }

    private static func share(of one: Set<UInt64>, in other: Set<UInt64>) -> Double? {
        let smaller = min(one.count, other.count)
        return smaller == 0 ? nil : Double(one.intersection(other).count) / Double(smaller)
    }

    private static func shingles(_ words: [UInt64]) -> Set<UInt64> {
        guard words.count >= 3 else { return words.isEmpty ? [] : [words.reduce(seed, mix)] }
        return Set((2..<words.count).map { mix(mix(mix(seed, words[$0 - 2]), words[$0 - 1]), words[$0]) })
    }

    /// One number for each word. Scripts without spaces (Chinese, Japanese, Korean: U+3000…U+D7FF) give one for each character.
    private static func words(_ text: String) -> [UInt64] {
        var words: [UInt64] = []
        var word = seed
        var isOpen = false
        for byte in Tokens.normalized(text) {
            let endsWord = byte == UInt8(ascii: " ")
            if isOpen, endsWord || (0xE3...0xED).contains(byte) {
                words.append(word)
                (word, isOpen) = (seed, false)
            }
            guard !endsWord else { continue }
            word = (word ^ UInt64(byte)) &* prime
            isOpen = true
        }
        return isOpen ? words + [word] : words
    }

    /// FNV-1a, 64 bits.
    private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        (hash ^ value) &* prime ^ (value >> 29)
    }

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01b3
}
