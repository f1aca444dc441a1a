// SPDX-License-Identifier: Apache-2.0

/// One paragraph of plain text, with white space collapsed and entities decoded.
public struct TextBlock: Hashable, Sendable {
    /// What the paragraph was in the document.
    public enum Kind: String, Hashable, Sendable {
        /// Any text that is nothing else.
        case paragraph
        /// `h1` … `h6`.
        case heading
        /// An item of a list, without its mark.
        case listItem
        /// The text of a `figure` or `figcaption`.
        case caption
        /// Text whose line breaks and spaces mean something.
        case preformatted
        /// The cells of a table's row, joined by ` | `.
        case tableRow
    }

    /// The text, never empty; only a preformatted one holds line breaks.
    public var text: String
    /// What the paragraph was.
    public var kind: Kind
    /// The number of the `figure` that holds it, counted from 0 in the fragment; pairs a caption with `HTMLImage.figure`.
    public var figure: Int?

    /// A paragraph, or what `kind` says.
    public init(_ text: String, kind: Kind = .paragraph, figure: Int? = nil) {
        self.text = text
        self.kind = kind
        self.figure = figure
    }
}

extension TextBlock {
    /// The text is one paragraph as it stands: no white space but single blanks within it, and no control characters.
    public static func isParagraph(_ plain: String) -> Bool {
        let bytes = plain.utf8Span.span
        return bytes.count > 0 && bytes[0] != 0x20 && TextBlockBuilder.endOfRun(from: 0, in: bytes) == bytes.count
    }

    /// The paragraphs of a text without markup: they end at a blank line, and before a line that is indented more than the last one.
    public static func paragraphs(of plain: String) -> [TextBlock] {
        var builder = TextBlockBuilder()
        var lastIndent = Int.max
        for line in Array(plain.utf8).split(separator: 0x0A, omittingEmptySubsequences: false) {
            let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
            if indent < line.count {
                if indent >= 2, indent - 1 > lastIndent { builder.endParagraph() }
                lastIndent = indent
            }
            builder.add(line + [0x0A], in: TextBlockBuilder.Context())
        }
        builder.endParagraph()
        return builder.blocks
    }
}
