// SPDX-License-Identifier: Apache-2.0
import Articles
import Feeds
import Foundation
import Testing

struct FeedToArticleTests {
    @Test func `a document becomes an article with caption, dateline and its paragraphs in order`() throws {
        let article = try article(ofFixture: "caption-before-dateline.xml")
        #expect(article.media?.count == 1)
        #expect(article.media?[0].caption == "Workers carry sandbags in Lima, capital of Peru, on Feb.20, 2018.")
        #expect(article.media?[0].credit == Credit(raw: "(Xinhua/Ewa Sample)", person: "Ewa Sample", agency: "Xinhua"))
        #expect(article.dateline?.raw == "MADRID, Feb. 20 (Xinhua) --")
        #expect(article.dateline?.country == "ES")
        #expect(article.dateline?.date == "2018-02-20")
        let paragraphs = article.text.split(separator: "\n\n")
        #expect(paragraphs.count == 9)
        #expect(paragraphs.first == "The ministry said Tuesday that \"several\" houses were damaged.")
        #expect(paragraphs.last == "The ninth ends it.")
        #expect(article.summary == nil)
        #expect(article.canonicalLink == "https://wire.example/c_1.htm")
        #expect(article.published?.utc == "2018-02-20T14:15:00Z")
        #expect(article.bodyComplete == false)
        #expect(article.warnings == nil)
    }

    private func article(ofFixture name: String) throws -> Article {
        let url = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil)).appending(path: name)
        let feed = try FeedReader.read([UInt8](Data(contentsOf: url)), source: DocumentSource(url: "https://wire.example/rss.xml"))
        let normalizer = Normalizer(context: FeedContext(name: "demo", url: "https://wire.example/rss.xml"), places: .base)
        return try normalizer.article(from: try #require(feed.items.first), in: feed, received: Date(timeIntervalSince1970: 1_519_200_000))
    }
}
