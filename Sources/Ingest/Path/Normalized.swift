// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Feeds
import FoundationEssentials

/// What the items of one document came to: articles, or the reasons why not.
struct Normalized: Sendable {
    var articles: [Article] = []
    var rejections: [Rejection] = []
    /// The ids of entries that the publisher withdrew (RFC 6721).
    var deletions: [String] = []

    /// The document broke off.
    var isTruncated = false

    var items: Int { articles.count + rejections.count }
}

extension Normalized {
    /// Makes the items of a document into articles.
    init(_ document: ParsedFeed, of feed: FeedSettings, places: PlaceTable, received: Date) {
        let normalizer = Normalizer(context: FeedContext(feed), places: places)
        self.init(deletions: document.deletions.map(\.id), isTruncated: document.isTruncated)
        for item in document.items {
            do {
                articles.append(try normalizer.article(from: item, in: document, received: received))
            } catch {
                rejections.append(Rejection(position: item.position, id: item.id ?? item.link, reason: error.message))
            }
        }
        if isTruncated { rejections.append(Rejection(position: document.items.count, reason: "the document breaks off here")) }
    }
}

extension FeedContext {
    init(_ feed: FeedSettings) {
        self.init(
            name: feed.name, url: feed.url, agency: feed.agency.flatMap(Agency.code), language: feed.language, tags: feed.tags)
    }
}
