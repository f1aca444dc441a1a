// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials
import Testing

/// What an RSS item must be read as.
struct ItemExample: Sendable, CustomTestStringConvertible {
    var xml: String
    var expected: String?
    var field: @Sendable (ParsedItem) -> String?
    var testDescription: String { xml }

    init(_ xml: String, _ expected: String?, _ field: @escaping @Sendable (ParsedItem) -> String?) {
        (self.xml, self.expected, self.field) = (xml, expected, field)
    }
}

private let links: [ItemExample] = [
    ItemExample("<link>https://e.test/1</link><guid>https://e.test/2</guid>", "https://e.test/1") { $0.link },
    ItemExample("<guid>https://e.test/2</guid>", "https://e.test/2") { $0.link },
    ItemExample("<guid>abc</guid>", nil) { $0.link },
    ItemExample("<guid isPermaLink='false'>https://e.test/2</guid>", nil) { $0.link },
    ItemExample("<guid ispermalink='TRUE'>https://e.test/2</guid>", "https://e.test/2") { $0.link },
    ItemExample("<guid isPermaLink='yes'>https://e.test/2</guid>", nil) { $0.link },
    ItemExample("<a:link href='https://e.test/a'/><link>https://e.test/1</link>", "https://e.test/1") { $0.link },
    ItemExample("<a:link href='https://e.test/a'/>", "https://e.test/a") { $0.link },
    ItemExample("<a:link rel='self' href='https://e.test/a'/>", nil) { $0.link },
    ItemExample("<link>story?id=1</link>", "https://e.test/dir/story?id=1") { $0.link },
    ItemExample("<link xml:base='https://b.test/'>x</link>", "https://b.test/x") { $0.link },
    ItemExample("<feedburner:origLink>https://e.test/o</feedburner:origLink>", "https://e.test/o") { $0.originalLink },
]

private let texts: [ItemExample] = [
    ItemExample("<title>  A &amp; B\n</title>", "plain A & B") { $0.title.map { "\($0.kind) \($0.value)" } },
    ItemExample("<title>A &amp;amp; B</title>", "html A &amp; B") { $0.title.map { "\($0.kind) \($0.value)" } },
    ItemExample("<title>Rise 1 &lt; 2, &lt;TXN.N&gt; up</title>", "plain Rise 1 < 2, <TXN.N> up") {
        $0.title.map { "\($0.kind) \($0.value)" }
    },
    ItemExample("<title>&lt;b&gt;A&lt;/b&gt;</title>", "html <b>A</b>") { $0.title.map { "\($0.kind) \($0.value)" } },
    ItemExample("<title>A <b>c</b> &lt;</title>", "xhtml A <b>c</b> &lt;") { $0.title.map { "\($0.kind) \($0.value)" } },
    ItemExample("<media:title>M</media:title><title>T</title><dc:title>D</dc:title>", "T") { $0.title?.value },
    ItemExample("<media:content url='u'><media:title>M</media:title></media:content>", nil) { $0.title?.value },
    ItemExample("<x:title>other</x:title>", nil) { $0.title?.value },
    ItemExample("<title>JosÃ© llegÃ³</title>", "José llegó") { $0.title?.value },
    ItemExample("<title>It&#xE2;&#x20AC;&#x2122;s late</title>", "It’s late") { $0.title?.value },
    ItemExample("<title>Ã‰tÃ© Ã\u{A0} Lagos â€” â€œouiâ€\u{9D}, 5 â‚¬</title>", "Été à Lagos — “oui”, 5 €") { $0.title?.value },
    ItemExample("<title>ÐœÐ¾Ñ\u{81}ÐºÐ²Ð°</title>", "Москва") { $0.title?.value },
    ItemExample("<title>BEYONCÉ’S SHOW</title>", "BEYONCÉ’S SHOW") { $0.title?.value },
    ItemExample("<title>MALMÖ–LUND</title>", "MALMÖ–LUND") { $0.title?.value },
    ItemExample("<title>AMANHÃ…</title>", "AMANHÃ…") { $0.title?.value },
    ItemExample("<title>« CAFÉ»</title>", "« CAFÉ»") { $0.title?.value },
    ItemExample("<title>The bytes Ã© – a dash</title>", "The bytes Ã© – a dash") { $0.title?.value },
    ItemExample("<title>Ãrbol José</title>", "Ãrbol José") { $0.title?.value },
    ItemExample("<content:encoded>&lt;p&gt;x</content:encoded>", nil) { $0.summary?.value },
    ItemExample("<content:encoded>&lt;p&gt;x</content:encoded>", "<p>x") { $0.contents.first?.text.value },
    ItemExample("<media:description>caption</media:description>", nil) { $0.summary?.value },
    ItemExample("<itunes:summary>i</itunes:summary><dc:description>d</dc:description>", "d") { $0.summary?.value },
    ItemExample("<description>1</description><description>2</description>", "1 0") { "\($0.summary?.value ?? "") \($0.contents.count)" },
    ItemExample("<body xmlns='http://www.w3.org/1999/xhtml'><p>x</p></body>", "<p>x</p>") { $0.contents.first?.text.value },
]

