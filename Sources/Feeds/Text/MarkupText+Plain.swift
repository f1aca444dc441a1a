// SPDX-License-Identifier: Apache-2.0
public import Markup

extension MarkupText {
    /// The text on one line, without markup, decoded, white space collapsed; for titles and summaries.
    ///
    /// Only tags that HTML has are markup: the `<TXN.N>` of a headline stays.
    /// Where nothing but the tags of HTML shows once it is decoded, it was escaped twice, and they are markup too.
    public var plain: String {
        if isPlain, TextBlock.isParagraph(value) { return value }
        var text = self
        if kind == .html, isEscapedTwice { text.value = Entities.decode(value) }
        let line = text.blocks.map(\.text).joined(separator: " ")
        guard line.holds("\n") else { return line }
        return String(decoding: line.utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }

    /// The paragraphs of the text, whatever its kind.
    public var blocks: [TextBlock] {
        isPlain ? TextBlock.paragraphs(of: value) : HTMLContent.paragraphs(of: value)
    }

    /// The text as markup in UTF-8: sanitised, and with absolute URLs. Nil where it stays as it is.
    var sanitised: [UInt8]? {
        guard kind != .plain else { return nil }
        guard !HTMLContent.mayHoldTag(value) else { return HTMLContent.sanitise(value, base: base) }
        return kind == .html && holdsReference ? Entities.mend(value) : nil
    }

    /// An end tag is seen: a lone `<b>` may be what the text is about.
    private var isEscapedTwice: Bool {
        holdsReference && !HTMLContent.mayHoldTag(value) && HTMLSigns.endTagOccurs(in: Entities.decode(value))
    }

    private var holdsReference: Bool { value.holds("&") }

    /// True when the value holds neither a tag nor a character reference, or they are only characters.
    private var isPlain: Bool {
        kind == .plain || !value.utf8Span.mayHoldMarkup
    }
}
