// SPDX-License-Identifier: Apache-2.0

/// Whether bytes are valid UTF-8 (RFC 3629): every document is asked, so that it is worth more code than the standard library's check.
struct UTF8Check {
    /// The bytes are valid UTF-8.
    private(set) var isValid = false
    /// No byte of what was looked at is beyond ASCII: all of them where `isValid`.
    private(set) var isASCII = true
    /// A character that XML forbids may be among them.
    private(set) var mayHoldForbidden = false

    /// Asks everything in one pass.
    init(_ bytes: [UInt8]) {
        isValid = unsafe bytes.withUnsafeBufferPointer { unsafe look(at: $0) }
    }

    private mutating func look(at bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while true {
            index = unsafe ByteScan.endOfPlain(in: bytes, from: index) { $0.isBeyondASCII | ForbiddenCharacters.controls(in: $0) }
            guard index < bytes.count else { return true }
            if unsafe bytes[index] < 0x80 {
                mayHoldForbidden = true
                index += 1
                continue
            }
            isASCII = false
            // Letters beyond ASCII mostly stand together, with at most a blank between.
            repeat {
                if unsafe bytes[index] == 0x20 { index += 1 }
                let run = unsafe Self.run(in: bytes, at: index)
                if run == 8 {
                    index += 8
                    continue
                }
                let length = unsafe run > 0 ? run : Self.length(of: Self.word(in: bytes, at: index))
                guard length > 0 else { return false }
                if unsafe bytes[index] == 0xEF || length == 6 && bytes[index + 3] == 0xEF { mayHoldForbidden = true }
                index += length
            } while unsafe index + 1 < bytes.count && (bytes[index] >= 0x80 || bytes[index] == 0x20 && bytes[index + 1] >= 0x80)
        }
    }

    /// The length of what begins at `index` if it is four letters of two bytes each, as of Cyrillic, or two of three bytes, as of
    /// Chinese; 0 where it is something else or not valid.
    @inline(__always)
    private static func run(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        guard index + 8 <= bytes.count else { return 0 }
        let word = unsafe UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
        if word & 0xC0E0_C0E0_C0E0_C0E0 == 0x80C0_80C0_80C0_80C0 {
            // Each first byte is C2 or more: adding FE to its bits carries.
            let carries = (word & 0x001E_001E_001E_001E) &+ 0x00FE_00FE_00FE_00FE
            return carries & 0x0100_0100_0100_0100 == 0x0100_0100_0100_0100 ? 8 : 0
        }
        guard word & 0xC0C0F0_C0C0F0 == 0x8080E0_8080E0 else { return 0 }
        return isCharacter(threeBytes: word) && isCharacter(threeBytes: word >> 24) ? 6 : 0
    }

    /// Neither one that fits into two bytes nor a surrogate.
    @inline(__always)
    private static func isCharacter(threeBytes word: UInt64) -> Bool {
        let firstBits = word & 0x200F
        return firstBits != 0 && firstBits != 0x200D
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
            return isCharacter(threeBytes: UInt64(word)) ? 3 : 0
        }
        if word & 0xC0E0 == 0x80C0 { return word & 0x1E != 0 ? 2 : 0 }
        guard word & 0xC0C0_C0F8 == 0x8080_80F0 else { return 0 }
        let plane = (word & 7) << 2 | (word >> 12) & 3
        return 1...16 ~= plane ? 4 : 0
    }
}
