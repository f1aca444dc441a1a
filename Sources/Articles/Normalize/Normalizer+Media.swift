// SPDX-License-Identifier: Apache-2.0
import Feeds
import Markup

extension Normalizer {
    /// Fills media: Media RSS, enclosures, pictures of the body, and the captions that the lead gave up.
    func addMedia(of item: ParsedItem, _ body: ItemBody, _ lead: Lead, _ header: FeedHeader, isJSON: Bool, to article: inout Article) {
        var gallery = MediaGallery()
        for asset in item.media {
            if let asset = Article.Media(asset, credits: header.credits) { gallery.add(asset) }
        }
        for files in things(item.enclosures, isJSON: isJSON) {
            if let asset = Article.Media(files) { gallery.add(asset) }
        }
        for image in body.images { gallery.add(image) }
        let figures = figuresByCaption(body)
        for caption in lead.captions {
            gallery.add(caption: caption.text, credit: caption.credit, figure: figures[caption.text.trimmed])
        }
        if gallery.leftOut > 0 { article.warn("media: \(gallery.leftOut) more than \(MediaGallery.limit) left out") }
        article.media = gallery.media.isEmpty ? nil : gallery.media
    }

    /// Attachments of a JSON feed with one title are one thing in several forms; any other enclosure is a thing by itself.
    private func things(_ enclosures: [Enclosure], isJSON: Bool) -> [[Enclosure]] {
        var things: [[Enclosure]] = []
        var positions: [String: Int] = [:]
        for enclosure in enclosures {
            guard isJSON, let title = enclosure.title.trimmedIfAny else {
                things.append([enclosure])
                continue
            }
            if let position = positions[title] {
                things[position].append(enclosure)
            } else {
                positions[title] = things.count
                things.append([enclosure])
            }
        }
        return things
    }
}

extension Normalizer {
    /// The figure of each caption, by the caption's text as the lead gives it.
    private func figuresByCaption(_ body: ItemBody) -> [String: Int] {
        var figures: [String: Int] = [:]
        for block in body.blocks where block.kind == .caption {
            guard let figure = block.figure else { continue }
            let caption = CreditLine.split(block.text)?.caption ?? block.text
            figures[caption.trimmed] = figures[caption.trimmed] ?? figure
        }
        return figures
    }
}
