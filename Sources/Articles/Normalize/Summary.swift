// SPDX-License-Identifier: Apache-2.0

/// Whether a summary tells more than the text does.
enum Summary {
    /// True where `summary` is how `text` begins, whatever the spacing and the dots where it was cut.
    static func isPrefix(_ summary: String, of text: String) -> Bool {
        let letters = { (text: String) in text.unicodeScalars.lazy.filter { !$0.isWhiteSpace } }
        var start = Array(letters(summary))
        while let last = start.last, ".…[]>»".unicodeScalars.contains(last) { start.removeLast() }
        return letters(text).starts(with: start)
    }
}
