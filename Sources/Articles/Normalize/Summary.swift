// SPDX-License-Identifier: Apache-2.0

/// Whether a summary tells more than the text does.
enum Summary {
    /// True where `summary` is how `text` begins, whatever the spacing and the dots where it was cut.
    static func isPrefix(_ summary: String, of text: String) -> Bool {
        let letters = { (text: Substring) in text.unicodeScalars.lazy.filter { !$0.isWhiteSpace } }
        let end = summary.unicodeScalars.lastIndex { !$0.isWhiteSpace && !".…[]>»".unicodeScalars.contains($0) }
        guard let end else { return true }
        return letters(text[...]).starts(with: letters(summary[...end]))
    }
}
