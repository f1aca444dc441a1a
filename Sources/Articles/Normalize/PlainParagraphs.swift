// SPDX-License-Identifier: Apache-2.0

/// Paragraphs of text that has no markup.
enum PlainParagraphs {
    /// The paragraphs, with white space collapsed; none of them is empty.
    ///
    /// A blank line ends a paragraph, and a line indented deeper than the others begins one. Where neither occurs and every line
    /// but the last ends as a sentence does, each line is a paragraph; otherwise line breaks are only breaks of the line.
    static func split(_ text: String) -> [String] {
        let lines = text.lines
        let texts = lines.map(\.collapsed)
        let starts = starts(of: texts, indented: indented(lines, texts))
        let full = texts.filter { !$0.isEmpty }
        if starts.count == 1, full.dropLast().allSatisfy(endsAsSentence) { return full }
        return zip(starts, starts.dropFirst() + [texts.count]).map { start, next in
            texts[start..<next].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// The lines that begin a paragraph: the first, those behind a blank line, and those that `indented` names.
    private static func starts(of texts: [String], indented: Set<Int>) -> [Int] {
        texts.indices.filter { index in
            guard !texts[index].isEmpty else { return false }
            return index == 0 || texts[index - 1].isEmpty || indented.contains(index)
        }
    }

    /// The first line stands right behind its tag, and says nothing about the indent of the others.
    private static func indented(_ lines: [Substring], _ texts: [String]) -> Set<Int> {
        let full = lines.indices.dropFirst().filter { !texts[$0].isEmpty }
        let indents = full.map { lines[$0].unicodeScalars.prefix { $0.isWhiteSpace }.count }
        guard let least = indents.min() else { return [] }
        let isIndented = zip(full, indents).filter { line, indent in
            indent >= least + 2 || (indent > least && lines[line].unicodeScalars.first == "\u{3000}")
        }
        return Set(isIndented.map(\.0))
    }

    private static func endsAsSentence(_ line: String) -> Bool { line.unicodeScalars.last.map(sentenceEnds.contains) ?? false }

    private static let sentenceEnds = Set(".!?…\"'”’»)]。！？」』）".unicodeScalars)
}
