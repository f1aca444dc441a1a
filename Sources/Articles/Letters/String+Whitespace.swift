// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        guard hasOuterSpace else { return String(self) }
        guard let start = unicodeScalars.firstIndex(where: { !$0.isWhiteSpace }),
            let end = unicodeScalars.lastIndex(where: { !$0.isWhiteSpace })
        else { return "" }
        return String(self[start..<unicodeScalars.index(after: end)])
    }

    /// The text with every run of white space as one space, and none at its ends.
    var collapsed: String {
        // Paragraphs come collapsed from the reader of HTML; to see that costs a tenth of doing it again.
        let text = String(self)
        guard !isCollapsed(text.utf8Span.span) else { return text }
        return unicodeScalars.split(whereSeparator: \.isWhiteSpace).map { self[$0.startIndex..<$0.endIndex] }.joined(separator: " ")
    }

    private var hasOuterSpace: Bool {
        unicodeScalars.first?.isWhiteSpace == true || unicodeScalars.last?.isWhiteSpace == true
    }
}

/// No white space but single blanks between other characters; control characters count as white space here.
private func isCollapsed(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
        let byte = bytes[index]
        if byte > 0x20 {
            guard (0xC2...0xE3).contains(byte), isSpace(bytes, at: index) else { continue }
            return false
        }
        guard byte == 0x20, index > 0, bytes[index - 1] != 0x20 else { return false }
    }
    return bytes.isEmpty || bytes[bytes.count - 1] != 0x20
}

/// A white space beyond ASCII stands at `index`, which begins a character.
private func isSpace(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    if bytes[index] == 0xC2 { return second == 0x85 || second == 0xA0 }
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch (bytes[index], second, third) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF): return true
    case (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return true
    default: return false
    }
}

extension Optional where Wrapped == String {
    /// The text without white space at its ends, or nil where nothing is left.
    var trimmedIfAny: String? {
        guard let text = self?.trimmed, !text.isEmpty else { return nil }
        return text
    }
}
