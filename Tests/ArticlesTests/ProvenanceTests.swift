// SPDX-License-Identifier: Apache-2.0
import Articles
import Feeds
import FoundationEssentials
import Markup
import Testing

struct ProvenanceTests {
    private static let rss = """
        <rss version="2.0"><channel><title>Demo</title><item><guid>a</guid><title>One</title></item>
        <item><guid>b</guid><title>Two&nbsp;</title></item></channel></rss>
        """

    @Test func `says which document a story stood in, and where`() throws {
        var origin = Provenance(fetched: "https://ann:secret@feeds.example/a.xml")
        origin.etag = "\"1\""
        let feed = try FeedReader.read(Array(Self.rss.utf8), source: DocumentSource(url: "https://feeds.example/a.xml"))
        let context = FeedContext(name: "demo", url: "https://feeds.example/a.xml", tags: ["world"])
        var articles: [Article] = []
        Normalizer(context: context, places: .base, document: origin).articles(
            of: feed, received: Date(timeIntervalSince1970: 1_704_067_200)
        ) {
            if case .success(let article) = $1 { articles.append(article) }
        }
        #expect(articles.map { $0.provenance?.position } == [1, 2])
        #expect(articles.first?.provenance?.url == "https://feeds.example/a.xml")
        #expect(articles.first?.provenance?.format == "rss20")
        #expect(articles.first?.provenance?.etag == "\"1\"")
        #expect(articles.first?.provenance?.repairs == feed.repairs)
        #expect(!feed.repairs.isEmpty)
        #expect(articles.first?.feed.tags == ["world"])
        var json = JSONWriter(capacity: 1_000)
        articles.first?.write(into: &json)
        #expect(try Article(json: json.bytes) == articles.first)
    }
}
