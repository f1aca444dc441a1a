// SPDX-License-Identifier: Apache-2.0
import Markup

/// Reads JSON Feed 1.0 and 1.1 (jsonfeed.org).
///
/// Members of a wrong type count as absent, and everything is bounded as in XML feeds: 16 MB, 64 levels, 5,000 items, 25,000 objects and arrays,
/// 400,000 values, of which 50,000 in one item.
public enum JSONFeedReader {
    /// Reads a document; a JSON document that is no feed is an error `not-a-feed`, one that breaks off `malformed`.
    public static func read(_ bytes: [UInt8], source: DocumentSource) throws(FeedError) -> ParsedFeed {
        guard bytes.count <= XMLLimits().bytes else { throw FeedError(limit: .bytes) }
        let isValid = isValid(bytes)
        // A string is a copy, and one more is made of it.
        var text = isValid ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        guard let document = try JSONDocument(text) else { throw unreadable(bytes) }
        let head = document.head
        guard let version = head.string("version", limit: 100), let format = format(ofVersion: version) else {
            throw FeedError(.notAFeed, "a JSON document that is no feed: it has no version of jsonfeed.org")
        }
        var feed = ParsedFeed(format: format, encoding: "utf-8", isWellFormed: true)
        if !isValid { feed.repairs.append("bad bytes replaced") }
        read(head, from: source, into: &feed)
        let reader = JSONItemReader(feed: feed, source: source)
        guard let items = document.items(limit: FeedLimits.items, reader.read) else { throw unreadable(bytes) }
        feed.items = items.first
        feed.itemsBeyondLimit = items.count - items.first.count
        feed.tellItemsBeyondLimit()
        return feed
    }

    private static func unreadable(_ bytes: [UInt8]) -> FeedError {
        let claimsToBeFeed = bytes.prefix(1 << 12).firstRange(of: Array("jsonfeed.org/version".utf8)) != nil
        return claimsToBeFeed
            ? FeedError(.malformed, "a JSON feed that breaks off or is no JSON")
            : FeedError(.notAFeed, "a JSON document that is no feed: it can't be parsed")
    }

    private static func isValid(_ bytes: [UInt8]) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            return false
        }
    }

    private static func format(ofVersion version: String) -> FeedFormat? {
        guard let range = version.firstRange(of: "jsonfeed.org/version/1") else { return nil }
        return [".1", ".1/"].contains(version[range.upperBound...]) ? .jsonfeed11 : .jsonfeed10
    }

    private static func read(_ document: JSONObject, from source: DocumentSource, into feed: inout ParsedFeed) {
        let base = source.url ?? document.string("feed_url", limit: FeedLimits.url)
        feed.title = document.string("title", limit: FeedLimits.title).map { MarkupText($0) }
        feed.link = document.address("home_page_url", base: base)
        feed.subtitle = document.string("description", limit: FeedLimits.body).map { MarkupText($0) }
        feed.language = document.string("language", limit: FeedLimits.word) ?? source.language
        feed.image = (document.address("icon", base: base) ?? document.address("favicon", base: base)).map { FeedImage(url: $0) }
        feed.authors = document.authors(base: base)
        feed.author = feed.authors.first?.displayedName
        feed.links = [("feed_url", "self"), ("next_url", "next")].compactMap { name, relation in
            document.address(name, base: base).map { FeedLink(relation: relation, url: $0) }
        }
        for hub in document.objects("hubs", limit: FeedLimits.links).first {
            if let url = hub.address("url", base: base) { feed.links.append(FeedLink(relation: "hub", url: url)) }
        }
    }
}

extension JSONObject {
    /// `authors` of version 1.1, or else `author` of 1.0.
    func authors(base: String?) -> [Person] {
        let several = objects("authors", limit: FeedLimits.persons).first
        let all = several.isEmpty ? object("author").map { [$0] } ?? [] : several
        return all.compactMap { author in
            let person = Person(name: author.string("name", limit: FeedLimits.word), uri: author.address("url", base: base))
            return person == Person() ? nil : person
        }
    }
}

extension Person {
    /// What stands for a JSON Feed's author on one line: the name, or else the address.
    var displayedName: String? { name ?? uri }
}
