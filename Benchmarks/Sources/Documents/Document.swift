// SPDX-License-Identifier: Apache-2.0

/// A made-up feed of one kind.
package struct Document {
    /// What feeds are like that differ in how they are read.
    package enum Kind: String, CaseIterable {
        /// RSS whose bodies are escaped HTML.
        case rss = "RSS, escaped HTML"
        /// RSS in Chinese with CDATA, Dublin Core and Media RSS.
        case media = "RSS, CDATA, media, Chinese"
        /// RSS in Russian in windows-1251.
        case legacy = "RSS, windows-1251"
        case atom = "Atom, XHTML"
        case rdf = "RSS 1.0, plain text"
        case json = "JSON Feed"
    }

    package let kind: Kind
    package let bytes: [UInt8]
    package let items: Int

    init(_ kind: Kind, items: Int, dice: inout Dice) {
        self.kind = kind
        self.items = items
        let script: Story.Script = kind == .media ? .han : kind == .legacy ? .cyrillic : .latin
        let stories = (0..<items).map { Story(script, number: $0 + dice.throwing(0..<1_000_000), dice: &dice) }
        switch kind {
        case .rss: bytes = Array(Self.rss(stories) { "<description>\($0.html.escaped)</description>" }.utf8)
        case .media: bytes = Array(Self.rss(stories, Self.media).utf8)
        case .legacy:
            let text = Self.rss(stories, encoding: "windows-1251") { "<description>\($0.html.escaped)</description>" }
            bytes = text.unicodeScalars.map(Self.windows1251)
        case .atom: bytes = Array(Self.atom(stories).utf8)
        case .rdf: bytes = Array(Self.rdf(stories).utf8)
        case .json: bytes = Array(Self.json(stories).utf8)
        }
    }

    /// A mixture of all kinds, the same for the same seed.
    package static func mixture(seed: UInt64, count: Int) -> [Document] {
        var dice = Dice(seed: seed)
        return (0..<count).map { Document(Kind.allCases[$0 % Kind.allCases.count], items: dice.throwing(15..<45), dice: &dice) }
    }
}

extension Document {
    private static func rss(_ stories: [Story], encoding: String = "UTF-8", _ body: (Story) -> String) -> String {
        let items = stories.map { story in
            """
            <item>
            <title>\(story.headline)</title>
            <link>\(story.address.escaped)</link>
            <guid isPermaLink="false">example-\(story.number)</guid>
            <pubDate>Fri, 20 Feb 2026 11:\(story.minutes):18 +0800</pubDate>
            <category>World</category>
            \(body(story))
            </item>

            """
        }
        return """
            <?xml version="1.0" encoding="\(encoding)"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel>
            <title>Example</title><link>https://wire.example.com/</link><description>News</description><language>en</language>
            \(items.joined())</channel></rss>
            """
    }

    private static func media(_ story: Story) -> String {
        """
        <dc:creator>Ann Example</dc:creator>
        <description><![CDATA[<p>\(story.paragraphs.first ?? "")</p>]]></description>
        <content:encoded><![CDATA[\(story.html)]]></content:encoded>
        <media:content url="\(story.picture)" type="image/jpeg" medium="image" width="900" height="600"><media:description>\(story.headline)</media:description><media:credit role="photographer">Example/Ann Example</media:credit></media:content>
        """
    }

    private static func atom(_ stories: [Story]) -> String {
        let entries = stories.map { story in
            """
            <entry>
            <title type="text">\(story.headline)</title><id>tag:example.com,2026:\(story.number)</id>
            <link rel="alternate" href="\(story.address.escaped)"/>
            <published>2026-02-20T11:\(story.minutes):18+08:00</published><updated>2026-02-20T12:\(story.minutes):00Z</updated>
            <author><name>Ann Example</name><email>ann@example.com</email></author><category term="world" label="World"/>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\(story.paragraphs.map { "<p>\($0) <b>bold</b><br/></p>" }.joined())</div></content>
            </entry>

            """
        }
        return """
            <?xml version="1.0"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example</title><id>tag:example.com,2026:feed</id><updated>2026-02-20T12:00:00Z</updated>
            \(entries.joined())</feed>
            """
    }

    private static func rdf(_ stories: [Story]) -> String {
        let items = stories.map { story in
            """
            <item rdf:about="\(story.address.escaped)"><title>\(story.headline)</title><link>\(story.address.escaped)</link>
            <description>\(story.paragraphs.joined(separator: "\n"))</description><dc:date>2026-02-20T11:\(story.minutes):18+09:00</dc:date></item>

            """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://wire.example.com/"><title>Example</title><link>https://wire.example.com/</link></channel>
            \(items.joined())</rdf:RDF>
            """
    }

    private static func json(_ stories: [Story]) -> String {
        let items = stories.map { story in
            let html = story.html.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            return #"""
                {"id":"\#(story.number)","url":"\#(story.address)","title":"\#(story.headline)","content_html":"\#(html)",
                "date_published":"2026-02-20T11:\#(story.minutes):18Z"}
                """#
        }
        return #"{"version":"https://jsonfeed.org/version/1.1","title":"Example","items":[\#(items.joined(separator: ","))]}"#
    }

    /// ASCII, and the letters А…я.
    private static func windows1251(_ character: Unicode.Scalar) -> UInt8 {
        switch character.value {
        case ..<0x80: UInt8(character.value)
        case 0x410..<0x450: UInt8(character.value - 0x350)
        default: UInt8(ascii: "?")
        }
    }
}
