// SPDX-License-Identifier: Apache-2.0
import Articles
import Foundation

/// A labelled pair of stories, from a file of JSON lines that is no part of the project.
struct Pair: Decodable {
    struct Side: Decodable {
        var date: String
        var title: String
        var slug: String?
        var body: String?
    }

    var id: String
    var kind: String
    var label: String
    var recurring: Int?
    var a: Side
    var b: Side

    /// Two states of one story; a headline alone is found by other means.
    var isOneStory: Bool { label != "different" && !kind.hasPrefix("snap") }

    static func read(_ path: String) throws -> [Pair] {
        try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Pair.self, from: $0) }
    }
}

extension Pair.Side {
    /// The story in the shape that the normaliser gives, but for its dateline.
    func article(_ name: String) -> Article {
        let fetched = Article.Moment(utc: "\(date.prefix(19))Z", quality: "exact")
        var article = Article(feed: Article.FeedReference(name: "pairs", url: "https://wire.example/feed"), fetched: fetched)
        (article.headline, article.headlineRaw, article.text, article.slug) = (title, title, body ?? "", slug)
        (article.ids.guid, article.language, article.effective, article.published) = (name, "en", fetched, fetched)
        article.hashes = Article.Hashes(headline: article.headline, text: article.text)
        return article
    }
}
