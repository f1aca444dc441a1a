// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The pieces between blanks, without empty ones.
    var words: [SubSequence] { pieces(between: " ") }

    /// The pieces between separators of ASCII; the standard library's `split` looks for the bounds of each character.
    func pieces(between separator: Unicode.Scalar, omittingEmpty: Bool = true) -> [SubSequence] {
        let separator = UInt8(ascii: separator)
        var pieces: [SubSequence] = []
        var start = startIndex
        while let end = utf8[start...].firstIndex(of: separator) {
            if start < end || !omittingEmpty { pieces.append(self[start..<end]) }
            start = utf8.index(after: end)
        }
        if start < endIndex || !omittingEmpty { pieces.append(self[start...]) }
        return pieces
    }

    /// One of the pieces between blanks passes.
    func containsWord(where passes: (SubSequence) -> Bool) -> Bool {
        var start = startIndex
        while let end = utf8[start...].firstIndex(of: UInt8(ascii: " ")) {
            if start < end, passes(self[start..<end]) { return true }
            start = utf8.index(after: end)
        }
        return start < endIndex && passes(self[start...])
    }

    /// The text without blanks and any of `scalars`, which are no letters, at its end.
    func trimming(_ scalars: String) -> String {
        if unicodeScalars.last?.isLetter == true { return String(self) }
        let last = unicodeScalars.lastIndex { !$0.isSpace && !scalars.unicodeScalars.contains($0) }
        return last.map { String(self[..<unicodeScalars.index(after: $0)]) } ?? ""
    }
}
