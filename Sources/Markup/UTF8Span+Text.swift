// SPDX-License-Identifier: Apache-2.0

extension UTF8Span {
    /// The place of the first byte that is not ASCII; nil where all are.
    public var firstNonASCII: Int? {
        let place = unsafe span.withUnsafeBufferPointer { unsafe ByteScan.endOfPlain(in: $0, from: 0) { $0.isBeyondASCII } }
        return place < count ? place : nil
    }

    /// False when no tag and no character reference can be in it.
    public var mayHoldMarkup: Bool {
        unsafe span.withUnsafeBufferPointer { bytes in
            unsafe ByteScan.endOfPlain(in: bytes, from: 0) { $0.equals(0x3C) | $0.equals(0x26) } < bytes.count
        }
    }

    /// The first place at or behind `start` where other white space may stand than single blanks within the text, or the count. Where
    /// it may is told by one byte alone, and near the end each blank is one of these places.
    public func firstOddSpace(from start: Int) -> Int {
        unsafe span.withUnsafeBufferPointer { bytes in
            let index = unsafe ByteScan.endOfPlainPairs(in: bytes, from: start) { block, next in
                block.isBelow(0x20) | (block.equals(0x20) & next.isBelow(0x21)) | Self.mayBeSpace(block)
            }
            return unsafe ByteScan.endOfPlain(in: bytes, from: index) { $0.isBelow(0x21) | Self.mayBeSpace($0) }
        }
    }

    /// What the white space beyond ASCII begins with.
    @inline(__always)
    private static func mayBeSpace(_ block: ByteBlock) -> ByteBlock.Marks {
        block.equals(0xC2) | block.equals(0xE1) | block.equals(0xE2) | block.equals(0xE3)
    }

    /// The text without blanks around it; nil when nothing is left.
    public var trimmed: String? {
        let bytes = span
        guard let first = bytes.indices.first(where: { bytes[$0] > 0x20 }), let last = bytes.indices.last(where: { bytes[$0] > 0x20 })
        else {
            return nil
        }
        var text = unsafe UTF8Span(unchecked: bytes.extracting(first...last))
        _ = text.checkForASCII()
        return String(copying: text)
    }
}
