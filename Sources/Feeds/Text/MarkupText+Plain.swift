// SPDX-License-Identifier: Apache-2.0
public import Markup

extension MarkupText {
    /// The text on one line, without markup, decoded, white space collapsed; for titles and summaries.
    ///
    /// Only tags that HTML has are markup: the `<TXN.N>` of a headline stays.
    public var plain: String {
        blocks.map(\.text).joined(separator: " ").replacing("\n", with: " ")
    }

    /// The paragraphs of the text, whatever its kind.
    public var blocks: [TextBlock] {
        isPlain ? TextBlock.paragraphs(of: value) : HTMLContent.read(value, base: base).blocks
    }

    /// The text as markup in UTF-8: sanitised, and with absolute URLs. Nil where it holds no tag, and so stays as it is.
    var sanitised: [UInt8]? {
        kind == .plain || !HTMLContent.mayHoldTag(value) ? nil : HTMLContent.sanitise(value, base: base)
    }

    /// True when the value holds neither a tag nor a character reference, or they are only characters.
    private var isPlain: Bool {
        kind == .plain || !value.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    }
}
