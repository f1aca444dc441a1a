// SPDX-License-Identifier: Apache-2.0
import Feeds
import Foundation
import Testing

func fixture(_ name: String) throws -> [UInt8] {
    let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil))
    return Array(try Data(contentsOf: url))
}

func feed(_ text: String, source: DocumentSource = DocumentSource()) throws(FeedError) -> ParsedFeed {
    try FeedReader.read(Array(text.utf8), source: source)
}

/// The one item of an RSS 2.0 document with the usual prefixes.
func item(_ inner: String, source: DocumentSource = DocumentSource()) throws -> ParsedItem {
    let declarations = """
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss" \
        xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/DTDs/PodCast-1.0.dtd" \
        xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" \
        xmlns:a="http://www.w3.org/2005/Atom" xmlns:cc="http://web.resource.org/cc/" xmlns:x="urn:other" \
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"
        """
    let feed = try feed("<rss version=\"2.0\" \(declarations)><channel><item>\(inner)</item></channel></rss>", source: source)
    return try #require(feed.items.first)
}

private let formats: [(String, FeedFormat)] = [
    ("<rss version='0.91'><channel/></rss>", .rss091),
    ("<rss version='0.92'><channel/></rss>", .rss092),
    ("<rss version='2.0.1'><channel/></rss>", .rss20),
    ("<rss><channel/></rss>", .rss20),
    ("<r:rss xmlns:r='http://backend.userland.com/rss2' version='2.0'/>", .rss20),
    ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel/></rdf:RDF>", .rss10),
    (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel/></rdf:RDF>",
        .rss090
    ),
    ("<feed xmlns='http://www.w3.org/2005/Atom'/>", .atom10),
    ("<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>", .atom03),
    ("<feed/>", .atom10),
    ("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", .newssitemap),
    ("\n\n <?xml version='1.0'?><!-- hello --><rss version='2.0'/>", .rss20),
]

@Test(arguments: formats)
func `tells a format by its root, whatever its label`(text: String, format: FeedFormat) throws {
    let source = DocumentSource(contentType: "text/html")
    #expect(try feed(text, source: source).format == format)
}

private let noFeeds: [(String, FeedError)] = [
    ("", FeedError(.empty, "empty document")),
    (" \n\t", FeedError(.empty, "empty document")),
    ("hello", FeedError(.notAFeed, "the document begins with 'hello'")),
    ("<!doctype html><html><body>Login</body></html>", FeedError(.notAFeed, "the page begins with <html>")),
    ("<HTML><p>unclosed<br></HTML>", FeedError(.notAFeed, "the page begins with <html>")),
    ("<opml version='2.0'/>", FeedError(.notAFeed, "the document's root is <opml>")),
    ("<html><title>Just a moment...</title></html>", FeedError(.challenge, "a page that asks for a browser ('just a moment...')")),
    (
        "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><rss><channel><item><title>&a;</title></item></channel></rss>",
        FeedError(.doctypeDeclaration, "the document declares entities, elements or attributes of its own")
    ),
    ("<rss><channel>" + String(repeating: "<a>", count: 200), FeedError(.tooDeep, "stopped by a limit: too-deep")),
    ("<rss><channel><item><title>x</tit", FeedError(.malformed, "the document breaks off before the end of its first item")),
]

@Test(arguments: noFeeds)
func `says what a document is that is no feed`(text: String, expected: FeedError) {
    #expect(throws: expected) { try feed(text) }
}

@Test func `reads RSS with Media RSS of an agency`() throws {
    let feed = try FeedReader.read(fixture("wire-mrss.xml"), source: DocumentSource(url: "https://wire.example/world.rss"))
    #expect(feed.isWellFormed && feed.repairs.isEmpty && feed.encoding == "us-ascii" || feed.encoding == "utf-8")
    #expect(feed.title?.value == "Harbour Wire: World" && feed.link == "https://wire.example/world/" && feed.language == "en")
    #expect(feed.links == [FeedLink(relation: "self", url: "https://wire.example/world.rss", type: "application/rss+xml")])
    #expect(feed.rhythm.timeToLive == 5 && feed.rhythm.skippedHours == [0, 2] && feed.rhythm.skippedDays == [7])
    let item = try #require(feed.items.first)
    #expect(item.title == MarkupText("UPDATE 2-Ferry & barge collide off Port Vale", base: "https://wire.example/world.rss"))
    #expect(item.id == "tag:wire.example,0000:harbour_A1B2C3:1597550438" && !item.isIDPermalink)
    #expect(item.link == "https://wire.example/c.html?id=17&lang=en")
    #expect(item.published?.instant?.rfc3339 == "2024-02-20T08:15:00Z")
    #expect(item.authors.map(\.name) == ["Ann Marsh", "Bo Lind"] && item.author == "Ann Marsh" && item.publisher == "Harbour Wire")
    #expect(item.categories == [FeedCategory(term: "03000000", scheme: "http://cv.iptc.org/newscodes/subjectcode")])
    #expect(item.status == "active" && item.contents.isEmpty)
}

