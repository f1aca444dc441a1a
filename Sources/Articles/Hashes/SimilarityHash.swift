// SPDX-License-Identifier: Apache-2.0

/// The 64-bit similarity hash of a text (Charikar 2002): texts that share most words differ in few bits. For diagnosis only.
enum SimilarityHash {
    /// The hash in hexadecimal, 16 digits, of tokens with one space between two.
    static func hex(ofTokens tokens: [UInt8]) -> String {
        var counter = BitCounter()
        var hash = Self.start
        for byte in tokens {
            guard byte == UInt8(ascii: " ") else {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
                continue
            }
            counter.add(mixed(hash))
            hash = Self.start
        }
        counter.add(mixed(hash))
        let value = counter.majority
        return Hexadecimal.text(stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> UInt64($0)) })
    }

    /// Of FNV-1a.
    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325

    /// A final mix (MurmurHash3's) for FNV-1a, whose high bits short words would otherwise leave unmoved.
    private static func mixed(_ hash: UInt64) -> UInt64 {
        let mixed = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
        return mixed ^ mixed >> 33
    }
}

/// Counts for each of 64 bits how many words have it.
///
/// The counts stand upright: one word holds the lowest digits of all 64 of them, the next word the digits above. So one step adds to
/// all counts that have a carry at all.
private struct BitCounter {
    private var digits = InlineArray<32, UInt64>(repeating: 0)
    private var total: UInt32 = 0

    mutating func add(_ word: UInt64) {
        total &+= 1
        var carry = word
        var place = 0
        while carry != 0, place < digits.count {
            (digits[place], carry) = (digits[place] ^ carry, digits[place] & carry)
            place += 1
        }
    }

    /// The bits that more than half of the words have.
    var majority: UInt64 {
        let half = total / 2
        var more: UInt64 = 0
        var same = ~more
        for place in digits.indices.reversed() {
            let digit: UInt64 = half >> UInt32(place) & 1 == 0 ? 0 : ~0
            more |= same & digits[place] & ~digit
            same &= ~(digits[place] ^ digit)
        }
        return more
    }
}
