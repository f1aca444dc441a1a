// SPDX-License-Identifier: Apache-2.0

/// The 64-bit similarity hash of a text (Charikar 2002): texts that share most words differ in few bits. For diagnosis only.
enum SimilarityHash {
    /// The hash in hexadecimal, 16 digits, of tokens with one space between two.
    static func hex(ofTokens tokens: Span<UInt8>) -> String {
        var counter = BitCounter()
        var hash = Self.start
        for index in tokens.indices {
            let byte = tokens[index]
            guard byte == UInt8(ascii: " ") else {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
                continue
            }
            counter.add(mixed(hash))
            hash = Self.start
        }
        counter.add(mixed(hash))
        let value = counter.majority()
        let halves: InlineArray<2, UInt32> = [UInt32(truncatingIfNeeded: value >> 32), UInt32(truncatingIfNeeded: value)]
        return Hexadecimal.text(halves.span)
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
/// The counts stand upright: one word holds the lowest digits of all 64 of them, the next word the digits above. Eight words are
/// first added to each other, so that a carry seldom has far to go (Harley and Seal's way to count bits).
private struct BitCounter {
    private var digits = InlineArray<32, UInt64>(repeating: 0)
    private var waiting = InlineArray<8, UInt64>(repeating: 0)
    private var total: UInt = 0

    mutating func add(_ word: UInt64) {
        waiting[Int(total % 8)] = word
        total &+= 1
        if total % 8 == 0 { addWaiting() }
    }

    /// The bits that more than half of the words have.
    mutating func majority() -> UInt64 {
        for index in Int(total % 8)..<8 { waiting[index] = 0 }
        addWaiting()
        let half = total / 2
        var more: UInt64 = 0
        var same = ~more
        for place in digits.indices.reversed() {
            let digit: UInt64 = half >> place & 1 == 0 ? 0 : ~0
            more |= same & digits[place] & ~digit
            same &= ~(digits[place] ^ digit)
        }
        return more
    }

    private mutating func addWaiting() {
        let twos = (
            Self.add(waiting[0], waiting[1], to: &digits[0]), Self.add(waiting[2], waiting[3], to: &digits[0]),
            Self.add(waiting[4], waiting[5], to: &digits[0]), Self.add(waiting[6], waiting[7], to: &digits[0])
        )
        let fours = (Self.add(twos.0, twos.1, to: &digits[1]), Self.add(twos.2, twos.3, to: &digits[1]))
        var carry = Self.add(fours.0, fours.1, to: &digits[2])
        var place = 3
        while carry != 0, place < digits.count {
            (digits[place], carry) = (digits[place] ^ carry, digits[place] & carry)
            place += 1
        }
    }

    /// Adds two digits to a third, and returns the carry.
    @inline(__always)
    private static func add(_ one: UInt64, _ other: UInt64, to digit: inout UInt64) -> UInt64 {
        let sum = digit ^ one
        let carry = (digit & one) | (sum & other)
        digit = sum ^ other
        return carry
    }
}
