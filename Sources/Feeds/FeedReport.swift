// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
public import Markup

/// One document as a JSON object, as `wirespool parse` prints it (wirespool(1)).
///
/// Titles, summaries and contents keep their markup, sanitised and with absolute URLs, or as sent when `isRaw`. What is absent has no member.
public struct FeedReport: Sendable {
    /// What the document said.
    public var feed: ParsedFeed
    /// The document's name as the user gave it.
    public var file: String
    /// True prints texts as sent, false sanitises them.
    public var isRaw: Bool

    /// A report on `feed`, which was read from `file`.
    public init(feed: ParsedFeed, file: String, isRaw: Bool) {
        self.feed = feed
        self.file = file
        self.isRaw = isRaw
    }

    /// Writes the object, without a line break.
    public func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("file", file)
            json.member("format", feed.format.rawValue)
            json.member("encoding", feed.encoding)
            json.member("wellformed", feed.isWellFormed)
            json.key("repairs")
            json.array { json in
                for repair in feed.repairs { json.value(repair) }
            }
            let writer = ReportWriter(isRaw: isRaw)
            json.member("feed", object: { writer.write(feed, into: &$0) })
            json.key("entries")
            json.array { json in
                // A span lends its elements, where a loop over the array would copy each.
                let items = feed.items.span
                for index in items.indices { json.object { writer.write(items[index], into: &$0) } }
                // Whoever looks at a document wants to see all of it; the story itself waits for the whole of it.
                if let item = feed.tornItem { json.object { writer.write(item, into: &$0) } }
            }
        }
    }

    /// Writes the object of a document that is no feed.
    public static func write(_ error: FeedError, file: String, into json: inout JSONWriter) {
        json.object { json in
            json.member("file", file)
            json.member(
                "error",
                object: { json in
                    json.member("stage", "parse")
                    json.member("label", error.label.rawValue)
                    json.member("message", error.message)
                })
        }
    }
}

/// Writes the members of a report; apart from it, so that the closures of an item do not each hold the whole feed.
private struct ReportWriter {
    let isRaw: Bool

    func write(_ feed: ParsedFeed, into json: inout JSONWriter) {
        member("title", feed.title, into: &json)
        json.member("link", feed.link)
        member("subtitle", feed.subtitle, into: &json)
        json.member("id", feed.id)
        json.member("language", feed.language)
        member("rights", feed.rights, into: &json)
        json.member("generator", feed.generator)
        json.member("updated", feed.updated)
        json.member("ttl", feed.rhythm.timeToLive)
        json.member("license", feed.license)
        if let image = feed.image {
            json.member(
                "image",
                object: { json in
                    json.member("url", image.url)
                    json.member("title", image.title)
                    json.member("link", image.link)
                })
        }
        json.members(author: feed.author, authors: feed.authors, contributors: feed.contributors)
        json.member("categories", feed.categories) { $0.element($1) }
    }

    func write(_ item: ParsedItem, into json: inout JSONWriter) {
        json.member("id", item.id)
        json.member("link", item.link)
        member("title", item.title, into: &json)
        member("summary", item.summary, into: &json)
        json.member("content", item.contents) { json, content in
            json.object { json in
                member("value", content.text, into: &json)
                json.member("type", content.mediaType)
            }
        }
        json.member("published", item.published)
        json.member("updated", item.updated)
        member("rights", item.rights, into: &json)
        json.members(author: item.author, authors: item.authors, contributors: item.contributors)
        json.member("categories", item.categories) { $0.element($1) }
        json.member("enclosures", item.enclosures) { $0.element($1) }
        json.member("media", MediaLine.sparing(item.media.flatMap(flatten))) { $0.element($1) }
        if let source = item.source { json.member("source", object: { $0.members(of: source) }) }
        json.member("language", item.language)
        json.member("license", item.license)
        if let point = item.geo { json.member("geo", object: { $0.members(of: point) }) }
        if let shape = item.shape { json.member("shape", object: { $0.members(of: shape) }) }
    }

    private func member(_ name: StaticString, _ text: MarkupText?, into json: inout JSONWriter) {
        guard let text else { return }
        json.key(name)
        if !isRaw, let sanitised = text.sanitised { json.value(utf8: sanitised) } else { json.value(text.value) }
    }

    private func text(_ text: MarkupText?) -> String? {
        guard !isRaw, let sanitised = text?.sanitised else { return text?.value }
        return String(decoding: sanitised, as: UTF8.self)
    }

    /// Every rendition, with the credits and description of its asset; an asset without renditions has a line for each credit.
    private func flatten(_ asset: MediaAsset) -> [MediaLine] {
        let description = text(asset.description)
        guard !asset.renditions.isEmpty else {
            let credits: [String?] = asset.credits.isEmpty ? [nil] : asset.credits.map(\.value)
            return credits.map { MediaLine(credit: $0, description: description) }
        }
        let credits = asset.credits.isEmpty ? nil : asset.credits.map(\.value).joined(separator: ", ")
        return asset.renditions.map { MediaLine(url: $0.url, type: $0.type, credit: credits, description: description) }
    }
}