private let facts: [ItemExample] = [
    ItemExample("<author>a@b.test (Ann)</author>", "Ann a@b.test") { $0.authors.map { "\($0.name ?? "") \($0.email ?? "")" }.first },
    ItemExample("<author>Ann (a@b.test)</author>", "Ann (a@b.test)") { $0.author },
    ItemExample("<author>Ann &lt;a@b.test></author>", "Ann (a@b.test)") { $0.author },
    ItemExample("<author><name>Ann</name><title>Chief</title></author>", "Ann") { $0.author },
    ItemExample("<dc:creator>D</dc:creator><author>Own</author>", "Own") { $0.author },
    ItemExample("<dc:date>2024-02-20T10:00:00Z</dc:date>", "2024-02-20T10:00:00Z") { $0.published?.instant?.rfc3339 },
    ItemExample("<dc:date>2020-01-01</dc:date><pubDate>20 Feb 2024 10:00 GMT</pubDate>", "2024-02-20T10:00:00Z") {
        $0.published?.instant?.rfc3339
    },
    ItemExample("<dcterms:modified>2024-02-20T10:00:00Z</dcterms:modified>", "2024-02-20T10:00:00Z") { $0.updated?.instant?.rfc3339 },
    ItemExample("<dcterms:available>start=2024-02-20T10:00:00Z;</dcterms:available>", "2024-02-20T10:00:00Z") {
        $0.available?.instant?.rfc3339
    },
    ItemExample(
        "<enclosure url='a.mp3' length='99999999999999999999999' type='audio/mpeg'/>", "https://e.test/dir/a.mp3 99999999999999999999999"
    ) {
        $0.enclosures.first.map { "\($0.url) \($0.length ?? "")" }
    },
    ItemExample("<source url='https://s.test/'>S</source>", "S https://s.test/") { $0.source.map { "\($0.title ?? "") \($0.link ?? "")" } },
    ItemExample("<georss:point>45.5 -71.25</georss:point>", "45.5 -71.25") { $0.geo.map { "\($0.latitude) \($0.longitude)" } },
    ItemExample("<georss:where><gml:Point><gml:pos>1 2</gml:pos></gml:Point></georss:where>", "1.0 2.0") {
        $0.geo.map { "\($0.latitude) \($0.longitude)" }
    },
    ItemExample("<geo:Point><geo:lat>1</geo:lat><geo:long>2</geo:long></geo:Point>", "1.0 2.0") {
        $0.geo.map { "\($0.latitude) \($0.longitude)" }
    },
    ItemExample("<geo:lat>91</geo:lat><geo:long>nan</geo:long>", nil) { $0.geo.map { "\($0)" } },
    ItemExample("<cc:license rdf:resource='https://cc.test/by'/>", "https://cc.test/by") { $0.license },
    ItemExample("<dc:identifier>harbour-fog</dc:identifier><dc:type>Text</dc:type>", "harbour-fog Text") {
        "\($0.identifier ?? "") \($0.type ?? "")"
    },
    ItemExample("<media:status state='Deleted' reason='https://e.test/why'/>", "deleted https://e.test/why") {
        "\($0.status ?? "") \($0.statusReason ?? "")"
    },
    ItemExample("<category>a</category><dc:subject>b, c</dc:subject><media:category>d</media:category>", "a|b, c|d") {
        $0.categories.map(\.term).joined(separator: "|")
    },
    ItemExample("<guid>a\nb</guid>", "a\nb") { $0.id },
    ItemExample("<dc:language>de</dc:language>", "de") { $0.language },
]

