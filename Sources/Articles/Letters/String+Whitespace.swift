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
        guard !isCollapsed else { return String(self) }
        return unicodeScalars.split(whereSeparator: \.isWhiteSpace).map { self[$0.startIndex..<$0.endIndex] }.joined(separator: " ")
    }

    private var hasOuterSpace: Bool {
        unicodeScalars.first?.isWhiteSpace == true || unicodeScalars.last?.isWhiteSpace == true
    }

    private var isCollapsed: Bool {
        var last: UInt32 = 0x20
        for byte in utf8 {
            last = last << 8 | UInt32(byte)
            if byte > 0x20, byte < 0x80 { continue }
            guard byte == 0x20 ? last & 0xFF00 != 0x2000 : byte >= 0x80 && !Self.endsInSpace(last) else { return false }
        }
        return last & 0xFF != 0x20 || isEmpty
    }

    /// The last of these bytes ends a white space beyond ASCII.
    private static func endsInSpace(_ bytes: UInt32) -> Bool {
        switch bytes & 0xFF_FFFF {
        case 0xE19A80, 0xE28080...0xE2808A, 0xE280A8, 0xE280A9, 0xE280AF, 0xE2819F, 0xE38080: true
        case let three: three & 0xFFFF == 0xC285 || three & 0xFFFF == 0xC2A0
        }
    }
}

extension Optional where Wrapped == String {
    /// The text without white space at its ends, or nil where nothing is left.
    var trimmedIfAny: String? {
        guard let text = self?.trimmed, !text.isEmpty else { return nil }
        return text
    }
}
