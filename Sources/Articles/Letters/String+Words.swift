// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The pieces between blanks, without empty ones; the standard library's `split` looks for the bounds of each character.
    var words: [SubSequence] {
        var words: [SubSequence] = []
        var start = startIndex
        while let blank = utf8[start...].firstIndex(of: UInt8(ascii: " ")) {
            if start < blank { words.append(self[start..<blank]) }
            start = utf8.index(after: blank)
        }
        if start < endIndex { words.append(self[start...]) }
        return words
    }

    /// The text without blanks and any of `scalars` at its end.
    func trimming(_ scalars: String) -> String {
        let last = unicodeScalars.lastIndex { !$0.isSpace && !scalars.unicodeScalars.contains($0) }
        return last.map { String(self[..<unicodeScalars.index(after: $0)]) } ?? ""
    }
}