@Test(arguments: links + texts + facts)
func `reads one fact of an RSS item`(example: ItemExample) throws {
    let item = try item(example.xml, source: DocumentSource(url: "https://e.test/dir/feed.rss"))
    #expect(example.field(item) == example.expected)
}

@Test(arguments: [
    ("<title>", "</title>", 4 << 10), ("<guid>", "</guid>", 4 << 10), ("<description>", "</description>", 1 << 20),
])
func `cuts what is too long at a character, and says so`(open: String, close: String, limit: Int) throws {
    let text = String(repeating: "北京", count: limit / 4)
    let feed = try feed("<rss><channel><item>\(open)\(text)\(close)</item></channel></rss>")
    let item = try #require(feed.items.first)
    let value = try #require(item.title?.value ?? item.id ?? item.summary?.value)
    #expect(value.utf8.count <= limit && value.utf8.count > limit - 3 && text.hasPrefix(value))
    #expect(feed.repairs.contains { $0.hasSuffix("cut") })
}

@Test func `bounds the number of everything`() throws {
    let many = String(repeating: "<category>c</category><enclosure url='u'/><media:content url='m'/><dc:creator>x</dc:creator>", count: 500)
    let item = try item(many)
    #expect(item.categories.count == 64 && item.enclosures.count == 32 && item.media.count == 64 && item.authors.count == 1)
    let items = String(repeating: "<item><guid>g</guid></item>", count: 5_003)
    let feed = try feed("<rss><channel>\(items)</channel></rss>")
    #expect(feed.items.count == 5_000 && feed.itemsBeyondLimit == 3 && feed.repairs == ["3 items beyond the limit left out"])
}

@Test func `saturates a time to live`() throws {
    #expect(try feed("<rss><channel><ttl>9223372036854775808</ttl></channel></rss>").rhythm.timeToLive == .max)
    #expect(try feed("<rss><channel><ttl>soon</ttl></channel></rss>").rhythm.timeToLive == nil)
}

@Test(arguments: [
    ("<tags>one, two</tags><category>three, four</category>", ["one", "two", "three, four"]),
    ("<itunes:keywords>one,two,one, ,</itunes:keywords><dc:subject>three</dc:subject>", ["one", "two", "three"]),
    ("<category>one</category><tags>one</tags>", ["one"]),
])
func `splits at commas only what is a list by definition`(markup: String, terms: [String]) throws {
    #expect(try feed("<rss><channel><item>\(markup)</item></channel></rss>").items.first?.categories.map(\.term) == terms)
}

@Test func `takes Apple's keywords of a channel for its categories`() throws {
    let text = "<rss><channel><itunes:keywords>Technology, Gadgets,Technology</itunes:keywords></channel></rss>"
    #expect(try feed(text).categories.map(\.term) == ["Technology", "Gadgets"])
}

@Test func `takes a fullitem for the body`() throws {
    let item = try #require(try feed("<rss><channel><item><fullitem>The &lt;b>whole&lt;/b></fullitem></item></channel></rss>").items.first)
    #expect(item.contents.map(\.text.value) == ["The <b>whole</b>"] && item.summary == nil)
}

@Test func `writes the language of xml:lang with hyphens`() throws {
    #expect(try feed("<rss xml:lang='en_US'><channel><title>t</title></channel></rss>").language == "en-US")
}

@Test(arguments: [
    ("<content>1 &lt; 2 in the &lt;blink> tag</content>", "text/plain"), ("<content><![CDATA[<p>x</p>]]></content>", "text/html"),
    ("<content type='text'>&lt;p>x&lt;/p></content>", "text/plain"),
])
func `takes Atom content that says no type for HTML where it has a tag`(content: String, mediaType: String) throws {
    let item = try feed("<feed xmlns='http://www.w3.org/2005/Atom'><entry>\(content)</entry></feed>").items.first
    #expect(item?.contents.map(\.mediaType) == [mediaType])
}
