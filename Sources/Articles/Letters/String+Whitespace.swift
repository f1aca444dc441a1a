// SPDX-License-Identifier: Apache-2.0
import Markup

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
        let bytes = text.utf8Span
        return isCollapsed(bytes) ? text : String(decoding: collapsing(bytes.span), as: UTF8.self)
    }

    private var hasOuterSpace: Bool {
        unicodeScalars.first?.isWhiteSpace == true || unicodeScalars.last?.isWhiteSpace == true
    }
}

extension String {
    /// The text without white space at its ends, which most texts are already; their outermost bytes tell.
    var trimmed: String { utf8Span.span.hasOuterSpace ? self[...].trimmed : self }

    /// The lines, whatever ends them, the empty ones too; the standard library's `split` looks for the bounds of each character.
    var lines: [Substring] {
        let text = utf8Span
        var lines: [Substring] = []
        var start = startIndex
        var index = text.firstOddSpace(from: 0)
        while index < text.count {
            let length = lineBreakLength(text.span, at: index)
            if length > 0 {
                let end = utf8.index(startIndex, offsetBy: index)
                lines.append(self[start..<end])
                start = utf8.index(end, offsetBy: length)
            }
            index = text.firstOddSpace(from: index + max(length, 1))
        }
        lines.append(self[start...])
        return lines
    }
}

extension Span<UInt8> {
    /// White space opens or ends the text; beyond ASCII it has two or three bytes.
    var hasOuterSpace: Bool {
        guard !isEmpty else { return false }
        return spaceLength(at: 0) > 0 || (1...min(count, 3)).contains { spaceLength(at: count - $0) == $0 }
    }

    /// The length of the white space that stands at `index` of a text, else 0.
    func spaceLength(at index: Int) -> Int {
        let first = self[index]
        if first < 0x80 { return first == 0x20 || (0x09...0x0D).contains(first) ? 1 : 0 }
        let second = index + 1 < count ? self[index + 1] : 0
        if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
        let third = index + 2 < count ? self[index + 2] : 0
        switch (first, second, third) {
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF): return 3
        case (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return 3
        default: return 0
        }
    }
}

/// No white space but single blanks between other characters; control characters count as white space here.
private func isCollapsed(_ text: UTF8Span) -> Bool {
    let bytes = text.span
    guard !bytes.isEmpty else { return true }
    guard bytes[0] != 0x20, bytes[bytes.count - 1] != 0x20 else { return false }
    var index = 0
    while true {
        index = text.firstOddSpace(from: index)
        guard index < bytes.count else { return true }
        let isBlank = bytes[index] == 0x20 && bytes[index + 1] > 0x20
        guard isBlank || (bytes[index] >= 0x80 && bytes.spaceLength(at: index) == 0) else { return false }
        index += 1
    }
}

private func collapsing(_ bytes: Span<UInt8>) -> [UInt8] {
    [UInt8](capacity: bytes.count) { output in
        var isBehindSpace = false
        var index = 0
        while index < bytes.count {
            let length = bytes.spaceLength(at: index)
            isBehindSpace = isBehindSpace || length > 0
            index += max(length, 1)
            guard length == 0 else { continue }
            if isBehindSpace, !output.isEmpty { output.append(0x20) }
            isBehindSpace = false
            output.append(bytes[index - 1])
        }
    }
}

/// The length of the line break that stands at `index`, else 0; of CR and LF together it is two.
private func lineBreakLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch first {
    case 0x0D where second == 0x0A: return 2
    case 0x0A...0x0D: return 1
    case 0xC2: return second == 0x85 ? 2 : 0
    case 0xE2 where second == 0x80 && index + 2 < bytes.count: return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
}

extension Optional where Wrapped == String {
    /// The text without white space at its ends, or nil where nothing is left.
    var trimmedIfAny: String? {
        guard let text = self?.trimmed, !text.isEmpty else { return nil }
        return text
    }
}
