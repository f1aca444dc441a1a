// SPDX-License-Identifier: Apache-2.0
import Feeds
import Testing

// SPDX-License-Identifier: Apache-2.0
@testable import Articles

struct NormalizerSubjectTests {
    @Test(arguments: [
        (text: "EN_gb", tag: "en-GB" as String?),
        (text: "zh-hans-cn", tag: "zh-Hans-CN"),
        (text: " pt ", tag: "pt"),
        (text: "sl-ROZAJ-1994", tag: "sl-rozaj-1994"),
        (text: "en-a-BB", tag: "en-a-bb"),
        (text: "es-419", tag: "es-419"),
        (text: "English", tag: nil),
        (text: "us", tag: nil),
        (text: "fil", tag: "fil"),
        (text: "", tag: nil),
        (text: "en--us", tag: nil),
        (text: "*", tag: nil),
    ])
    func `brings languages into canonical case`(example: (text: String, tag: String?)) {
        #expect(LanguageTag.canonical(example.text) == example.tag)
    }

    @Test func `the item's language wins over the feed's and the operator's`() throws {
        var sample = ItemSample(summary: "x")
        sample.context.language = "de"
        #expect(try sample.article().language == "de")
        sample.feed.language = "fr"
        #expect(try sample.article().language == "fr")
        sample.item.language = "English"
        #expect(try sample.article().language == "fr")
        sample.item.language = "en-us"
        #expect(try sample.article().language == "en-US")
    }

    @Test func `categories keep label and scheme, once each, and the operator's tags`() throws {
        var sample = ItemSample(summary: "x")
        sample.item.categories = [
            FeedCategory(term: "a", scheme: "s", label: "World"), FeedCategory(term: "World", scheme: "s"), FeedCategory(term: " "),
        ]
        sample.context.tags = ["desk"]
        let raw = [Article.Category(raw: "World", scheme: "s")]
        #expect(try sample.article().categories == raw)
    }

    @Test(arguments: [
        (term: "Sports", scheme: nil as String?, medtop: "15000000" as String?),
        (term: "20000002", scheme: "http://cv.iptc.org/newscodes/mediatopic/", medtop: "20000002"),
        (term: "World", scheme: nil, medtop: nil),
    ])
    func `maps labels to Media Topics, or leaves them alone`(example: (term: String, scheme: String?, medtop: String?)) throws {
        var sample = ItemSample(summary: "x")
        sample.item.categories = [FeedCategory(term: example.term, scheme: example.scheme)]
        let category = try #require(sample.article().categories?.first)
        #expect(category.medtop == example.medtop.map { "http://cv.iptc.org/newscodes/mediatopic/" + $0 })
        #expect(category.raw == example.term)
        #expect((category.confidence == nil) == (example.medtop == nil))
    }

    @Test func `the operator's word on rights wins, then the item's, then the feed's`() throws {
        var sample = ItemSample(summary: "x")
        #expect(try sample.article().rights == nil)
        sample.feed.rights = MarkupText("© feed")
        sample.feed.license = "https://l.example/feed"
        #expect(try sample.article().rights?.notice == "© feed")
        sample.item.rights = MarkupText("© item")
        #expect(try sample.article().rights?.notice == "© item")
        #expect(try sample.article().rights?.licence == "https://l.example/feed")
        sample.context.rights.notice = "© operator"
        sample.context.rights.holder = "Operator"
        #expect(try sample.article().rights?.notice == "© operator")
        #expect(try sample.article().rights?.holder == "Operator")
    }

    @Test(arguments: [
        (
            dateline: "Xinhua", credit: "AFP" as String?, publisher: "Reuters" as String?, from: Article.AgencyReference.Origin.dateline,
            code: "xinhua"
        ),
        (dateline: "", credit: "AFP", publisher: "Reuters", from: .credit, code: "afp"),
        (dateline: "", credit: "Ann Lee", publisher: "Reuters", from: .publisher, code: "reuters"),
        (dateline: "", credit: nil, publisher: "The Daily Example", from: .feed, code: "dpa"),
    ])
    func `says where the agency was read`(
        example: (dateline: String, credit: String?, publisher: String?, from: Article.AgencyReference.Origin, code: String)
    ) throws {
        let lead = example.dateline.isEmpty ? "" : "WARSAW, Feb. 20 (\(example.dateline)) -- "
        var sample = ItemSample(summary: lead + "The river rose on Tuesday.")
        sample.context.agency = Agency.code("dpa")
        sample.item.publisher = example.publisher
        if let credit = example.credit {
            var asset = MediaAsset()
            asset.credits = [MediaCredit(credit)]
            sample.item.media = [asset]
        }
        let agency = try #require(sample.article().agency)
        #expect(agency.from == example.from)
        #expect(agency.code == example.code)
    }

    @Test(
        arguments: [
            ("Ann Lee in Lagos, Nigeria", "Ann Lee"), ("Bo Sample,&nbsp;Ann Lee&nbsp;and&nbsp;Cy Roe", "Bo Sample|Ann Lee|Cy Roe"),
            ("Ann &amp; Bob Lee", "Ann|Bob Lee"), ("Associated Press in Lagos", nil), ("Agencies", nil), ("AGENCIAS", nil),
            ("die Redaktion", nil), ("Wire Staff", nil), ("Lagos Reporter", nil), ("A correspondent in Lagos", nil),
            ("No reply Example", nil), ("BreakingExample.ie", nil), ("Example Online GmbH &amp; Co KG", nil), ("AFP | Reuters", nil),
            ("Ann Lee, Chief Reporter of Lagos", "Ann Lee"), ("J. Desk-Miller", "J. Desk-Miller"),
            ("\u{738B}\u{82B3}", "\u{738B}\u{82B3}"), ("ann", "ann"),
        ] as [(String, String?)])
    func `tells people from desks, houses and sites`(author: String, people: String?) throws {
        var sample = ItemSample(summary: "x")
        sample.item.authors = [Person(name: author)]
        #expect(try sample.article().byline == people.map { $0.split(separator: "|").map(String.init) })
    }

    @Test func `only people are in the byline, each once`() throws {
        var sample = ItemSample(summary: "x")
        sample.feed.title = MarkupText("Demo  World")
        let names = [
            "Ann Example", "Reuters", "demo world", "ann  example", "desk@e.example", "asl/tib", "https://e.example", "", "--", "Bo Sample",
        ]
        sample.item.authors = names.map { Person(name: $0) } + [Person(email: "x@e.example")]
        #expect(try sample.article().byline == ["Ann Example", "Bo Sample"])
    }
}
