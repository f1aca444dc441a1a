// SPDX-License-Identifier: Apache-2.0
import Feeds
import Markup

/// The text of an item before its lead is read: the first body that says something, else the description (docs/ARTICLE.md).
struct ItemBody {
    var blocks: [TextBlock] = []
    var images: [HTMLImage] = []
    /// Sanitised, where the body had markup.
    var html: String?
    var isComplete = false
    /// The description stands in for a body, and so is no summary.
    var isSummary = false

    /// Reads the bodies of `item` in order of preference. Pictures are kept even of a body that holds nothing else.
    init(_ item: borrowing ParsedItem) {
        var pictures: [HTMLImage] = []
        for content in item.contents where ItemBody.isText(content.mediaType) {
            var body = ItemBody(content.text)
            body.isComplete = content.isComplete
            pictures += body.images
            guard body.blocks.isEmpty else {
                self = body
                images = pictures
                return
            }
        }
        if let summary = item.summary {
            self = ItemBody(summary)
            isSummary = true
        }
        images = pictures + images
    }

    private init(_ text: MarkupText) {
        if text.kind == .plain {
            blocks = PlainParagraphs.split(text.value).map { TextBlock($0) }
            return
        }
        // HTML source without a single tag is plain text that was escaped, and its line breaks may mean something.
        guard text.value.holds("<") else {
            blocks = PlainParagraphs.split(Entities.decode(text.value)).map { TextBlock($0) }
            return
        }
        let content = HTMLContent.read(text.value, base: text.base)
        (blocks, images, html) = (content.blocks, content.images, content.html.isEmpty ? nil : content.html)
    }

    /// The first paragraphs as they stand, as many as hold so many bytes.
    func beginning(_ bytes: Int) -> String {
        var text = ""
        for block in blocks where text.utf8.count < bytes { text += block.text + " " }
        return text
    }

    /// An atom:content may be a picture or a film.
    private static func isText(_ mediaType: String) -> Bool {
        mediaType.isEmpty || mediaType.hasPrefix("text/") || mediaType == "application/xhtml+xml" || !mediaType.contains("/")
    }
}
