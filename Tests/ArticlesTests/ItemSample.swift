// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials

// SPDX-License-Identifier: Apache-2.0
@testable import Articles

/// An item, the feed around it and the operator's word on the feed: what one test changes of them is what it is about.
struct ItemSample: Sendable {
    var item = ParsedItem(position: 0)
    var feed = ParsedFeed(format: .rss20, encoding: "utf-8", isWellFormed: true)
    var context = FeedContext(name: "demo", url: "https://feeds.example/rss.xml")

    /// 2018-02-20T12:00:00Z.
    static let received = Date(timeIntervalSince1970: 1_519_128_000)
    static let credit = Credit(raw: "(Xinhua/Ewa Sample)", person: "Ewa Sample", agency: "Xinhua")

    /// An item with nothing but these bodies, all of them HTML.
    init(contents: [String] = [], summary: String? = nil) {
        item.contents = contents.map { Content(MarkupText($0, kind: .html), mediaType: "text/html") }
        item.summary = summary.map { MarkupText($0, kind: .html) }
    }

    var normalizer: Normalizer { Normalizer(context: context, places: .base) }

    func article() throws(ItemError) -> Article {
        try normalizer.article(from: item, in: feed, received: Self.received)
    }

    static func date(_ text: String, quality: DateQuality = .exact) -> FeedDate {
        FeedDate(instant: Date(rfc3339: text), raw: text, quality: quality)
    }

    /// Invented, in the shape of a Xinhua story: a caption, a dateline, an end mark.
    static let wireStory: ItemSample = {
        let paragraphs = [
            "A fisher looks at the river Oder. (Xinhua/Ewa Sample)", "WARSAW, Feb. 20 (Xinhua) -- The river Oder rose again on Tuesday.",
            "\"It is high,\" a fisher said. Enditem",
        ]
        var sample = ItemSample(summary: paragraphs.map { "<p>" + $0 + "</p>" }.joined())
        sample.item.title = MarkupText("River Oder rises")
        sample.item.published = date("2018-02-20T10:00:00Z")
        return sample
    }()

    static let withEverything: ItemSample = {
        var sample = wireStory
        sample.context.tags = ["world"]
        sample.context.agency = Agency.named("Reuters")
        sample.item.id = "tag:reuters.com,0000:newsml_X:1"
        sample.item.link = "https://e.example/ü?utm_source=a&id=1"
        sample.item.authors = [Person(name: "Ann Example")]
        sample.item.categories = [FeedCategory(term: "Sports", scheme: "https://e.example/topics")]
        sample.item.language = "EN_gb"
        sample.item.enclosures = [Enclosure(url: "https://e.example/a.mp3", type: "audio/mpeg", length: "12")]
        sample.item.geo = GeoPoint(latitude: 1.5, longitude: 2.5)
        sample.item.rights = MarkupText("© Demo")
        sample.item.expires = date("2019-01-01T00:00:00Z")
        var asset = MediaAsset()
        asset.renditions = [MediaAsset.Rendition(url: "https://e.example/a.jpg", width: 10, height: -1, bytes: 0, duration: .infinity)]
        asset.credits = [MediaCredit("Bo Sample", role: "photographer")]
        sample.item.media = [asset]
        return sample
    }()
}
