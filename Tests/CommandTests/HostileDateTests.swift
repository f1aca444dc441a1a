// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

private func many(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

/// Dates that are none, wherever a document can hold one: its stories come all the same, with the time they were received, at the cost of any other.
struct HostileDateTests {
    /// As long as a date may be, and far longer.
    private static let piles = [
        "9", "0", "-", "+", ":", ".", "/", "(", ")", "[", " ", "\t", "\u{A0}", "T", "Z", "Feb. ", "Mon, ", "2024-", "20:", "GMT ", "+0530 ",
        "PM ",
        "at ", "年", "1月", "२", "٢", "２", "é", "e\u{301}", "\u{200E}", "\u{202E}", "🕐", "\u{1F1E6}", "\u{FFFD}", "&", "<", "America/",
    ]

    private static let days = [
        "0000-00-00", "0000-02-20", "0001-01-01", "1900-02-29", "1969-12-31", "2038-01-19", "2024-02-30", "2024-13-01", "2024-00-10",
        "9999-12-31",
        "10000-01-01", "-0001-02-20", "-9999-01-01", "999999999999-01-01", "2024-366", "2024-W99-9", "99/99/9999", "31/02/2024", "20240230",
        "Tue, 31 Feb 2024", "Tue, 99 Feb 2024", "Foo, 20 Bar 2024", "Mon, 01 Jan 0001", "Fri, 31 Dec 9999", "29 Feb 99", "2024年99月99日",
        "令和99999年1月1日",
        "民國0年0月0日",
    ]

    private static let hours = [
        "T24:00:00Z", "T25:00:00Z", "T23:59:60Z", "T23:59:61Z", "T10:60:00Z", "T10:15:00." + many(200, "9") + "Z", "T-1:00:00Z",
        "T10:15:00+99:99",
        "T10:15:00-99:99", "T10:15:00+24:00", "T10:15:00+" + many(100, "9"), "T10:15:00[America/New_York]", "T10:15:00[../../etc/passwd]",
        " 10:15:00 EST5EDT4,M3.2.0,M11.1.0", " 10:15:00 IST CST EST", " 99999999999999999999:00",
    ]

    private static let numbers = [
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616", "99999999999999", "1e400", "-1e400",
        "NaN",
        "inf", "0x7fffffffffffffff", "-0", "1.7e308",
    ]

    static let dates: [String] =
        piles.flatMap { pile in [many(250 / pile.utf8.count, pile), many(250_000 / pile.utf8.count, pile)] }
        + days.flatMap { [$0, $0 + "T10:15:00Z", $0 + " 10:15 PM GMT"] } + hours.map { "2024-02-20" + $0 } + numbers
        + [
            "", "\u{7}", "now", "tomorrow", "never", "Feb", "PM", "$(date)", "%s%n", "2024-02-20\u{0}T10:15:00Z",
            "2024-02-20T10:15:00Z\u{1B}[2J",
        ]

    private let program: Program

    init() throws {
        program = try Program()
        try program.configure(["a: {url: \"file:a.json\", embargo_lines: true, timezone: Asia/Tokyo}"])
    }

    @Test(arguments: dates.indices)
    func `a story with a date that is none is read from any kind of feed`(place: Int) async throws {
        let date = Self.marked(Self.dates[place])
        let item = "<title>One</title><pubDate>\(date)</pubDate><dc:date>\(date)</dc:date><expirationDate>\(date)</expirationDate>"
        let entry = "<title>One</title><id>urn:1</id><published>\(date)</published><updated>\(date)</updated>"
        try program.write("<rss><channel><lastBuildDate>\(date)</lastBuildDate><item>\(item)</item></channel></rss>", to: "rss")
        try program.write("<feed xmlns='http://www.w3.org/2005/Atom'><updated>\(date)</updated><entry>\(entry)</entry></feed>", to: "atom")
        let news = "<n:news><n:title>One</n:title><n:publication_date>\(date)</n:publication_date></n:news>"
        try program.write(
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url>"
                + "<loc>https://n.example/1</loc><lastmod>\(date)</lastmod>\(news)</url></urlset>", to: "sitemap")
        let ending = try await program.run("parse", "--articles", "rss", "atom", "sitemap")
        #expect(ending.status == 0, "\(ending.messages.prefix(300))")
        #expect(ending.cost.isBounded, "\(ending.cost)")
        #expect(ending.lines.count { $0.contains(#""headline":"One""#) } == 3)
    }

    @Test(arguments: dates.indices)
    func `a story with a date that is none is spooled and shown`(place: Int) async throws {
        let date = Self.dates[place]
        let text = "EMBARGOED UNTIL \(date)\n\nLONDON, \(date) (Xinhua) -- Text.\n\n(Published \(date))"
        let item = ["id": "1", "title": "One", "content_text": text, "date_published": date, "date_modified": date]
        let feed: [String: Any] = ["version": "https://jsonfeed.org/version/1.1", "title": "Wire", "items": [item]]
        try program.write(String(decoding: try JSONSerialization.data(withJSONObject: feed), as: UTF8.self), to: "a.json")
        for arguments in [["fetch", "--plain"], ["show", "1", "--plain"], ["explain", "1", "--plain"], ["tail", "--plain"]] {
            let ending = try await Program.aside { [program] in try program.runToEnd(arguments) }
            #expect(ending.status == 0, "\(arguments[0]): \(ending.messages.prefix(300))")
            #expect(ending.cost.isBounded, "\(arguments[0]): \(ending.cost)")
            #expect(!ending.output.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
        }
        let record = try #require(try program.records().first)
        let effective = try #require((record["effective"] as? [String: Any])?["utc"] as? String)
        #expect(effective.wholeMatch(of: /[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-9:]{8}(\.[0-9]+)?Z/) != nil, "\(effective)")
    }

    /// The date as text of XML, without what XML can't hold.
    private static func marked(_ date: String) -> String {
        String(String.UnicodeScalarView(date.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" })).replacing("&", with: "&amp;")
            .replacing("<", with: "&lt;")
    }
}
