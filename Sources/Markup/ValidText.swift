// SPDX-License-Identifier: Apache-2.0

/// UTF-8 that is valid by construction, so that a String of it costs a copy and no check.
///
/// It is made of what Strings hold and of pieces of a `DecodedDocument`, which was checked as a whole, cut between characters
/// only. Debug and fuzzing builds check it again.
public struct ValidText: Hashable, Sendable {
    /// The text as UTF-8.
    public private(set) var bytes: [UInt8] = []

    /// An empty text.
    public init() {}

    /// The same text as `text`.
    public init(_ text: String) {
        append(text)
    }

    /// Empties it, and keeps its memory for the next text.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Appends `text`.
    public mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends a piece of a decoded document.
    mutating func append(valid piece: UnsafeBufferPointer<UInt8>) {
        assert(unsafe String(validating: piece, as: UTF8.self) != nil, "only whole characters of a decoded document are appended")
        unsafe bytes.append(contentsOf: piece)
    }

    /// Appends `text` with the characters that are markup escaped; the double quote only where `quotes` says so.
    public mutating func append(escaping text: ValidText, quotes: Bool = false) {
        unsafe text.bytes.withUnsafeBufferPointer { text in
            var plainStart = 0
            while true {
                let index = unsafe ByteScan.endOfPlain(in: text, from: plainStart) { block in
                    let plain = block.differs(from: 0x26) & block.differs(from: 0x3C) & block.differs(from: 0x3E)
                    return quotes ? plain & block.differs(from: 0x22) : plain
                }
                unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plainStart..<index]))
                guard index < text.count else { return }
                switch unsafe text[index] {
                case 0x26: bytes.append("&amp;")
                case 0x3C: bytes.append("&lt;")
                case 0x3E: bytes.append("&gt;")
                default: bytes.append("&quot;")
                }
                plainStart = index + 1
            }
        }
    }

    /// Shortens it to at most `limit` bytes without cutting a character.
    public mutating func cut(to limit: Int) {
        guard bytes.count > limit else { return }
        var end = max(limit, 0)
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        bytes.removeLast(bytes.count - end)
    }

    /// The place of the first byte that is not ASCII; nil where all are.
    public var firstNonASCII: Int? { ByteScan.firstNonASCII(in: bytes[...]) }

    /// False when no tag and no character reference can be in it.
    public var mayHoldMarkup: Bool {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe ByteScan.endOfPlain(in: bytes, from: 0) { $0.differs(from: 0x3C) & $0.differs(from: 0x26) } < bytes.count
        }
    }

    /// The text without blanks around it; nil when nothing is left.
    public var trimmed: String? {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else { return nil }
        return unsafe String(copying: UTF8Span(unchecked: bytes.span.extracting(first...last)))
    }
}
