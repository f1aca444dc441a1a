// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import FoundationEssentials
import GRDB
import Stories
import TestSupport

/// 2026-03-01T12:00:00.250Z, and later by whole seconds.
func time(_ seconds: Int = 0) -> Date {
    Date(timeIntervalSince1970: 1_772_366_400.25 + Double(seconds))
}

extension Article {
    /// The item number `n` of a feed, in the shape that the normaliser gives.
    static func item(
        _ n: Int, feed: String = "coast", headline: String? = nil, text: String? = nil, minute: Int = 0, markers: [Marker]? = nil
    ) -> Article {
        let fetched = Moment(utc: "2026-03-01T12:00:00Z", quality: "fetch-time")
        var article = Article(feed: FeedReference(name: feed, url: "https://\(feed).example/feed.xml"), fetched: fetched)
        article.ids.guid = "\(feed)-\(n)"
        article.link = "https://\(feed).example/story/\(n)?utm_source=rss"
        article.canonicalLink = "https://\(feed).example/story/\(n)"
        article.headline = headline ?? "Harbour report number \(n) from the northern coast"
        article.text =
            text ?? "Ship \(n) entered the harbour on Sunday morning with \(n) crates of oranges, the harbour master of the coast said."
        article.markers = markers
        article.published = Moment(utc: "2026-03-01T10:\(minute < 10 ? "0" : "")\(minute):00Z", quality: "exact")
        article.effective = article.published ?? fetched
        article.hashes = Hashes(headline: article.headline, text: article.text)
        return article
    }
}

extension Batch {
    /// A poll of a feed of the publisher `coast` that brought `articles`.
    static func of(_ articles: [Article], feed: String = "coast", publisher: String = "coast", at seconds: Int = 0) -> Batch {
        var state = FeedState(name: feed, url: "https://\(feed).example/feed.xml")
        state.entityTag = Array("\"v\(seconds)\"".utf8)
        var batch = Batch(feed: state, publisher: publisher, articles: articles, at: time(seconds))
        batch.poll = PollSummary(status: 200, items: articles.count, bytes: 4096, duration: .milliseconds(120))
        return batch
    }
}

extension Commitment {
    /// `verdict r revision` of each receipt, in order.
    var verdicts: [String] { receipts.map { "\($0.verdict.rawValue) r\($0.revision)" } }
}

extension Catalog {
    /// The lines of the ingestion log so far.
    func lines() throws -> [String] {
        try events(after: 0, limit: .max).map { String(decoding: $0.line, as: UTF8.self) }
    }
}

extension TemporaryDirectory {
    /// The catalog's file as a second connection, for what only a hostile neighbour does.
    func sabotage(_ sql: String) throws {
        try DatabaseQueue(path: path("catalog.sqlite")).write { try $0.execute(sql: sql) }
    }
}