@Test func `keeps what belongs to each picture with that picture`() throws {
    let feed = try FeedReader.read(fixture("wire-mrss.xml"), source: DocumentSource())
    let media = try #require(feed.items.first?.media)
    try #require(media.count == 2)
    #expect(media[0].type == "StillImage" && media[0].renditions.map(\.width) == [1200, 300])
    #expect(media[0].renditions[0].bytes == 204_800 && media[0].renditions[0].medium == "image")
    #expect(media[0].credits == [MediaCredit("Cy Dow", role: "photographer")] && media[0].description?.value == "The ferry in fog.")
    #expect(media[0].rights == "(c) Harbour" && media[0].rightsURL == "https://wire.example/terms")
    #expect(media[1].credits == [MediaCredit("Di Eck")] && media[1].title?.value == "The barge" && media[1].description == nil)
    #expect(feed.items.first?.title?.value.hasPrefix("UPDATE") == true)
}

@Test func `reads RDF with its items beside the channel`() throws {
    let feed = try FeedReader.read(fixture("agency-rdf.xml"), source: DocumentSource())
    #expect(feed.format == .rss10 && feed.title?.value == "港通信" && feed.language == "ja" && feed.items.count == 2)
    #expect(feed.image == FeedImage(url: "https://news.example/logo.png", title: "港", link: "https://news.example/"))
    #expect(feed.rhythm.updatePeriod == "hourly" && feed.rhythm.updateFrequency == 4)
    let first = feed.items[0]
    #expect(first.id == "https://news.example/1" && first.link == "https://news.example/1.html" && first.language == "ja")
    #expect(first.published?.instant?.rfc3339 == "2024-02-20T01:15:00Z" && first.categories.map(\.term) == ["社会"])
    #expect(first.summary == nil && first.contents.count == 1 && first.contents[0].isComplete)
    #expect(first.contents[0].text.value == "<p>【港共同】霧の中で<b>船</b>が衝突した。</p>" && first.contents[0].text.kind == .html)
    #expect(feed.items[1].link == "https://news.example/2.html" && feed.items[1].language == "en")
}

@Test func `reads Atom by its rules`() throws {
    let feed = try FeedReader.read(fixture("atom-full.xml"), source: DocumentSource(url: "https://elsewhere.example/x"))
    #expect(feed.title?.kind == .html && feed.title?.value == "Harbour &amp; Sea" && feed.subtitle?.kind == .plain)
    #expect(feed.subtitle?.value == "1 < 2" && feed.link == "https://atom.example/" && feed.id == "urn:x-harbour:feed")
    #expect(feed.links.map(\.relation) == ["self", "next"] && feed.links.last?.url == "https://atom.example/feeds/all.atom?page=2")
    #expect(feed.author == "Desk (desk@atom.example)" && feed.language == "en-GB" && feed.items.count == 3)
    #expect(feed.deletions.map(\.id) == ["urn:x-harbour:9"] && feed.deletions.first?.comment == "withdrawn")
}

@Test func `reads an Atom entry by its rules`() throws {
    let feed = try FeedReader.read(fixture("atom-full.xml"), source: DocumentSource())
    let entry = feed.items[0]
    let base = "https://atom.example/feeds/2024/"
    #expect(entry.title == MarkupText("A <em>foggy</em> day", kind: .xhtml, base: base, language: "en-GB"))
    #expect(
        entry.link == base + "one.html" && entry.license == "https://cc.example/by" && entry.links.map(\.relation) == ["license", "via"])
    #expect(entry.enclosures == [Enclosure(url: base + "one.mp3", type: "audio/mpeg", length: "1234")])
    #expect(entry.summary == MarkupText("A plain & short one", base: base, language: "en-GB"))
    let body = #"<p>Un <a href="deux.html">lien</a> &amp; <br/>&lt;rien&gt;</p>"#
    #expect(entry.contents == [Content(MarkupText(body, kind: .xhtml, base: base, language: "fr"), mediaType: "application/xhtml+xml")])
    #expect(entry.categories == [FeedCategory(term: "sea", scheme: "https://atom.example/cat", label: "The sea")])
    #expect(entry.contributors == [Person(name: "Eve", uri: "https://atom.example/eve")])
    #expect(entry.source?.title == "Other" && entry.source?.id == "urn:x-source" && entry.source?.link == "https://other.example/")
    #expect(entry.published?.instant?.rfc3339 == "2024-02-20T08:00:00Z" && entry.updated?.instant?.rfc3339 == "2024-02-20T09:00:00Z")
    // RFC 4287 §4.2.1: the source's author before the feed's.
    #expect(entry.author == "Olga" && feed.items[1].author == "Desk (desk@atom.example)")
    #expect(feed.items[1].title == MarkupText("AT&T <b>", base: "https://atom.example/feeds/", language: "en-GB"))
    #expect(feed.items[2].contents.first?.text.value == "Hello" && feed.items[2].link == nil)
}
