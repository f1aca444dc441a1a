// SPDX-License-Identifier: Apache-2.0
import Feeds
import Foundation
import Markup
import TestSupport
import Testing

extension String {
    fileprivate static func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
}

private func rss(_ item: String, head: String = "") -> String {
    "\(head)<rss version='2.0'><channel><title>t</title>\(item)</channel></rss>"
}

private let hostile: [(name: String, document: String, titles: [String])] = [
    ("the same guid twice", rss("<item><guid>g</guid><title>1</title></item><item><guid>g</guid><title>2</title></item>"), ["1", "2"]),
    ("a guid that is a path", rss("<item><guid>../../etc/cron.d/x</guid><title>1</title></item>"), ["1"]),
    ("an empty guid", rss("<item><guid/><title>1</title></item>"), ["1"]),
    ("a guid of a megabyte", rss("<item><guid>\("g" * 1_000_000)</guid><title>1</title></item>"), ["1"]),
    ("a time to live beyond numbers", rss("<ttl>9223372036854775808</ttl><item><title>1</title></item>"), ["1"]),
    ("a negative time to live", rss("<ttl>-99999999999999999999</ttl><item><title>1</title></item>"), ["1"]),
    (
        "hours that are none", rss("<skipHours><hour>-1</hour><hour>99999999999999999999</hour></skipHours><item><title>1</title></item>"),
        ["1"]
    ),
    ("a length beyond numbers", rss("<item><title>1</title><enclosure url='http://a.test/' length='\("9" * 40)'/></item>"), ["1"]),
    (
        "sizes beyond numbers",
        rss(
            "<item><title>1</title><media:content url='http://a.test/' width='\("9" * 40)' height='-1' duration='1e999' fileSize='nan'/></item>"
        ),
        ["1"]
    ),
    ("places beyond the globe", rss("<item><title>1</title><georss:point>1e999 nan</georss:point></item>"), ["1"]),
    ("an item in an item", rss("<item><title>1</title><item><title>2</title></item></item>"), ["1"]),
    ("ten thousand categories", rss("<item><title>1</title>\("<category>c</category>" * 10_000)</item>"), ["1"]),
    ("ten thousand authors", rss("<item><title>1</title>\("<author>a@b.test</author>" * 10_000)</item>"), ["1"]),
    ("ten thousand enclosures", rss("<item><title>1</title>\("<enclosure url='http://a.test/'/>" * 10_000)</item>"), ["1"]),
    ("ten thousand keywords", rss("<item><title>1</title><itunes:keywords>\("k," * 10_000)</itunes:keywords></item>"), ["1"]),
    ("ten thousand titles", rss("<item>\("<title>1</title>" * 10_000)</item>"), ["1"]),
    ("an escape of terminals", rss("<item><title>1&#x9b;31m</title></item>"), ["1\u{9B}31m"]),
    ("text turned right to left", rss("<item><title>1\u{202E}2</title></item>"), ["1\u{202E}2"]),
    ("a base that is a script", rss("<item xml:base='javascript:alert(1)//'><title>1</title><link>x</link></item>"), ["1"]),
    ("bases inside of bases", "<rss xml:base='http://a.test/'>\("<channel xml:base='../x/'>" * 60)\("</channel>" * 60)</rss>", []),
]

private let addresses = [
    "", "#", "?", "/", "//", "///", "////a", "..", "../" * 5_000, "./" * 5_000, "a" * 100_000, "%", "%00", "%zz", "http:", "http:/",
    "http://", "http:a",
    "http://[", "http://[::1", "http://a:99999999999/", "http://u:p@h/", "http://h\\@e.test/", "http://a b/", "\\\\a\\b",
    "javascript:alert(1)",
    "JAVASCRIPT:x", "data:,x", "mailto:", ":", "::", "1:2", "a:b:c", "\u{0}", "\n", " http://a.test/ ", "ｈｔｔｐ://a.test/",
    "http://ａ.test/", "é", "新华社",
    "\u{202E}http://a.test/", "?" * 10_000, "#" * 10_000, "/" * 10_000, "http://a.test/\u{1B}[31m", "//user@host:80",
    "http://a.test:0/",
]

@Suite struct HostileFeedTests {
    @Test(arguments: hostile.map(\.name)) func `reads what it can of a hostile feed`(name: String) throws {
        let example = try #require(hostile.first { $0.name == name })
        let feed = try feed(example.document)
        #expect(feed.items.prefix(2).map { $0.title?.value } == example.titles)
        for item in feed.items {
            #expect(item.categories.count <= 64 && item.enclosures.count <= 32 && item.authors.count <= 64)
            #expect((item.id ?? "").utf8.count <= 4_096)
        }
    }

