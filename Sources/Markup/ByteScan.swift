// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Searches that step over ordinary text sixteen bytes or more at once: most of what a feed holds is looked at only to be copied.
enum ByteScan {
    /// The place of the first `byte`.
    static func first(_ byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
        unsafe bytes.withUnsafeBytes { piece in
            guard let start = piece.baseAddress, let found = unsafe memchr(start, Int32(byte), piece.count) else { return nil }
            return unsafe bytes.startIndex + (UnsafeRawPointer(found) - start)
        }
    }

    /// The place of the first byte that is not ASCII; nil where all are.
    static func firstNonASCII(in bytes: ArraySlice<UInt8>) -> Int? {
        let place = unsafe bytes.withUnsafeBufferPointer { unsafe endOfPlain(in: $0, from: 0) { $0.isASCII } }
        return place < bytes.count ? bytes.startIndex + place : nil
    }

    /// The first index at or behind `start` whose byte is not plain, or the count.
    @inline(__always)
    static func endOfPlain(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isPlain: (ByteBlock) -> ByteBlock.Marks
    ) -> Int {
        var index = start
        while index < bytes.count {
            let length = min(bytes.count - index, ByteBlock.size)
            let block = unsafe ByteBlock(bytes, at: index, length: length)
            if let place = isPlain(block).firstUnmarked { return index + place }
            index += length
        }
        return bytes.count
    }
}

/// Sixteen bytes, compared all at once.
///
/// Each question is answered in the high bits of sixteen bytes, by additions that carry from no byte into the next.
struct ByteBlock {
    static let size = 16
    private let bytes: SIMD16<UInt8>

    /// The `length` bytes at `index`, which must be there; what is missing to sixteen is filled with `A`, which is plain to everybody.
    @inline(__always)
    init(_ source: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) {
        guard length < Self.size else {
            bytes = unsafe UnsafeRawBufferPointer(source).loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            return
        }
        var padded = SIMD16<UInt8>(repeating: UInt8(ascii: "A"))
        for place in 0..<length { unsafe padded[place] = source[index + place] }
        bytes = padded
    }

    /// Marks the bytes below 128.
    @inline(__always)
    var isASCII: Marks { Marks(bits: ~bytes) }

    /// Marks the bytes that are not `byte`.
    @inline(__always)
    func differs(from byte: UInt8) -> Marks {
        let difference = bytes ^ SIMD16(repeating: byte)
        return Marks(bits: ((difference & SIMD16(repeating: 0x7F)) &+ SIMD16(repeating: 0x7F)) | difference)
    }

    /// Marks the bytes that are `limit` or more; it must be at most 128.
    @inline(__always)
    func isAtLeast(_ limit: UInt8) -> Marks {
        Marks(bits: ((bytes & SIMD16(repeating: 0x7F)) &+ SIMD16(repeating: 0x80 &- limit)) | bytes)
    }

    /// Which of the bytes an answer holds for.
    struct Marks {
        fileprivate let bits: SIMD16<UInt8>

        @inline(__always)
        static func & (one: Marks, other: Marks) -> Marks { Marks(bits: one.bits & other.bits) }

        /// The place of the first byte that it does not hold for.
        @inline(__always)
        var firstUnmarked: Int? {
            let words = unsafe unsafeBitCast(bits, to: SIMD2<UInt64>.self)
            let highs: UInt64 = 0x8080_8080_8080_8080
            guard words[0] & words[1] & highs != highs else { return nil }
            let low = ~UInt64(littleEndian: words[0]) & highs
            if low != 0 { return low.trailingZeroBitCount >> 3 }
            return 8 + (~UInt64(littleEndian: words[1]) & highs).trailingZeroBitCount >> 3
        }
    }
}
