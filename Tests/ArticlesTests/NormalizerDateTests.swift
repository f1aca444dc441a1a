// SPDX-License-Identifier: Apache-2.0
import Articles
import Feeds
import FoundationEssentials
import Testing

struct NormalizerDateTests {
    @Test(arguments: [
        (sent: "2018-02-20T10:00:00Z", utc: "2018-02-20T10:00:00Z", quality: "exact"),
        (sent: "2018-02-21T12:00:00Z", utc: "2018-02-21T12:00:00Z", quality: "exact"),
        (sent: "2018-02-21T12:00:01Z", utc: "2018-02-20T12:00:00Z", quality: "fetch-time"),
        (sent: "1990-01-01T00:00:00Z", utc: "1990-01-01T00:00:00Z", quality: "exact"),
        (sent: "1989-12-31T23:59:59Z", utc: "2018-02-20T12:00:00Z", quality: "fetch-time"),
        (sent: "1970-01-01T00:00:00Z", utc: "2018-02-20T12:00:00Z", quality: "fetch-time"),
        (sent: "soon", utc: "2018-02-20T12:00:00Z", quality: "fetch-time"),
    ])
    func `a date out of bounds gives way to the time of the fetch`(example: (sent: String, utc: String, quality: String)) throws {
        var sample = ItemSample(summary: "x")
        sample.item.published = ItemSample.date(example.sent)
        let article = try sample.article()
        #expect(article.published == Article.Moment(utc: example.utc, raw: example.sent, quality: example.quality))
        #expect((article.warnings == nil) == (example.quality == "exact"))
    }

    @Test(
        arguments: [
            (published: "2018-02-20T10:00:00Z", updated: "2018-02-20T11:00:00Z", effective: "2018-02-20T11:00:00Z"),
            (published: "2018-02-20T10:00:00Z", updated: "1970-01-01T00:00:00Z", effective: "2018-02-20T10:00:00Z"),
            (published: "2018-02-20T10:00:00Z", updated: nil, effective: "2018-02-20T10:00:00Z"),
            (published: nil, updated: "2018-02-20T11:00:00Z", effective: "2018-02-20T11:00:00Z"),
            (published: nil, updated: nil, effective: "2018-02-20T12:00:00Z"),
            (published: "never", updated: nil, effective: "2018-02-20T12:00:00Z"),
        ] as [(published: String?, updated: String?, effective: String)])
    func `the effective date is the last that can be trusted`(example: (published: String?, updated: String?, effective: String)) throws {
        var sample = ItemSample(summary: "x")
        sample.item.published = example.published.map { ItemSample.date($0) }
        sample.item.updated = example.updated.map { ItemSample.date($0) }
        #expect(try sample.article().effective.utc == example.effective)
    }

    @Test func `the dateline's day dates an item without a date`() throws {
        var sample = ItemSample.wireStory
        sample.item.published = nil
        let article = try sample.article()
        #expect(article.published?.utc == "2018-02-20T00:00:00Z")
        #expect(article.published?.quality == "day")
        #expect(article.effective == article.published)
    }

    @Test func `expiry and embargo may lie ahead, and nonsense is left out`() throws {
        var sample = ItemSample(summary: "x")
        sample.item.expires = ItemSample.date("2030-01-01T00:00:00Z")
        sample.item.available = ItemSample.date("2018-03-01T00:00:00Z")
        #expect(try sample.article().expires?.utc == "2030-01-01T00:00:00Z")
        #expect(try sample.article().embargoedUntil?.utc == "2018-03-01T00:00:00Z")
        #expect(try sample.article().status == .usable)
        sample.item.expires = FeedDate(instant: Date(timeIntervalSince1970: 1e18), raw: "far", quality: .exact)
        #expect(try sample.article().expires == nil)
        #expect(try sample.article().warnings == ["expiry: no date: far"])
    }

    @Test(arguments: [
        ("2018-02-21T00:00:00Z", true, Article.Status.withheld), ("2018-02-21T00:00:00Z", false, .usable),
        ("2018-02-20T11:00:00Z", true, .usable),
    ])
    func `holds a story under embargo where the operator wants it`(until: String, isHeld: Bool, status: Article.Status) throws {
        var sample = ItemSample(summary: "Rain fell.")
        sample.context.holdsEmbargoed = isHeld
        sample.item.available = ItemSample.date(until)
        let article = try sample.article()
        #expect(article.status == status)
        #expect(article.embargoedUntil?.utc == until)
    }
}
