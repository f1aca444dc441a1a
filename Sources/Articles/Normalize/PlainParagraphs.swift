// SPDX-License-Identifier: Apache-2.0

/// Paragraphs of text that has no markup.
enum PlainParagraphs {
    /// The paragraphs, with white space collapsed; none of them is empty.
    ///
    /// A blank line ends a paragraph, and a line indented deeper than the others begins one. Where neither occurs and every line
    /// but the last ends as a sentence does, each line is a paragraph; otherwise line breaks are only breaks of the line.
    static func split(_ text: String) -> [String] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let marked = joined(lines, isStart: startsByIndent(lines))
        guard marked.count == 1 else { return marked }
        return endsAreSentences(lines) ? lines.map(\.collapsed).filter { !$0.isEmpty } : marked
    }

    /// Joins lines into paragraphs at blank lines and before each line that `isStart` names.
    private static func joined(_ lines: [Substring], isStart: Set<Int>) -> [String] {
        var paragraphs: [[String]] = [[]]
        for (index, line) in lines.enumerated() {
            let text = line.collapsed
            if text.isEmpty || isStart.contains(index) { paragraphs.append([]) }
            if !text.isEmpty { paragraphs[paragraphs.count - 1].append(text) }
        }
        return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }

    /// The first line stands right behind its tag, and says nothing about the indent of the others.
    private static func startsByIndent(_ lines: [Substring]) -> Set<Int> {
        let indents = lines.map { $0.unicodeScalars.prefix { $0.isWhiteSpace }.count }
        let full = lines.indices.dropFirst().filter { indents[$0] < lines[$0].unicodeScalars.count }
        guard let least = full.map({ indents[$0] }).min() else { return [] }
        return Set(full.filter { indents[$0] >= least + 2 || (indents[$0] > least && lines[$0].first == "\u{3000}") })
    }

    private static func endsAreSentences(_ lines: [Substring]) -> Bool {
        let full = lines.map(\.trimmed).filter { !$0.isEmpty }
        return full.dropLast().allSatisfy { line in line.unicodeScalars.last.map(sentenceEnds.contains) ?? false }
    }

    private static let sentenceEnds = Set(".!?…\"'”’»)]。！？」』）".unicodeScalars)
}
