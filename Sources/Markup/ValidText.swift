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

    /// A copy of `text`.
    public init(_ text: UTF8Span) {
        unsafe text.span.withUnsafeBufferPointer { unsafe bytes.append(copying: $0) }
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
        unsafe bytes.append(copying: piece)
    }

    /// Appends `text` with the characters that are markup escaped; the double quote only where `quotes` says so.
    public mutating func append(escaping text: ValidText, quotes: Bool = false) {
        unsafe text.bytes.withUnsafeBufferPointer { text in
            var plainStart = 0
            while true {
                let index = unsafe ByteScan.endOfPlain(in: text, from: plainStart) { block in
                    let special = block.equals(0x26) | block.equals(0x3C) | block.equals(0x3E)
                    return quotes ? special | block.equals(0x22) : special
                }
                unsafe bytes.append(copying: UnsafeBufferPointer(rebasing: text[plainStart..<index]))
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

    /// Calls `body` with the text, which costs no copy.
    public func withUTF8<Result>(_ body: (UTF8Span) -> Result) -> Result {
        unsafe body(UTF8Span(unchecked: bytes.span))
    }
}
