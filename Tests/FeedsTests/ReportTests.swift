// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials
import Markup
import Testing

@Suite struct ReportTests {
    private func report(_ feed: ParsedFeed, isRaw: Bool = false) -> String {
        var json = JSONWriter()
        FeedReport(feed: feed, file: "a.xml", isRaw: isRaw).write(into: &json)
        return json.text
    }

    private func feed(_ item: ParsedItem) -> ParsedFeed {
        var feed = ParsedFeed(format: .rss20, encoding: "utf-8", isWellFormed: true)
        feed.items = [item]
        return feed
    }

    @Test func `leaves out what is absent`() {
        #expect(
            report(feed(ParsedItem(position: 0)))
                == #"{"file":"a.xml","format":"rss20","encoding":"utf-8","wellformed":true,"repairs":[],"feed":{},"entries":[{}]}"#)
    }

    @Test func `writes the members of a feed in the order of the contract`() {
        var feed = ParsedFeed(format: .atom10, encoding: "gb18030", isWellFormed: false)
        feed.repairs = ["3 bad bytes replaced"]
        feed.title = MarkupText("Title")
        feed.link = "https://wire.example/"
        feed.updated = FeedDate.read("2018-02-20T10:00:00+01:00", timeZone: nil)
        feed.rhythm.timeToLive = 60
        feed.image = FeedImage(url: "https://wire.example/i.png")
        feed.author = "Ann (ann@wire.example)"
        feed.authors = [Person(name: "Ann", email: "ann@wire.example")]
        feed.categories = [FeedCategory(term: "World", scheme: "s")]
        #expect(
            report(feed) == """
                {"file":"a.xml","format":"atom10","encoding":"gb18030","wellformed":false,"repairs":["3 bad bytes replaced"],"feed":{"title":"Title",\
                "link":"https://wire.example/","updated":"2018-02-20T09:00:00Z","ttl":60,"image":{"url":"https://wire.example/i.png"},\
                "author":"Ann (ann@wire.example)","authors":[{"name":"Ann","email":"ann@wire.example"}],\
                "categories":[{"term":"World","scheme":"s"}]},"entries":[]}
                """)
    }

    @Test func `writes an item's files, pictures, source and place`() throws {
        var item = ParsedItem(position: 0)
        item.enclosures = [Enclosure(url: "https://wire.example/a.mp3", type: "audio/mpeg", length: "12x")]
        var asset = MediaAsset()
        asset.renditions = [
            MediaAsset.Rendition(url: "https://wire.example/1.jpg", type: "image/jpeg"),
            MediaAsset.Rendition(url: "https://wire.example/2.jpg"),
        ]
        asset.credits = [MediaCredit("Ann"), MediaCredit("Wire")]
        asset.description = MarkupText("A <b>caption</b>", kind: .html)
        item.media = [asset]
        item.source = ItemSource()
        item.source?.title = "Other"
        item.published = FeedDate.read("no date", timeZone: nil)
        item.geo = GeoPoint(latitude: 1.5, longitude: -3)
        #expect(
            report(feed(item)).hasSuffix(
                """
                [{"enclosures":[{"url":"https://wire.example/a.mp3","type":"audio/mpeg","length":"12x"}],\
                "media":[{"url":"https://wire.example/1.jpg","type":"image/jpeg","credit":"Ann, Wire","description":"A <b>caption</b>"},\
                {"url":"https://wire.example/2.jpg","credit":"Ann, Wire","description":"A <b>caption</b>"}],\
                "source":{"title":"Other"},"geo":{"lat":1.5,"long":-3}}]}
                """))
    }

    @Test(arguments: [
        (
            MarkupText("<p onclick=x>a<a href='b'>c</a>", kind: .html, base: "https://wire.example/d/"),
            #"<p>a<a href="https://wire.example/d/b">c</a></p>"#
        ),
        (MarkupText("Fish & chips <3 &amp; &hearts;", kind: .html), "Fish &amp; chips <3 &amp; &hearts;"),
        (MarkupText("<b>not markup</b>", kind: .plain), "<b>not markup</b>"),
        (MarkupText("<script>x</script>y", kind: .xhtml), "y"),
        (MarkupText("</script>y<!-- -->", kind: .html), "y"), (MarkupText("<\u{0}script>", kind: .html), "&lt;script&gt;"),
    ]) func `sanitises texts by their kind, unless raw`(text: MarkupText, expected: String) throws {
        var item = ParsedItem(position: 0)
        (item.title, item.summary) = (text, text)
        item.contents = [Content(text, mediaType: "text/html")]
        var members = JSONWriter()
        members.object { json in
            json.member("title", expected)
            json.member("summary", expected)
            json.member("content", object: { _ in })
        }
        #expect(report(feed(item)).contains(members.text.dropFirst().dropLast("\"content\":{}}".count)))
        var raw = JSONWriter()
        raw.value(text.value)
        #expect(report(feed(item), isRaw: true).contains(#""title":\#(raw.text),"summary":\#(raw.text)"#))
    }

    @Test func `writes an error on one line`() {
        var json = JSONWriter()
        FeedReport.write(FeedError(.notAFeed, "the page begins with <html>"), file: "a b.xml", into: &json)
        #expect(json.text == #"{"file":"a b.xml","error":{"stage":"parse","label":"not-a-feed","message":"the page begins with <html>"}}"#)
    }

    @Test(arguments: [(10, true), (50_000, false)])
    func `repeats words for every rendition only where they are short`(length: Int, isRepeated: Bool) {
        var asset = MediaAsset()
        asset.credits = [MediaCredit(String(repeating: "a", count: length))]
        asset.renditions = (1...3).map { MediaAsset.Rendition(url: "https://wire.example/\($0).jpg") }
        var item = ParsedItem(position: 0)
        item.media = [asset, asset]
        let parts = report(feed(item)).split(separator: #""credit""#)
        #expect(parts.count == (isRepeated ? 7 : 2))
    }
}