    @Test(arguments: hostile.map(\.name)) func `costs the program no more than a hostile feed may`(name: String) async throws {
        let example = try #require(hostile.first { $0.name == name })
        let run = try await MeasuredRun.parsing(example.document.utf8)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.cost.isBounded, "\(run.cost)")
    }

    @Test(arguments: [
        "<!DOCTYPE r [<!ENTITY a SYSTEM '%@'>]>", "<!DOCTYPE r [<!ENTITY %% a SYSTEM '%@'> %%a;]>", "<!DOCTYPE r SYSTEM '%@'>",
        "<!DOCTYPE r PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' '%@'>", "<?xml-stylesheet type='text/xsl' href='%@'?>",
        "<!DOCTYPE r [<!ENTITY %% a PUBLIC '-//W3C//ENTITIES Latin 1 for XHTML//EN' '%@'> %%a;]>",
        "<!DOCTYPE r [<!NOTATION n SYSTEM '%@'>]>",
        "<!DOCTYPE r [<!ENTITY a SYSTEM '%@' NDATA n>]>",
    ]) func `opens neither a connection nor a file that a document names`(head: String) async throws {
        let server = try LoopbackServer.start { _ in .ok("secret") }
        let file = FileManager.default.temporaryDirectory.appending(path: "sentinel-\(UUID()).txt")
        try Data("secret".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let watch = try FileWatch(file.path)
        for address in [server.url("/x"), file.absoluteString, file.path] {
            let include = "<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='\(address)' parse='text'/>"
            let item = "<item><title>1 &a; &amp;</title><link>\(address)</link><description>&a;\(include)</description></item>"
            let document = rss(item, head: head.replacing("%@", with: address).replacing("%%", with: "%"))
            let run = try await MeasuredRun.parsing(document.utf8)
            #expect([0, 65].contains(run.status) && run.cost.isBounded && !run.output.contains("secret"), "\(run.cost)")
            guard case .success(let feed) = outcome(Array(document.utf8)) else { continue }
            #expect(!"\(feed)".contains("secret"))
        }
        #expect(server.connectionCount == 0)
        #expect(!watch.wasOpened)
        // It would have been seen.
        #expect(try Data(contentsOf: file) == Data("secret".utf8) && watch.wasOpened)
    }

    @Test(arguments: [
        "0", "-1", "0000-00-00", "0000-00-00T00:00:00Z", "9999-12-31T23:59:60Z", "99999-01-01", "10000-01-01T00:00:00Z", "2024-02-30",
        "2024-13-01",
        "2024-00-10", "2024-02-20T25:00:00Z", "2024-02-20T10:60:00Z", "2024-02-20T10:15:61Z", "2024-02-20T10:15:00+99:99",
        "2024-02-20T10:15:00-24:01",
        "Mon, 01 Jan 0001 00:00:00 +0000", "Tue, 31 Feb 2024 10:15:00 GMT", "Tue, 20 Foo 2024 10:15:00 GMT",
        "Tue, 99 Feb 2024 10:15:00 GMT",
        "99999999999999999999", "-9223372036854775808", "1e18", "NaN", "٢٠٢٤-٠٢-٢٠", "２０２４年２月３０日", "2024年99月99日", "Feb", "PM", "Feb. " * 50,
        "(" * 5_000, " " * 5_000, "9" * 5_000, ":" * 5_000, "2024-" * 1_000, "T" * 5_000, "+" * 5_000, "年" * 2_000, "\u{0}", "🕐", "- - -",
        "01/02/03/04",
    ]) func `reads no date out of what is none`(text: String) {
        for zone in [nil, "Asia/Tokyo", "../../etc/passwd", "No/Where", ""] {
            let date = FeedDate.read(text, timeZone: zone)
            #expect((date.instant == nil) == (date.quality == .fetchTime))
            // Far instants are told as they are; what matters is that they can be printed.
            if let instant = date.instant { #expect(abs(instant.timeIntervalSince1970) < 1e12 && !instant.rfc3339.isEmpty) }
        }
    }

    @Test(arguments: addresses) func `joins any two addresses, and joins the result again as it is`(reference: String) {
        for base in [
            nil, "", "http://b.test", "http://b.test/c/d?e#f", "b", "mailto:x@y", "http:", "//", "file:///a/b", "http://b.test/../../..",
        ] {
            let joined = WebAddress.resolve(reference, against: base)
            #expect(joined.utf8.count <= reference.utf8.count + (base?.utf8.count ?? 0) + 1)
            if WebAddress.isWeb(joined) { #expect(WebAddress.resolve(joined, against: base) == joined) }
        }
    }

    @Test(arguments: addresses) func `costs the program no more than a hostile case may, wherever an address stands`(address: String)
        async throws
    {
        let words = ["&": "&amp;", "<": "&lt;", "'": "&#39;", "\u{0}": "", "\u{1B}": ""].reduce(address) {
            $0.replacing($1.key, with: $1.value)
        }
        let places = "<link>\(words)</link><guid>\(words)</guid><comments>\(words)</comments><enclosure url='\(words)' length='1'/>"
        let body = "<description>&lt;a href='\(words)'>a&lt;/a>&lt;img src='\(words)'></description><media:content url='\(words)'/>"
        let document = rss("<item xml:base='\(words)'><title>1</title>\(places)\(body)</item><link>\(words)</link>")
        let run = try await MeasuredRun.parsing(document.utf8)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.cost.isBounded, "\(run.cost)")
    }
}
