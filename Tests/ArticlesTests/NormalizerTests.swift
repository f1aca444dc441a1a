// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials
import Testing

// SPDX-License-Identifier: Apache-2.0
@testable import Articles

struct NormalizerTests {
    @Test func `reads a wire story whole`() throws {
        let article = try ItemSample.wireStory.article()
        #expect(article.text == "The river Oder rose again on Tuesday.\n\n\"It is high,\" a fisher said.")
        #expect(article.dateline?.place == "WARSAW")
        #expect(article.dateline?.date == "2018-02-20")
        #expect(
            article.agency
                == Article.AgencyReference(code: "xinhua", name: "Xinhua", confidence: article.dateline?.confidence ?? 0, from: .dateline))
        #expect(article.media == [Article.Media(kind: .picture, caption: "A fisher looks at the river Oder.", credit: ItemSample.credit)])
        #expect(article.endMark == "Enditem")
        #expect(article.headline == "River Oder rises")
        #expect(article.kind == .text)
        #expect(article.id.isEmpty)
    }

    @Test(arguments: [
        (contents: ["<p>Full.</p>"], summary: "Short." as String?, text: "Full.", left: "Short." as String?, isComplete: true),
        (contents: ["<p>Full text here.</p>"], summary: "Full  text…", text: "Full text here.", left: nil, isComplete: true),
        (contents: ["<img src='https://e.example/a.jpg'/>", "<p>Second.</p>"], summary: nil, text: "Second.", left: nil, isComplete: true),
        (contents: [], summary: "Only a description that breaks", text: "Only a description that breaks", left: nil, isComplete: false),
        (contents: [" "], summary: "<p>One.</p><p>Two.</p>", text: "One.\n\nTwo.", left: nil, isComplete: false),
    ])
    func `takes the first body that says something`(
        example: (contents: [String], summary: String?, text: String, left: String?, isComplete: Bool)
    ) throws {
        let article = try ItemSample(contents: example.contents, summary: example.summary).article()
        #expect(article.text == example.text)
        #expect(article.summary == example.left)
        #expect(article.bodyComplete == example.isComplete)
    }

    @Test func `content that is a picture is no text`() throws {
        var sample = ItemSample(contents: [], summary: "Words.")
        sample.item.contents = [Content(MarkupText("iVBORw0KGgo="), mediaType: "image/png")]
        #expect(try sample.article().text == "Words.")
    }

    @Test func `an empty item is refused`() {
        #expect(throws: ItemError.empty) { try ItemSample().article() }
    }

    @Test func `an item that can be told apart is kept`() throws {
        var withID = ItemSample()
        withID.item.id = "1"
        #expect(try withID.article().text.isEmpty)
        var withLink = ItemSample()
        withLink.item.link = "https://e.example/1"
        #expect(try withLink.article().text.isEmpty)
    }

    @Test(arguments: [
        (format: FeedFormat.rss20, guid: "x" as String?, atomId: nil as String?),
        (format: .atom10, guid: nil, atomId: "x"),
        (format: .jsonfeed11, guid: "x", atomId: nil),
    ])
    func `ids stay exact strings in their own field`(example: (format: FeedFormat, guid: String?, atomId: String?)) throws {
        var sample = ItemSample()
        sample.item.id = "x"
        sample.feed.format = example.format
        let ids = try sample.article().ids
        #expect(ids.guid == example.guid)
        #expect(ids.atomId == example.atomId)
    }

    @Test(arguments: [
        (guid: "tag:reuters.com,0000:newsml_L5:1597550438", revision: "1597550438" as String?),
        (guid: "https://e.example:8080", revision: nil),
        (guid: "tag:other.example,2018:newsml:1", revision: nil),
    ])
    func `reads the revision behind a guid`(example: (guid: String, revision: String?)) throws {
        var sample = ItemSample()
        sample.item.id = example.guid
        #expect(try sample.article().ids.revisionId == example.revision)
        #expect(try sample.article().ids.guid == example.guid)
    }

    @Test func `a permalink guid stands in for a missing link only`() throws {
        var sample = ItemSample()
        (sample.item.id, sample.item.isIDPermalink) = ("https://e.example/guid?utm_source=x", true)
        #expect(try sample.article().link == "https://e.example/guid?utm_source=x")
        #expect(try sample.article().canonicalLink == "https://e.example/guid")
        sample.item.link = "https://e.example/link"
        #expect(try sample.article().link == "https://e.example/link")
        sample.item.originalLink = "https://e.example/original"
        #expect(try sample.article().link == "https://e.example/link")
        #expect(try sample.article().canonicalLink == "https://e.example/original")
    }

    @Test(arguments: [
        (identifier: "OLDTOWN-RIVER", slug: "OLDTOWN-RIVER" as String?),
        (identifier: "bc/oil.prices", slug: "bc/oil.prices"),
        (identifier: "2018-02-20", slug: nil),
        (identifier: "/news/world/2018", slug: nil),
        (identifier: "news/world/2018/storm-x", slug: nil),
        (identifier: "0f3e-11aa", slug: nil),
        (identifier: "tag:e.example,2018:1-2", slug: nil),
        (identifier: "Two words-here", slug: nil),
    ])
    func `tells sluglines from other identifiers`(example: (identifier: String, slug: String?)) throws {
        var sample = ItemSample(summary: "x")
        sample.item.identifier = example.identifier
        #expect(try sample.article().slug == example.slug)
        #expect(try sample.article().ids.identifier == example.identifier)
    }

    @Test func `a password never reaches the record`() throws {
        var sample = ItemSample(summary: "x")
        sample.context.url = "https://user:secret@feeds.example/rss"
        #expect(try sample.article().feed.url == "https://feeds.example/rss")
    }

    @Test(arguments: [
        (state: "active", status: Article.Status.usable, change: nil as Article.ChangeType?),
        (state: "Deleted", status: .canceled, change: .kill),
        (state: "canceled", status: .canceled, change: .kill),
        (state: "blocked", status: .withheld, change: .hold),
        (state: "unheard of", status: .usable, change: nil),
    ])
    func `reads the publisher's status`(example: (state: String, status: Article.Status, change: Article.ChangeType?)) throws {
        var sample = ItemSample(summary: "x")
        sample.item.status = example.state
        #expect(try sample.article().status == example.status)
        #expect(try sample.article().changeType == example.change)
    }

    @Test(arguments: [
        (
            title: "CORRECTED-River rises" as String?, headline: "River rises", urgency: 4,
            change: Article.ChangeType.correction as Article.ChangeType?, status: Article.Status.usable
        ),
        (title: "FLASH: River rises", headline: "River rises", urgency: 1, change: nil, status: .usable),
        (title: " River\n rises ", headline: "River rises", urgency: 4, change: nil, status: .usable),
        (title: nil, headline: "", urgency: 4, change: nil, status: .usable),
    ])
    func `markers leave the headline and set urgency, change and status`(
        example: (title: String?, headline: String, urgency: Int, change: Article.ChangeType?, status: Article.Status)
    ) throws {
        var sample = ItemSample(summary: "x")
        sample.context.urgency = 4
        sample.item.title = example.title.map { MarkupText($0) }
        let article = try sample.article()
        #expect(article.headline == example.headline)
        #expect(article.headlineRaw == example.title?.trimmed ?? "")
        #expect(article.urgency == example.urgency)
        #expect(article.changeType == example.change)
        #expect(article.status == example.status)
    }

    @Test func `each record of the samples obeys the schema`() throws {
        let articles = try [ItemSample.wireStory, .withEverything, ItemSample(contents: ["<b>\u{1}x"], summary: "y")].map {
            try $0.article()
        }
        for format in OutputFormat.allCases {
            let lines = articles.flatMap { format.render($0, versionCreated: ItemSample.received) }
            let schema =
                format == .native ? SchemaValidation.native : format == .ninjs31 ? SchemaValidation.ninjs31 : SchemaValidation.ninjs16
            let own = format == .superdesk ? OutputFormatTests.superdeskKeys : []
            #expect(try SchemaValidation.faults(in: lines, by: schema, without: own).isEmpty)
        }
    }
}
