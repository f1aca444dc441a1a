// SPDX-License-Identifier: Apache-2.0
import Feeds

/// One small document of every format, with text beyond ASCII and everything that makes a parser change its state.
enum Documents {
    static let rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xml:base="https://w.test/">
        <channel><title>Wire &amp; Co</title><!-- a comment --><link>https://w.test/</link><ttl>5</ttl><item><title>Пекин: 1 &lt; 2</title>
        <guid isPermaLink="false">g1</guid><link>/1</link><pubDate>Tue, 20 Feb 2024 10:15:00 GMT</pubDate><dc:creator>Ann</dc:creator>
        <description><![CDATA[<p>МОСКВА, Feb. 20 (Xinhua) -- Text.</p>]]></description><media:group><media:content url="/a.jpg" medium="image"/>
        <media:credit>Bob</media:credit></media:group></item><item><title>新华社</title><guid>https://w.test/2</guid>
        <enclosure url="/2.mp3" length="5" type="audio/mpeg"/><category domain="d">World</category></item></channel></rss>
        """
    static let atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title type="html">A &amp;amp; B</title><id>urn:f</id><link href="https://a.test/"/>
        <author><name>Ann</name></author><entry><id>urn:1</id><title>Первая</title><updated>2024-02-20T10:15:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <b>two</b></p></div></content></entry>
        <entry><id>urn:2</id><title type="text">Вторая</title><summary type="html">&lt;p&gt;x&lt;/p&gt;</summary><link rel="enclosure" href="/x"/></entry></feed>
        """
    static let rdf = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://r.test/">
        <title>R</title></channel><item rdf:about="https://r.test/1"><title>Één</title></item><item rdf:about="https://r.test/2"><title>Zwei</title>
        </item></rdf:RDF>
        """
    static let json = """
        {"version":"https://jsonfeed.org/version/1.1","title":"J \\u041f","items":[{"id":"1","content_html":"<p>x</p>","tags":["a"],
        "date_published":"2024-02-20T10:15:00Z","attachments":[{"url":"https://j.test/a","size_in_bytes":5.5e3}]},{"id":2,"title":"\\ud83d\\ude00 б"}]}
        """
    static let sitemap = """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url>
        <loc>https://n.test/1</loc><n:news><n:title>Nebel</n:title></n:news></url><url><loc>https://n.test/2</loc></url></urlset>
        """

    static let all = [rss, atom, rdf, json, sitemap]
}

/// What became of a document, whatever is in it: a feed or an error, never a trap.
func outcome(_ bytes: [UInt8]) -> Result<ParsedFeed, FeedError> {
    do throws(FeedError) {
        return .success(try FeedReader.read(bytes, source: DocumentSource(url: "https://base.test/f")))
    } catch {
        return .failure(error)
    }
}
