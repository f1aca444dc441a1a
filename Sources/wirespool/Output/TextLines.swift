// SPDX-License-Identifier: Apache-2.0

/// Paragraphs as lines of a terminal.
enum TextLines {
    /// Lines of at most `columns`, broken at blanks where there are any; colours take no columns.
    static func wrap(_ text: String, at columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            let width = columnsOf(word)
            if used > 0, used + 1 + width > columns {
                lines.append(line)
                (line, used) = ("", 0)
            }
            line += (used > 0 ? " " : "") + word
            used += width + (used > 0 ? 1 : 0)
        }
        return line.isEmpty ? lines : lines + [line]
    }

    private static func columnsOf(_ word: Substring) -> Int {
        guard word.utf8.contains(0x1B) else { return Terminal.columnsOf(String(word)) }
        let plain = word.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated().map { index, part in
            index == 0 ? part : part.drop { $0 != "m" }.dropFirst()
        }
        return Terminal.columnsOf(plain.joined())
    }
}
