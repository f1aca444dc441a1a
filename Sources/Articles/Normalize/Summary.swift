// SPDX-License-Identifier: Apache-2.0

/// Whether a summary tells more than the text does.
enum Summary {
    /// True where `summary` is how `text` begins, whatever the spacing and the dots where it was cut.
    static func isPrefix(_ summary: String, of text: String) -> Bool {
        let last = summary.unicodeScalars.lastIndex { !$0.isWhiteSpace && !".…[]>»".unicodeScalars.contains($0) }
        guard let last else { return true }
        let told = summary[..<summary.unicodeScalars.index(after: last)]
        let (one, other) = (told.utf8Span.span, text.utf8Span.span)
        var index = 0
        var place = 0
        while true {
            while index < one.count, place < other.count, one[index] == other[place], !mayOpenSpace(one[index]) {
                index += 1
                place += 1
            }
            // Only spaces may differ.
            index = behindSpaces(one, from: index)
            place = behindSpaces(other, from: place)
            guard index < one.count else { return true }
            guard place < other.count, one[index] == other[place] else { return false }
            index += 1
            place += 1
        }
    }

    /// A space beyond ASCII begins with such a byte.
    private static func mayOpenSpace(_ byte: UInt8) -> Bool { byte == 0xC2 || (0xE1...0xE3).contains(byte) }

    private static func behindSpaces(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let length = bytes.spaceLength(at: index)
            guard length > 0 else { break }
            index += length
        }
        return index
    }
}
