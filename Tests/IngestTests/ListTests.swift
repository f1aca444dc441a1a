// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import TestSupport
import Testing
import Transport

@testable import Ingest

/// Lists of feeds from other readers.
struct ListTests {
    private func opml(_ body: String) -> OPML? {
        OPML(Array("<?xml version=\"1.0\"?><opml version=\"2.0\"><head><title>x</title></head><body>\(body)</body></opml>".utf8))
    }

    @Test func `reads feeds with their folders`() throws {
        let list = try #require(
            opml(
                """
                <outline text="Asia"><outline text="Xinhua &amp; more" type="rss" xmlUrl="https://a.example/x?a=1&amp;b=2" category="/news, /world"/>
                  <outline text="Deep"><outline title='Tass "en"' xmlUrl='https://b.example/'></outline></outline></outline>
                <OUTLINE XMLURL=https://c.example/ text=Bare>
                <!-- <outline xmlUrl="https://commented.example/"/> --><![CDATA[<outline xmlUrl="https://data.example/"/>]]>
                """))
        #expect(
            list.entries == [
                OPML.Entry(title: "Xinhua & more", url: "https://a.example/x?a=1&b=2", folders: ["Asia", "/news", "/world"]),
                OPML.Entry(title: "Tass \"en\"", url: "https://b.example/", folders: ["Asia", "Deep"]),
                OPML.Entry(title: "Bare", url: "https://c.example/"),
            ])
    }

    @Test(arguments: ["", "not xml", "<rss><item/></rss>", "<opml><body/></opml>"])
    func `what has no outline is no list`(text: String) {
        #expect(OPML(Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        "<outline", "<outline xmlUrl=", "<outline xmlUrl=\"https://a.example", "<outline &#xFFFFFFFF; xmlUrl='&#0;&#99999999;&x;&'",
    ])
    func `a list that breaks off is read as far as it goes`(text: String) {
        #expect(opml(text)?.entries.count ?? 0 <= 1)
    }

    @Test func `a megabyte of anything is read in one pass`() {
        for unit in ["<", "<outline ", "<outline><", "<!--", "=\"", "<outline a='", "&", "<a b=c "] {
            let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
            #expect(processorTime { _ = OPML(Array(text.utf8)) } < .seconds(20), "\(unit)")
        }
    }

    @Test func `what is written is read back`() throws {
        let list = OPML([OPML.Entry(title: "A \"b\" <c> & d", url: "https://a.example/?a=1&b=\"", folders: ["x", "y"])])
        #expect(OPML(Array(list.document(title: "Wirespool & co").utf8)) == list)
    }

    @Test func `imported feeds get names of their own, and are checked`() throws {
        let list = OPML([
            OPML.Entry(title: "Xinhua: World!", url: "https://a.example/1", folders: ["Asia & Pacific"]),
            OPML.Entry(title: "xinhua world", url: "https://a.example/2"),
            OPML.Entry(title: "新华\u{2028}  evil: {url: \"file:///etc/passwd\"}", url: "feed://b.example/3"),
            OPML.Entry(title: "Again", url: "https://a.example/1"), OPML.Entry(title: "Mine", url: "https://mine.example/"),
            OPML.Entry(title: "Passwords", url: "file:///etc/passwd"), OPML.Entry(title: "Command", url: "|sh -c x"),
            OPML.Entry(title: "Login", url: "https://user:secret@a.example/"),
        ])
        let imported = ImportedFeeds(list, besides: [FeedSettings(name: "xinhua-world", url: "https://mine.example/")])
        #expect(imported.feeds.map(\.name) == ["xinhua-world-2", "xinhua-world-3", "evil-url-file-etc-passwd"])
        #expect(imported.known == 2 && imported.refusals.count == 3)
        #expect(!imported.refusals.contains { $0.reason.contains("secret") })
        let text = imported.text(from: "my\nlist.opml")
        #expect(text.contains("  # Xinhua: World!\n  xinhua-world-2: {url: \"https://a.example/1\", tags: [asia-pacific]}\n"))
        let main = "state: s\nlog: l\noutlets: {a: {path: a}}\ninclude: list.yaml\nfeeds: {}\n"
        let settings = try SettingsFixture(["wirespool.yaml": main, "list.yaml": text]).load()
        #expect(settings.feeds.map(\.url) == ["https://a.example/1", "https://a.example/2", "https://b.example/3"])
    }
}

/// Feeds that pages announce.
struct DiscoveryTests {
    private func found(_ page: String, type: String = "text/html") -> [AnnouncedFeeds.Feed] {
        AnnouncedFeeds(
            in: FetchResponse(
                status: 200, url: "https://wire.example/news/", headers: [HeaderField("Content-Type", type.utf8)], body: Array(page.utf8))
        ).feeds
    }

    @Test func `reads the links of a page, and no others`() {
        let page = """
            <!DOCTYPE html><html><head><base href="/feeds/"><!-- <link rel=alternate type=application/rss+xml href=/no> -->
            <LINK REL="alternate" TYPE="application/rss+xml" TITLE="World &amp; more" HREF="world.xml">
            <link rel='alternate home' type='application/atom+xml; charset=utf-8' href='https://other.example/a?b&amp;c'/>
            <link rel=alternate type=application/feed+json href=//cdn.example/f.json><link rel="alternate" type="application/rss+xml" href="world.xml">
            <link rel="alternate" hreflang="fr" href="/fr"><link rel="stylesheet" href="/x.css">
            <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)"><link rel="alternate" type="text/html" href="/m">
            </head><body><a rel="alternate" type="application/rss+xml" href="/sports.xml">Sports</a></body></html>
            """
        #expect(
            found(page) == [
                AnnouncedFeeds.Feed(url: "https://wire.example/feeds/world.xml", title: "World & more", type: "application/rss+xml"),
                AnnouncedFeeds.Feed(url: "https://other.example/a?b&c", type: "application/atom+xml"),
                AnnouncedFeeds.Feed(url: "https://cdn.example/f.json", type: "application/feed+json"),
                AnnouncedFeeds.Feed(url: "https://wire.example/sports.xml", type: "application/rss+xml"),
            ])
    }

    @Test func `a feed announces itself`() {
        #expect(
            found(Document.whole, type: "text/xml") == [
                AnnouncedFeeds.Feed(url: "https://wire.example/news/", title: "Wire", type: "rss20")
            ])
        #expect(found("<p>Nothing</p>").isEmpty)
    }

    @Test func `asks once, and for nothing else`() async throws {
        let server = try LoopbackServer.start { _ in .ok("<link rel=alternate type=application/rss+xml href=/feed.xml>") }
        let found = try await AnnouncedFeeds.of(server.url("/"), fetcher: try Transfers(), allowsPrivate: true)
        #expect(found.feeds.map(\.url) == [server.url("/feed.xml")])
        #expect(server.requests.map(\.target) == ["/"])
        let refused = await #expect(throws: IngestError.self) {
            _ = try await AnnouncedFeeds.of(server.url("/"), fetcher: try Transfers(), allowsPrivate: false)
        }
        #expect(refused?.label == "forbidden-address")
    }
}
