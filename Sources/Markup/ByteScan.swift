// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Searches that step over ordinary text eight bytes or more at once: most of what a feed holds is looked at only to be copied.
enum ByteScan {
    /// The place of the first `byte`.
    static func first(_ byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
        unsafe bytes.withUnsafeBytes { piece in
            guard let start = piece.baseAddress, let found = unsafe memchr(start, Int32(byte), piece.count) else { return nil }
            return unsafe bytes.startIndex + (UnsafeRawPointer(found) - start)
        }
    }

    /// The first index at or behind `start` at which `isSought` holds, or the count; `maybe` says whether it could among eight bytes.
    @inline(__always)
    static func first(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, maybe: (EightBytes) -> Bool, isSought: (Int) -> Bool
    ) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        while index < bytes.count {
            if index + 8 <= bytes.count, unsafe !maybe(EightBytes(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))) {
                index += 8
                continue
            }
            let end = min(index + 8, bytes.count)
            while index < end {
                if isSought(index) { return index }
                index += 1
            }
        }
        return bytes.count
    }
}

/// Eight bytes in one word, compared all at once (Lamport's trick: a borrow reaches the high bit of a byte that was too small).
struct EightBytes {
    private let word: UInt64
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    init(_ word: UInt64) {
        self.word = word
    }

    /// True when one of them is below `limit`, which must be at most 128.
    @inline(__always)
    func hasBelow(_ limit: UInt8) -> Bool {
        (word &- Self.ones &* UInt64(limit)) & ~word & Self.highs != 0
    }

    /// True when one of them is above 127.
    @inline(__always)
    var hasNonASCII: Bool { word & Self.highs != 0 }

    /// True when one of them is `byte`.
    @inline(__always)
    func has(_ byte: UInt8) -> Bool {
        let difference = word ^ (Self.ones &* UInt64(byte))
        return (difference &- Self.ones) & ~difference & Self.highs != 0
    }
}
