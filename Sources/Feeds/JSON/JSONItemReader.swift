// SPDX-License-Identifier: Apache-2.0

/// Reads the items of one JSON feed.
struct JSONItemReader {
    private let feed: ParsedFeed
    private let base: String?
    private let timeZone: String?

    init(feed: ParsedFeed, source: DocumentSource) {
        self.feed = feed
        base = source.url ?? feed.links.first { $0.relation == "self" }?.url ?? feed.link
        timeZone = source.timeZone
    }

    /// Reads an item; one without anything is still an item.
    func read(_ object: JSONObject, position: Int) -> ParsedItem {
        var item = ParsedItem(position: position)
        item.id = object.stringOrNumber("id", limit: FeedLimits.guid)
        item.language = object.string("language", limit: FeedLimits.word) ?? feed.language
        item.published = date("date_published", of: object)
        item.updated = date("date_modified", of: object)
        let authors = object.authors(base: base)
        item.authors = authors.isEmpty ? feed.authors : authors
        item.author = item.authors.first?.displayedName
        item.categories = object.strings("tags", limit: FeedLimits.categories).map { FeedCategory(term: $0) }
        readLinks(of: object, into: &item)
        readTexts(of: object, into: &item)
        item.enclosures = object.objects("attachments", limit: FeedLimits.enclosures).first.compactMap(enclosure)
        item.media = ["image", "banner_image"].compactMap { object.address($0, base: base) }.map(picture)
        return item
    }
}

extension JSONItemReader {
    private func date(_ name: String, of object: JSONObject) -> FeedDate? {
        object.stringOrNumber(name, limit: FeedLimits.word).map { FeedDate.read($0, timeZone: timeZone) }
    }

    private func readLinks(of object: JSONObject, into item: inout ParsedItem) {
        let external = object.address("external_url", base: base)
        item.link = object.address("url", base: base) ?? external
        if let external, external != item.link { item.links.append(FeedLink(relation: "related", url: external)) }
    }

    private func readTexts(of object: JSONObject, into item: inout ParsedItem) {
        item.title = text("title", of: object, limit: FeedLimits.title)
        item.summary = text("summary", of: object, limit: FeedLimits.body)
        if let html = text("content_html", of: object, limit: FeedLimits.body, kind: .html, language: item.language) {
            item.contents.append(Content(html, mediaType: "text/html"))
        }
        if let plain = text("content_text", of: object, limit: FeedLimits.body, language: item.language) {
            item.contents.append(Content(plain, mediaType: "text/plain"))
        }
    }

    private func text(
        _ name: String, of object: JSONObject, limit: Int, kind: MarkupText.Kind = .plain, language: String? = nil
    ) -> MarkupText? {
        object.string(name, limit: limit).map { MarkupText($0, kind: kind, base: base, language: language) }
    }

    private func enclosure(_ attachment: JSONObject) -> Enclosure? {
        guard let url = attachment.address("url", base: base) else { return nil }
        return Enclosure(
            url: url, type: attachment.string("mime_type", limit: FeedLimits.word), length: attachment.digits("size_in_bytes"),
            title: attachment.string("title", limit: FeedLimits.title), duration: attachment.double("duration_in_seconds"))
    }

    private func picture(_ url: String) -> MediaAsset {
        var asset = MediaAsset()
        asset.renditions = [MediaAsset.Rendition(url: url, medium: "image")]
        return asset
    }
}
