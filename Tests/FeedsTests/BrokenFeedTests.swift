// SPDX-License-Identifier: Apache-2.0
import Feeds
import Markup
import Testing

private let broken: [(String, [String])] = [
    ("<rss><channel><item><title>A & B</title></item><item><title>C</title></item></channel></rss>", ["A & B", "C"]),
    ("<rss><channel><item><title>caf&eacute;&nbsp;x</title></item></channel></rss>", ["café\u{A0}x"]),
    ("<rss><channel><item><title>&bogus;</title></item></channel></rss>", ["&bogus;"]),
    ("<rss><channel><item><title>1<item><title>2</title></item></channel></rss>", ["1", "2"]),
    ("<rss><channel><item><title>1</title><description><p>x<br>y</p></item><item><title>2</title></item></channel></rss>", ["1", "2"]),
    ("<rss><channel><item><dc:title>no declaration</dc:title></item></channel></rss>", ["no declaration"]),
    ("<rss><channel><item><title>1</title></item></channel></rss><rss><item><title>2</title></item></rss>", ["1"]),
    ("Warning: mysql_connect() in /x on line 1\n<rss><channel><item><title>1</title></item></channel></rss>", ["1"]),
    (
        "<!DOCTYPE rss PUBLIC '-//N//DTD RSS 0.91//EN' 'http://127.0.0.1:1/x.dtd'><rss><channel><item><title>&copy;</title></item></channel></rss>",
        ["©"]
    ),
]

@Test(arguments: broken)
func `reads the items of a broken document`(text: String, titles: [String]) throws {
    let feed = try feed(text)
    #expect(feed.items.map { $0.title?.value } == titles)
    #expect(!feed.isWellFormed && !feed.repairs.isEmpty && !feed.isTruncated)
}

@Test func `leaves out the item in which a document breaks off`() throws {
    let feed = try feed("<rss><channel><title>t</title><item><title>1</title></item><item><title>2</title><description>Half a sto")
    #expect(feed.items.map { $0.title?.value } == ["1"])
    #expect(feed.isTruncated && !feed.isWellFormed && feed.repairs == ["the document breaks off", "the last entry is incomplete"])
}

@Test func `shows the item in which a document breaks off, but makes no story of it`() throws {
    let feed = try feed("<rss><channel><item><guid>1</guid></item><item><guid>2</guid><title>Half a sto")
    #expect(feed.items.map(\.id) == ["1"] && feed.tornItem?.id == "2" && feed.tornItem?.title?.value == "Half a sto")
    var json = JSONWriter()
    FeedReport(feed: feed, file: "f", isRaw: false).write(into: &json)
    #expect(json.text.contains(#"{"id":"2","title":"Half a sto"}"#))
}

@Test(arguments: ["<rss><channel><x><item><title>1", "<rss><x><entry>", "<rdf:RDF><item", "<rss><channel><title><item>"])
func `finds no item in a document that breaks off in what only looks like one`(text: String) {
    #expect(throws: FeedError.self) { try feed(text) }
}

@Test func `keeps every item of a document that breaks off between items`() throws {
    let feed = try feed("<rss><channel><item><title>1</title></item><item><title>2</title></item>")
    #expect(feed.items.count == 2 && feed.isTruncated)
}

@Test func `keeps the items before a limit`() throws {
    let feed = try feed("<rss><channel><item><title>1</title></item>" + String(repeating: "<a>", count: 200))
    #expect(feed.items.count == 1 && feed.isTruncated && feed.repairs == ["stopped by a limit: too-deep"])
}

@Test func `takes a default namespace of RSS for none, and another prefix for another word`() throws {
    let text = """
        <rss version="2.0" xmlns="http://backend.userland.com/RSS2" xmlns:s="urn:shop"><channel><item>
        <s:title>price list</s:title><title>story</title><s:link>https://no.test/</s:link></item></channel></rss>
        """
    let item = try #require(try feed(text).items.first)
    #expect(item.title?.value == "story" && item.link == nil)
}

@Test func `reads a news sitemap`() throws {
    let text = """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>
        <loc>https://n.test/1</loc><news:news><news:publication><news:name>N</news:name><news:language>de</news:language></news:publication>
        <news:publication_date>2024-02-20T10:00:00Z</news:publication_date><news:title>Nebel</news:title></news:news></url></urlset>
        """
    let item = try #require(try feed(text).items.first)
    #expect(item.link == "https://n.test/1" && item.title?.value == "Nebel" && item.language == "de" && item.publisher == "N")
    #expect(item.published?.instant?.rfc3339 == "2024-02-20T10:00:00Z")
}

@Test func `uses HTTP's language where the document says none`() throws {
    let source = DocumentSource(language: "pt-BR")
    #expect(try feed("<rss><channel/></rss>", source: source).language == "pt-BR")
    #expect(try feed("<rss><channel><language>es</language></channel></rss>", source: source).language == "es")
}
