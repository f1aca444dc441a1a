// SPDX-License-Identifier: Apache-2.0
import Feeds
import Testing

private let extensions: [ItemExample] = [
    ItemExample("<thr:in-reply-to ref='tag:e.test,2024:1' href='https://e.test/1'/>", "in-reply-to https://e.test/1", links),
    ItemExample("<thr:in-reply-to ref='tag:e.test,2024:1'/>", "in-reply-to tag:e.test,2024:1", links),
    ItemExample("<comments>story#talk</comments>", "replies https://e.test/dir/story#talk", links),
    ItemExample("<wfw:commentRss>https://e.test/talk.rss</wfw:commentRss>", "replies https://e.test/talk.rss", links),
    ItemExample("<slash:section>world</slash:section><slash:comments>4</slash:comments>", "world", categories),
    ItemExample("<prism:publicationDate>2024-02-20T10:00:00Z</prism:publicationDate>", "2024-02-20T10:00:00Z", published),
    ItemExample(
        "<pubDate>20 Feb 2024 10:00 GMT</pubDate><prism:publicationDate>2001-01-01</prism:publicationDate>", "2024-02-20T10:00:00Z",
        published
    ),
    ItemExample("<prism:publicationName>The Wire</prism:publicationName>", "The Wire") { $0.publisher },
    ItemExample("<dc:publisher>D</dc:publisher><prism:publicationName>P</prism:publicationName>", "D") { $0.publisher },
    ItemExample("<googleplay:author>Ann</googleplay:author>", "Ann") { $0.author },
    ItemExample("<media:group><media:content url='https://e.test/a'/><media:status state='Blocked'/></media:group>", "blocked") {
        $0.media.first?.status
    },
    ItemExample("<media:group><media:content url='https://e.test/a'/><media:status state='blocked'/></media:group>", nil) { $0.status },
]

private let shapes: [ItemExample] = [
    ItemExample("<georss:line>45 -110 46 -109.5</georss:line>", "LineString 45.0,-110.0 46.0,-109.5", shape),
    ItemExample("<georss:polygon>1,2 3,4\n5,6 1,2</georss:polygon>", "Polygon 1.0,2.0 3.0,4.0 5.0,6.0 1.0,2.0", shape),
    ItemExample("<georss:box>42 -71 43 -69</georss:box>", "Box 42.0,-71.0 43.0,-69.0", shape),
    ItemExample(
        "<georss:where><gml:LineString><gml:posList>1 2 3 4</gml:posList></gml:LineString></georss:where>", "LineString 1.0,2.0 3.0,4.0",
        shape
    ),
    ItemExample(
        """
        <georss:where><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>1 2 3 4 5 6 1 2</gml:posList></gml:LinearRing></gml:exterior>
        <gml:interior><gml:LinearRing><gml:posList>9 9 8 8 7 7</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></georss:where>
        """, "Polygon 1.0,2.0 3.0,4.0 5.0,6.0 1.0,2.0", shape),
    ItemExample(
        "<georss:where><gml:Envelope><gml:lowerCorner>1 2</gml:lowerCorner><gml:upperCorner>3 4</gml:upperCorner></gml:Envelope></georss:where>",
        "Box 1.0,2.0 3.0,4.0", shape),
    ItemExample("<georss:line>45 -110</georss:line>", nil, shape), ItemExample("<georss:line>45 -110 46</georss:line>", nil, shape),
    ItemExample("<georss:line>45 -110 91 0</georss:line>", nil, shape), ItemExample("<georss:box>1 2 3 4 5 6</georss:box>", nil, shape),
    ItemExample("<georss:polygon>nan nan 1 1 2 2</georss:polygon>", nil, shape), ItemExample("<georss:line/>", nil, shape),
    // A line names no one point.
    ItemExample("<georss:line>45 -110 46 -109</georss:line>", nil) { $0.geo.map { "\($0)" } },
]

private let severalLinks: [ItemExample] = [
    ItemExample("<link>https://e.test/1</link><link>https://e.test/2</link>", "https://e.test/2") { $0.link },
    ItemExample("<link>https://e.test/1</link><link/>", "https://e.test/1") { $0.link },
    ItemExample("<link>https://e.test/1</link><link href='https://e.test/3'/>", "https://e.test/3") { $0.link },
    ItemExample("<link>https://e.test/1</link><link rel='related' href='https://e.test/3'/>", "https://e.test/1") { $0.link },
    ItemExample("<link>https://e.test/1</link><link rel='alternate' href='https://e.test/3'/>", "https://e.test/1") { $0.link },
    // El País appends related stories as links of Atom without a relation.
    ItemExample("<link>https://e.test/1</link><a:link href='https://e.test/3' title='Another'/>", "https://e.test/1") { $0.link },
]

private let titles: [ItemExample] = [
    ItemExample("<title>AT&amp;amp;T</title>", "AT&T") { $0.title?.plain },
    ItemExample("<title>&amp;quot;No&amp;quot;</title>", "\"No\"") { $0.title?.plain },
    ItemExample("<title>&amp;lt;b&amp;gt;Storm&amp;lt;/b&amp;gt; nears</title>", "Storm nears") { $0.title?.plain },
    ItemExample("<title>&lt;TXN.N&gt; up</title>", "<TXN.N> up") { $0.title?.plain },
    ItemExample("<title>&amp;lt;TXN.N&amp;gt; up</title>", "<TXN.N> up") { $0.title?.plain },
    ItemExample("<title>1 &lt; 2 &amp;amp; 3</title>", "1 < 2 & 3") { $0.title?.plain },
    ItemExample("<title>&lt;i&gt;A&lt;/i&gt; &amp;amp;lt;b&amp;amp;gt;</title>", "A &lt;b&gt;") { $0.title?.plain },
    ItemExample("<title>S&P 500, R&D; &nbsp;up</title>", "S&P 500, R&D; up") { $0.title?.plain },
    ItemExample("<title>Caf&amp;eacute; &amp;#8211; caf&amp;#233;</title>", "Café – café") { $0.title?.plain },
    ItemExample("<title>Fine&amp;comma; he said&amp;period;</title>", "Fine, he said.") { $0.title?.plain },
    ItemExample("<title>&amp;lt;b&amp;gt;&amp;lt;TXN.N&amp;gt;&amp;lt;/b&amp;gt; up</title>", "<TXN.N> up") { $0.title?.plain },
    ItemExample("<title><![CDATA[&lt;p&gt;Storm&lt;/p&gt;]]></title>", "&lt;p&gt;Storm&lt;/p&gt;") { $0.title?.value },
    ItemExample("<description>The &amp;lt;b&amp;gt; tag</description>", "The <b> tag") { $0.summary?.plain },
]

