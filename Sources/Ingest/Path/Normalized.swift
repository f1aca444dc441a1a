// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Feeds
import FoundationEssentials
import Transport

/// What the items of one document came to: articles, or the reasons why not.
struct Normalized: Sendable {
    var articles: [Article] = []
    var rejections: [Rejection] = []
    /// The entries that the publisher deleted (RFC 6721).
    var deletions: [Withdrawal] = []

    /// The document broke off.
    var isTruncated = false

    var items: Int { articles.count + rejections.count }
}

extension Normalized {
    /// Makes the items of a document into articles.
    init(_ document: ParsedFeed, from response: FetchResponse, of feed: FeedSettings, places: PlaceTable, received: Date) {
        let normalizer = Normalizer(context: FeedContext(feed), places: places, document: Provenance(response))
        self.init(deletions: document.deletions.map { Withdrawal(id: $0.id, reason: $0.comment) }, isTruncated: document.isTruncated)
        normalizer.articles(of: document, received: received) { item, result in
            switch consume result {
            case .success(let article): articles.append(article)
            case .failure(let error):
                rejections.append(Rejection(position: item.position, id: item.id ?? item.link, reason: error.message))
            }
        }
        if document.itemsBeyondLimit > 0 {
            let reason = "\(document.itemsBeyondLimit) items beyond the limit of one document were left out"
            rejections.append(Rejection(position: document.items.count, reason: reason))
        }
        if isTruncated { rejections.append(Rejection(position: document.items.count, reason: "the document breaks off here")) }
    }
}

extension Provenance {
    /// What the response says of its document.
    init(_ response: FetchResponse) {
        self.init(fetched: Redaction.withoutSecrets(response.url))
        sha256 = SHA256.hex(response.body)
        etag = response.header("ETag")
        lastModified = response.header("Last-Modified")
        date = response.header("Date")
        contentType = response.header("Content-Type")
    }
}

extension FeedContext {
    init(_ feed: FeedSettings) {
        self.init(
            name: feed.name, url: Redaction.withoutSecrets(feed.url), agency: feed.agency.flatMap(Agency.code), language: feed.language,
            tags: feed.tags, rights: feed.rights, urgency: feed.urgency, timeZone: feed.timeZone,
            readsEmbargoLines: feed.readsEmbargoLines, holdsEmbargoed: feed.holdsEmbargoed)
    }
}
