// SPDX-License-Identifier: Apache-2.0
import Markup

/// The eight words of SHA-256, which every block of the message changes (FIPS 180-4 §6.2.2).
struct SHA256State {
    private var a, b, c, d, e, f, g, h: UInt32

    /// §5.3.3.
    static let initial = SHA256State(
        a: 0x6a09_e667, b: 0xbb67_ae85, c: 0x3c6e_f372, d: 0xa54f_f53a, e: 0x510e_527f, f: 0x9b05_688c, g: 0x1f83_d9ab, h: 0x5be0_cd19)

    var words: InlineArray<8, UInt32> { [a, b, c, d, e, f, g, h] }

    /// The words, the most significant byte of each first.
    var bytes: [UInt8] {
        let words = words
        return (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 4] >> UInt32(24 - $0 % 4 * 8)) }
    }

    static let blockSize = 64

    /// Absorbs whole blocks.
    mutating func absorb(_ blocks: Span<UInt8>) {
        guard SHA256Instructions.areThere else {
            for start in stride(from: 0, to: blocks.count, by: Self.blockSize) {
                absorb(block: blocks.extracting(start..<start + Self.blockSize))
            }
            return
        }
        var words = words
        SHA256Instructions.absorb(blocks, into: &words, constants: Self.constants.span)
        (a, b, c, d) = (words[0], words[1], words[2], words[3])
        (e, f, g, h) = (words[4], words[5], words[6], words[7])
    }

    /// Absorbs one block with nothing but what every processor can do.
    mutating func absorb(block: Span<UInt8>) {
        precondition(block.count == Self.blockSize, "a block has 64 bytes")
        var words = InlineArray<64, UInt32>(repeating: 0)
        Self.schedule(block, into: &words)
        var next = self
        var either = next.b ^ next.c
        // Eight rounds at once: each word moves to the next place after a round, and is back after eight.
        for t in stride(from: 0, to: 64, by: 8) {
            Self.round(next.a, next.b, &either, &next.d, next.e, next.f, next.g, &next.h, words[t] &+ Self.constants[t])
            Self.round(next.h, next.a, &either, &next.c, next.d, next.e, next.f, &next.g, words[t + 1] &+ Self.constants[t + 1])
            Self.round(next.g, next.h, &either, &next.b, next.c, next.d, next.e, &next.f, words[t + 2] &+ Self.constants[t + 2])
            Self.round(next.f, next.g, &either, &next.a, next.b, next.c, next.d, &next.e, words[t + 3] &+ Self.constants[t + 3])
            Self.round(next.e, next.f, &either, &next.h, next.a, next.b, next.c, &next.d, words[t + 4] &+ Self.constants[t + 4])
            Self.round(next.d, next.e, &either, &next.g, next.h, next.a, next.b, &next.c, words[t + 5] &+ Self.constants[t + 5])
            Self.round(next.c, next.d, &either, &next.f, next.g, next.h, next.a, &next.b, words[t + 6] &+ Self.constants[t + 6])
            Self.round(next.b, next.c, &either, &next.e, next.f, next.g, next.h, &next.a, words[t + 7] &+ Self.constants[t + 7])
        }
        (a, b, c, d) = (a &+ next.a, b &+ next.b, c &+ next.c, d &+ next.d)
        (e, f, g, h) = (e &+ next.e, f &+ next.f, g &+ next.g, h &+ next.h)
    }
}

extension SHA256State {
    /// One round; Σ1, Ch, Σ0 and Maj (§4.1.2) in the forms that need the fewest operations.
    ///
    /// `either` is b ^ c, which this round's a ^ b becomes in the next.
    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ either: inout UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32,
        _ word: UInt32
    ) {
        let first = h &+ rotated(rotated(rotated(e, 14) ^ e, 5) ^ e, 6) &+ (((f ^ g) & e) ^ g) &+ word
        let second = rotated(rotated(rotated(a, 9) ^ a, 11) ^ a, 2) &+ (((a ^ b) & either) ^ b)
        either = a ^ b
        d = d &+ first
        h = first &+ second
    }

    /// The words of a block's 64 rounds.
    @inline(__always)
    private static func schedule(_ block: Span<UInt8>, into words: inout InlineArray<64, UInt32>) {
        for t in 0..<16 {
            let at = t * 4
            words[t] = UInt32(block[at]) << 24 | UInt32(block[at + 1]) << 16 | UInt32(block[at + 2]) << 8 | UInt32(block[at + 3])
        }
        for t in stride(from: 16, to: 64, by: 4) {
            extend(&words, to: t)
            extend(&words, to: t + 1)
            extend(&words, to: t + 2)
            extend(&words, to: t + 3)
        }
    }

    /// σ0 and σ1 (§4.1.2), each with one rotation inside the other.
    @inline(__always)
    private static func extend(_ words: inout InlineArray<64, UInt32>, to t: Int) {
        let (early, late) = (words[t - 15], words[t - 2])
        let small0 = rotated(rotated(early, 11) ^ early, 7) ^ (early >> 3)
        let small1 = rotated(rotated(late, 2) ^ late, 17) ^ (late >> 10)
        words[t] = words[t - 16] &+ small0 &+ words[t - 7] &+ small1
    }

    @inline(__always)
    private static func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 { word &>> bits | word &<< (32 &- bits) }

    /// §4.2.2: the cube roots' fractions of the first 64 primes.
    private static let constants: InlineArray<64, UInt32> = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