@Sendable private func links(_ item: ParsedItem) -> String? { item.links.map { "\($0.relation) \($0.url)" }.first }
@Sendable private func categories(_ item: ParsedItem) -> String? { item.categories.map(\.term).joined(separator: "|") }
@Sendable private func published(_ item: ParsedItem) -> String? { item.published?.instant?.rfc3339 }
@Sendable private func shape(_ item: ParsedItem) -> String? {
    item.shape.map { shape in
        ([shape.kind.rawValue] + shape.points.map { "\($0.latitude),\($0.longitude)" }).joined(separator: " ")
    }
}

@Test(arguments: extensions + shapes + severalLinks + titles)
func `reads what extensions say of an item`(example: ItemExample) throws {
    let item = try item(example.xml, source: DocumentSource(url: "https://e.test/dir/feed.rss"))
    #expect(example.field(item) == example.expected)
}

@Test(arguments: [
    (
        "<cloud domain='rpc.e.test' port='80' path='/RPC2' registerProcedure='ping' protocol='soap'/>",
        ["cloud http://rpc.e.test/RPC2"]
    ),
    ("<cloud domain='rpc.e.test' port='8080' path='RPC2'/>", ["cloud http://rpc.e.test:8080/RPC2"]),
    ("<cloud domain='rpc.e.test' port='99999999999' path='/'/>", ["cloud http://rpc.e.test/"]), ("<cloud port='80'/>", []),
    ("<atom:link rel='hub' href='https://hub.test/'/>", ["hub https://hub.test/"]),
    (
        "<atom:link rel='self' href='https://e.test/f'/><atom:link rel='prev-archive' href='https://e.test/1'/><atom:link rel='NEXT' href='/2'/>",
        ["self https://e.test/f", "prev-archive https://e.test/1", "next https://e.test/2"]
    ),
])
func `keeps the links of a channel with their relations`(markup: String, links: [String]) throws {
    let source = DocumentSource(url: "https://e.test/dir/feed.rss")
    let feed = try feed("<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel>\(markup)</channel></rss>", source: source)
    #expect(feed.links.map { "\($0.relation) \($0.url)" } == links)
}

@Test func `keeps the hours and days on which a publisher sends nothing`() throws {
    let text = """
        <rss version="0.91"><channel><skipHours><hour>24</hour><hour>3</hour><hour>25</hour><hour>x</hour></skipHours>
        <skipDays><day>Saturday</day><day>SUN</day><day>Someday</day></skipDays></channel></rss>
        """
    let rhythm = try feed(text).rhythm
    #expect(rhythm.skippedHours == [0, 3] && rhythm.skippedDays == [6, 7])
}

@Test func `keeps what was withdrawn, by its id, time and reason`() throws {
    let text = """
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><at:deleted-entry ref="tag:e.test,2024:1"
        when="2024-02-20T10:00:00Z"><at:comment>Story withdrawn</at:comment></at:deleted-entry><entry><id>2</id></entry></feed>
        """
    let feed = try feed(text)
    #expect(feed.items.map(\.id) == ["2"] && feed.deletions.map(\.id) == ["tag:e.test,2024:1"])
    #expect(feed.deletions.first?.comment == "Story withdrawn" && feed.deletions.first?.date?.instant?.rfc3339 == "2024-02-20T10:00:00Z")
}

@Test func `reads keywords and pictures of a news sitemap, and takes a list of pages for no feed`() throws {
    let open = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://n.test/1</loc>"
    let story = """
        \(open)<news:news><news:title>Nebel &amp;amp; Eis</news:title><news:keywords>Wetter, Hafen</news:keywords></news:news><image:image>
        <image:loc>https://n.test/a.jpg</image:loc><image:caption>Der Hafen</image:caption></image:image></url></urlset>
        """
    let item = try #require(try feed(story).items.first)
    #expect(item.title?.plain == "Nebel & Eis" && item.categories.map(\.term) == ["Wetter", "Hafen"])
    #expect(
        item.media.map { $0.renditions.map(\.url) } == [["https://n.test/a.jpg"]] && item.media.first?.description?.plain == "Der Hafen")
    #expect(throws: FeedError.self) { try feed("\(open)</url></urlset>") }
    #expect(try feed("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>").items.isEmpty)
}

@Test(arguments: [
    (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'/>",
        FeedFormat.rss090
    ),
    ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'/>", .rss10),
    (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><channel xmlns='http://channel.netscape.com/rdf/simple/0.9/'/></rdf:RDF>",
        .rss090
    ),
    (
        "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel xmlns='http://my.netscape.com/rdf/simple/0.9/'/></r:RDF>",
        .rss090
    ),
])
func `tells RSS 0.90 from 1.0 by the namespace`(text: String, format: FeedFormat) throws {
    #expect(try feed(text).format == format)
}
