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
