// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Searches that step over ordinary text sixteen bytes or more at once: most of what a feed holds is looked at only to be copied.
public enum ByteScan {
    /// The place of the first `byte`.
    public static func first(_ byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
        unsafe bytes.withUnsafeBytes { piece in
            guard let start = piece.baseAddress, let found = unsafe memchr(start, Int32(byte), piece.count) else { return nil }
            return unsafe bytes.startIndex + (UnsafeRawPointer(found) - start)
        }
    }

    /// The first index at or behind `start` whose byte is not plain, or the count.
    @inline(__always)
    static func endOfPlain(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isSpecial: (ByteBlock) -> ByteBlock.Marks
    ) -> Int {
        var index = start
        while index + 2 * ByteBlock.size <= bytes.count {
            let one = unsafe isSpecial(ByteBlock(bytes, at: index))
            let other = unsafe isSpecial(ByteBlock(bytes, at: index + ByteBlock.size))
            guard (one | other).first == nil else { return index + (one.first ?? ByteBlock.size + (other.first ?? 0)) }
            index += 2 * ByteBlock.size
        }
        if index + ByteBlock.size <= bytes.count {
            if let place = unsafe isSpecial(ByteBlock(bytes, at: index)).first { return index + place }
            index += ByteBlock.size
        }
        guard index < bytes.count else { return bytes.count }
        if index > start {
            // Some of these bytes are looked at twice.
            index = bytes.count - ByteBlock.size
            return unsafe isSpecial(ByteBlock(bytes, at: index)).first.map { index + $0 } ?? bytes.count
        }
        return unsafe isSpecial(ByteBlock(endOf: bytes, from: index)).first.map { index + $0 } ?? bytes.count
    }

    /// The first index at or behind `start` whose byte is not plain, judged together with the byte behind it; the last sixteen bytes are
    /// not looked at, and the first of them is the answer where nothing was found before.
    @inline(__always)
    static func endOfPlainPairs(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isSpecial: (ByteBlock, _ next: ByteBlock) -> ByteBlock.Marks
    ) -> Int {
        var index = start
        while index + ByteBlock.size < bytes.count {
            let (block, next) = unsafe (ByteBlock(bytes, at: index), ByteBlock(bytes, at: index + 1))
            if let place = isSpecial(block, next).first { return index + place }
            index += ByteBlock.size
        }
        return index
    }
}

/// Sixteen bytes, compared all at once.
struct ByteBlock {
    static let size = 16
    private let bytes: SIMD16<UInt8>

    /// The sixteen bytes at `index`, which must be there.
    @inline(__always)
    init(_ source: UnsafeBufferPointer<UInt8>, at index: Int) {
        bytes = unsafe UnsafeRawBufferPointer(source).loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
    }

    /// The fewer than sixteen bytes from `index` on, which must be some; what is missing is filled with `A`, which nobody asks for.
    @inline(__always)
    init(endOf source: UnsafeBufferPointer<UInt8>, from index: Int) {
        let source = unsafe UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: source[index...]))
        let count = source.count
        // The first eight bytes and the others; loads that overlap, since to put bytes together in memory would take longer.
        var words = SIMD2<UInt64>(repeating: 0x4141_4141_4141_4141)
        if count >= 8 {
            unsafe (words[0], words[1]) = (
                source.word(UInt64.self, at: 0), words[1] << (8 * count - 64) | source.word(UInt64.self, at: count - 8) >> (128 - 8 * count)
            )
        } else if count >= 4 {
            unsafe words[0] =
                words[0] << (8 * count) | source.word(UInt32.self, at: 0) | source.word(UInt32.self, at: count - 4) << (8 * count - 32)
        } else {
            let middle = count / 2
            unsafe words[0] =
                words[0] << (8 * count) | source.word(UInt8.self, at: 0) | source.word(UInt8.self, at: middle) << (8 * middle)
                | source.word(UInt8.self, at: count - 1) << (8 * count - 8)
        }
        bytes = unsafe unsafeBitCast(SIMD2(words[0].littleEndian, words[1].littleEndian), to: SIMD16<UInt8>.self)
    }

    /// Marks the bytes above 127.
    @inline(__always)
    var isBeyondASCII: Marks { Marks(bits: bytes .>= SIMD16(repeating: 0x80)) }

    /// Marks the bytes that are `byte`.
    @inline(__always)
    func equals(_ byte: UInt8) -> Marks { Marks(bits: bytes .== SIMD16(repeating: byte)) }

    /// Marks the bytes that are less than `limit`.
    @inline(__always)
    func isBelow(_ limit: UInt8) -> Marks { Marks(bits: bytes .< SIMD16(repeating: limit)) }

    /// Marks the letters of ASCII.
    @inline(__always)
    var isLetter: Marks { Marks(bits: (lowercased &- SIMD16(repeating: UInt8(ascii: "a"))) .< SIMD16(repeating: 26)) }

    /// Letters of ASCII in lower case, and spaces; what becomes of other bytes doesn't matter.
    @inline(__always)
    private var lowercased: SIMD16<UInt8> { bytes | SIMD16(repeating: 0x20) }

    /// Writes the sixteen bytes, letters of ASCII in lower case and spaces among them, to where there must be room for them.
    @inline(__always)
    func writeLowercased(to room: UnsafeMutableBufferPointer<UInt8>, at index: Int) {
        unsafe UnsafeMutableRawBufferPointer(room).storeBytes(of: lowercased, toByteOffset: index, as: SIMD16<UInt8>.self)
    }

    /// Which of the bytes an answer holds for.
    struct Marks {
        fileprivate let bits: SIMDMask<SIMD16<Int8>>

        @inline(__always)
        static func | (one: Marks, other: Marks) -> Marks { Marks(bits: one.bits .| other.bits) }

        @inline(__always)
        static func & (one: Marks, other: Marks) -> Marks { Marks(bits: one.bits .& other.bits) }

        @inline(__always)
        static prefix func ! (marks: Marks) -> Marks { Marks(bits: .!marks.bits) }

        /// The place of the first byte that it holds for.
        @inline(__always)
        var first: Int? {
            let words = unsafe unsafeBitCast(bits, to: SIMD2<UInt64>.self)
            guard words[0] | words[1] != 0 else { return nil }
            let low = UInt64(littleEndian: words[0])
            if low != 0 { return low.trailingZeroBitCount >> 3 }
            return 8 + UInt64(littleEndian: words[1]).trailingZeroBitCount >> 3
        }
    }
}

extension UnsafeRawBufferPointer {
    /// The number at `index`, its lowest byte first.
    @inline(__always)
    fileprivate func word<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type, at index: Int) -> UInt64 {
        unsafe UInt64(truncatingIfNeeded: Number(littleEndian: loadUnaligned(fromByteOffset: index, as: type)))
    }
}
