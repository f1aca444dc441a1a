// SPDX-License-Identifier: Apache-2.0
import Feeds
import Testing

@testable import Articles

@Suite struct EmbargoTests {
    private func article(_ line: String, isRead: Bool = true, holds: Bool = false, timeZone: String? = nil) throws -> Article {
        var sample = ItemSample(summary: "<p>\(line)</p><p>LAGOS, Feb. 20 (Xinhua) -- Rain fell.</p>")
        sample.context.readsEmbargoLines = isRead
        sample.context.holdsEmbargoed = holds
        sample.context.timeZone = timeZone
        return try sample.article()
    }

    @Test(arguments: [
        ("EMBARGOED UNTIL 0001 GMT, Wednesday, Feb. 21", "2018-02-21T00:01:00Z", "exact"),
        ("STRICTLY EMBARGOED UNTIL 10:30 A.M. EST ON FEBRUARY 21, 2018", "2018-02-21T15:30:00Z", "exact"),
        ("Embargoed until 21 February 2018 at 00:01 UTC", "2018-02-21T00:01:00Z", "exact"),
        ("EMBARGO: 2018-02-21 18:00 CET", "2018-02-21T17:00:00Z", "exact"),
        ("HOLD FOR RELEASE 12 p.m. (EDT) April 3", "2018-04-03T16:00:00Z", "exact"),
        ("NOT FOR PUBLICATION BEFORE FEBRUARY 21", "2018-02-21T00:00:00Z", "day"),
        ("Sperrfrist: 21. Februar 2018, 18.00 Uhr", "2018-02-21T18:00:00Z", "zone-assumed"),
        ("Sperrfrist 21.02.2018 18 Uhr MEZ", "2018-02-21T17:00:00Z", "exact"),
        ("SOUS EMBARGO JUSQU’AU 21 FÉVRIER À 18H30 CET", "2018-02-21T17:30:00Z", "exact"),
        ("Embargado hasta las 18:00 horas del 21 de febrero", "2018-02-21T18:00:00Z", "zone-assumed"),
    ])
    func `reads until when a line holds the story`(line: String, utc: String, quality: String) throws {
        let article = try article(line)
        #expect(article.embargoedUntil == Article.Moment(utc: utc, raw: line, quality: quality))
        #expect(article.text == "Rain fell." && article.dateline?.place == "LAGOS")
        #expect(article.status == .usable && article.warnings == nil)
    }

    @Test func `takes the feed's zone where the line names none`() throws {
        let article = try article("Sperrfrist: 21. Februar 2018, 18.00 Uhr", timeZone: "Europe/Berlin")
        #expect(article.embargoedUntil?.utc == "2018-02-21T17:00:00Z" && article.embargoedUntil?.quality == "feed-config")
    }

    @Test func `withholds until then, and is silent unless it is asked`() throws {
        let line = "EMBARGOED UNTIL 0001 GMT, Feb. 21"
        #expect(try article(line, holds: true).status == .withheld)
        #expect(try article("EMBARGOED UNTIL 0001 GMT, Feb. 20", holds: true).status == .usable, "it is over")
        let unread = try article(line, isRead: false, holds: true)
        #expect(unread.status == .usable && unread.embargoedUntil == nil && unread.text.hasPrefix(line))
    }

    @Test(arguments: [
        "EMBARGOED UNTIL SUNDAY", "EMBARGOED UNTIL 0001 GMT, 02/03/2018", "Embargoed until 30 February 2018", "Sperrfrist: Montag, 18 Uhr",
        "EMBARGOED UNTIL 0001 GMT, July 3", "EMBARGOED UNTIL 2501 GMT, Feb. 30",
    ])
    func `leaves a line that can't be read, says so, and withholds the story where embargoes hold`(line: String) throws {
        let article = try article(line, holds: true)
        #expect(article.embargoedUntil == nil && article.status == .withheld)
        #expect(article.text.hasPrefix(line))
        #expect(article.warnings?.first == "embargo: no date: \(line)")
    }

    @Test(arguments: ["Embargo: twenty years on", "The embargo until May 3 hurts trade.", "Embargoed goods were found.", "Embargo"])
    func `an embargo of goods is a story`(line: String) throws {
        let article = try article(line, holds: true)
        #expect(article.embargoedUntil == nil && article.status == .usable && article.warnings == nil)
        #expect(article.text.hasPrefix(line))
    }
}
