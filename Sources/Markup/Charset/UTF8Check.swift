// SPDX-License-Identifier: Apache-2.0

/// Whether bytes are valid UTF-8 (RFC 3629): every document is asked, so that it is worth more code than the standard library's check.
enum UTF8Check {
    static func isValid(_ bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while true {
                index = unsafe ByteScan.endOfPlain(in: bytes, from: index) { $0.isASCII }
                guard index < bytes.count else { return true }
                // Letters beyond ASCII mostly stand together.
                repeat {
                    let length = unsafe length(of: word(in: bytes, at: index))
                    guard length > 0 else { return false }
                    index += length
                } while unsafe index < bytes.count && bytes[index] >= 0x80
            }
        }
    }

    /// Four bytes, the first one lowest; zeros behind the end, which continue no character.
    @inline(__always)
    private static func word(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
        if index + 4 <= bytes.count {
            return unsafe UInt32(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt32.self))
        }
        return (index..<bytes.count).reduce(0) { unsafe $0 | UInt32(bytes[$1]) << UInt32(($1 - index) * 8) }
    }

    /// The length of the character beyond ASCII that begins `word`; 0 where none does.
    @inline(__always)
    private static func length(of word: UInt32) -> Int {
        if word & 0x00C0_C0F0 == 0x0080_80E0 {
            // Neither one that fits into two bytes nor a surrogate.
            let firstBits = word & 0x200F
            return firstBits != 0 && firstBits != 0x200D ? 3 : 0
        }
        if word & 0xC0E0 == 0x80C0 { return word & 0x1E != 0 ? 2 : 0 }
        guard word & 0xC0C0_C0F8 == 0x8080_80F0 else { return 0 }
        let plane = (word & 7) << 2 | (word >> 12) & 3
        return 1...16 ~= plane ? 4 : 0
    }
}
