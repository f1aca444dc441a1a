// SPDX-License-Identifier: Apache-2.0

/// Whether a summary tells more than the text does.
enum Summary {
    /// True where `summary` is how `text` begins, whatever the spacing and the dots where it was cut.
    static func isPrefix(_ summary: String, of text: String) -> Bool {
        let letters = { (text: Substring) in text.unicodeScalars.lazy.filter { !$0.isWhiteSpace } }
        let end = summary.unicodeScalars.lastIndex { !$0.isWhiteSpace && !".…[]>»".unicodeScalars.contains($0) }
        guard let end else { return true }
        if let isSame = isSameSpelling(summary[...end], as: text) { return isSame }
        return letters(text[...]).starts(with: letters(summary[...end]))
    }

    /// What the first bytes that differ tell; nil where they may belong to white space, which does not count.
    private static func isSameSpelling(_ start: Substring, as text: String) -> Bool? {
        let (one, other) = (start.utf8Span.span, text.utf8Span.span)
        var index = 0
        while index < one.count, index < other.count, one[index] == other[index] { index += 1 }
        guard index < one.count else { return true }
        guard index < other.count else { return nil }
        return (0x21..<0x80).contains(one[index]) && (0x21..<0x80).contains(other[index]) ? false : nil
    }
}
