// SPDX-License-Identifier: Apache-2.0

/// The 64-bit similarity hash of a text (Charikar 2002): texts that share most words differ in few bits. For diagnosis only.
enum SimilarityHash {
    /// The hash in hexadecimal, 16 digits, of tokens with one space between two.
    static func hex(ofTokens tokens: [UInt8]) -> String {
        // How many of the tokens' hashes have each bit; counted without branches, since the bits are as good as random.
        var counts = [UInt64](repeating: 0, count: 64)
        var total: UInt64 = 0
        for token in tokens.split(separator: UInt8(ascii: " ")) {
            let hash = fnv1a(token)
            for bit in 0..<64 { counts[bit] &+= hash >> UInt64(bit) & 1 }
            total += 1
        }
        let value = counts.indices.reduce(UInt64(0)) { counts[$1] * 2 > total ? $0 | 1 << UInt64($1) : $0 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// FNV-1a with a final mix (MurmurHash3's), whose high bits short words would otherwise leave unmoved.
    private static func fnv1a(_ token: ArraySlice<UInt8>) -> UInt64 {
        var hash = token.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
        return hash ^ hash >> 33
    }
}
