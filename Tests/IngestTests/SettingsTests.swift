// SPDX-License-Identifier: Apache-2.0
import Ingest
import Spool
import Testing

@Suite struct SettingsTests {
    private static let whole = """
        state: state
        log: /var/log/here.log
        keep: 30d
        keep_versions: 5000
        log_size: 1MiB
        quarantine_files: 3
        places: feeds.d/notes.txt
        outlets:
          main: {path: spool/main}
          desk: {path: /srv/desk, format: superdesk, layout: drop, feeds: ["xinhua-*", tass], keep: 7d, keep_files: 100, max_files: 500, from: 12}
        defaults: {interval: 10m, timeout: 30s, language: en, tags: [wire]}
        include: feeds.d/*.yaml
        feeds:
          xinhua-world:
            url: https://news.example/world.xml?b=2&a=1&&x
            agency: xinhua
            interval: 5m
            tags: world
            headers: {Accept-Language: "en;q=0.9", X-Desk: foreign}
            max_body: 64KB
            allow_private: true
          local: {url: "file:demo/a b.xml", enabled: false, host_gap: 500ms}
        """

    private func fixture() throws -> SettingsFixture {
        try SettingsFixture([
            "wirespool.yaml": Self.whole,
            "feeds.d/tass.yaml": "defaults: {language: ru, timezone: Europe/Moscow}\nfeeds:\n  tass: {url: \"http://tass.example/rss\"}\n",
            "feeds.d/ansa.yaml": "feeds:\n  ansa: {url: \"http://ansa.example/rss\", identity: link}\n",
            "feeds.d/notes.txt": "not a configuration",
        ])
    }

    @Test func `reads outlets with paths relative to the file`() throws {
        let fixture = try fixture()
        let settings = try fixture.load()
        #expect(settings.state == fixture.directory + "/state")
        #expect(settings.log == "/var/log/here.log")
        #expect(settings.placesFile == fixture.directory + "/feeds.d/notes.txt")
        #expect(settings.outlets.map(\.name) == ["main", "desk"])
        #expect(settings.outlets[0] == OutletSettings(name: "main", path: fixture.directory + "/spool/main"))
        let desk = settings.outlets[1]
        #expect(desk.path == "/srv/desk")
        #expect(desk.layout == .drop)
        #expect(desk.keep == Keeping(age: .seconds(7 * 86400), files: 100))
        #expect(desk.maxFiles == 500)
        #expect(desk.from == .sequence(12))
        #expect(desk.takes(feed: "xinhua-world") && desk.takes(feed: "tass") && !desk.takes(feed: "tass-en"))
        #expect(settings.warnings.isEmpty)
        #expect(settings.retention.age == .seconds(30 * 86400) && settings.retention.versions == 5000)
        #expect(settings.retention.log.size == 1 << 20 && settings.retention.quarantine.documents == 3)
    }

    @Test func `a feed says what it wants and takes the rest from the defaults`() throws {
        let fixture = try fixture()
        let feed = try #require(try fixture.load().feeds.first)
        #expect(feed.name == "xinhua-world")
        #expect(feed.url == "https://news.example/world.xml?b=2&a=1&&x")
        #expect(feed.interval == .seconds(300))
        #expect(feed.timeout == .seconds(30))
        #expect(feed.language == "en")
        #expect(feed.tags == ["world"])
        #expect(feed.headers == [.init("Accept-Language", "en;q=0.9"), .init("X-Desk", "foreign")])
        #expect(feed.maxBody == 64_000)
        #expect(feed.allowsPrivate && feed.isEnabled)
        #expect(feed.place == .init(file: fixture.directory + "/wirespool.yaml", line: 14))
    }

    @Test func `included files follow by name, with defaults of their own on top of the main ones`() throws {
        let feeds = try fixture().load().feeds
        #expect(feeds.map(\.name) == ["xinhua-world", "local", "ansa", "tass"])
        #expect(feeds[2].language == "en" && feeds[2].timeZone == nil && "\(feeds[2].identity)" == "link")
        #expect(feeds[3].language == "ru" && feeds[3].timeZone == "Europe/Moscow" && feeds[3].interval == .seconds(600))
    }

    @Test func `a file URL becomes absolute and keeps its odd characters encoded`() throws {
        let fixture = try SettingsFixture(["wirespool.yaml": "outlets: {a: {path: a}}\nfeeds:\n  f: {url: \"file:./d/../\u{e9}%20.xml\"}\n"]
        )
        #expect(try fixture.load().feeds[0].url == "file://" + fixture.directory + "/%C3%A9%20.xml")
    }

    @Test func `the command line wins over the file`() throws {
        let settings = try fixture().load(overrides: SettingsOverrides(state: "/s", spool: "/p/../q", log: "/l"))
        #expect(settings.state == "/s" && settings.log == "/l")
        #expect(settings.outlets.map(\.path) == ["/q/main", "/q/desk"])
    }

    @Test func `JSON is YAML`() throws {
        let json =
            #"{"outlets": {"main": {"path": "/x", "format": "native"}}, "defaults": {"agency": null},"# + "\n"
            + #" "feeds": {"f": {"url": "http://127.0.0.1:8080/a.xml", "allow_private": true}}}"#
        let settings = try SettingsFixture(["wirespool.yaml": json]).load()
        #expect(settings.feeds.map(\.url) == ["http://127.0.0.1:8080/a.xml"])
        #expect(settings.feeds[0].allowsPrivate)
    }

    @Test func `an include without a file, a pattern without a feed and an unknown agency are only warnings`() throws {
        let fixture = try SettingsFixture([
            "wirespool.yaml": """
            include: nothing/*.yaml
            outlets:
              main: {path: a, feeds: [afp-*]}
            feeds:
              one: {url: "http://a.example/", agency: xinhau}
            """
        ])
        #expect(
            try fixture.warnings() == [
                "wirespool.yaml:5: the feed 'one' names an unknown agency, 'xinhau'; did you mean 'xinhua'?",
                "wirespool.yaml:1: include: no file matches 'nothing/*.yaml'",
                "wirespool.yaml: the outlet 'main' asks for 'afp-*', and no feed is named so",
            ])
    }

    @Test func `where more than ten feeds share a host it rests longer between two, unless the operator says how long`() throws {
        func feeds(_ count: Int, of host: String, _ rest: String = "") throws -> SettingsFixture {
            let feeds = (1...count).map { "  f\($0): {url: \"https://\(host)/\($0).xml\", interval: 2m\(rest)}" }
            return try SettingsFixture(["wirespool.yaml": "outlets: {main: {path: a}}\nfeeds:\n" + feeds.joined(separator: "\n")])
        }
        func gaps(_ fixture: SettingsFixture) throws -> Set<Duration> { Set(try fixture.load().feeds.map(\.requestGap)) }
        #expect(try gaps(feeds(10, of: "wire.example")) == [.seconds(1)])
        #expect(try gaps(feeds(11, of: "wire.example")) == [.seconds(10)])
        #expect(try gaps(feeds(11, of: "wire.example", ", host_gap: 2s")) == [.seconds(2)])
        #expect(try gaps(feeds(11, of: "127.0.0.1:8080", ", allow_private: true")) == [.seconds(1)])
        #expect(try feeds(12, of: "wire.example").warnings().isEmpty)
        #expect(
            try feeds(13, of: "wire.example").warnings() == [
                "wirespool.yaml:3: the 13 feeds of wire.example take 130s one after the other, longer than the interval of 2m; "
                    + "give them a longer one, or a shorter host_gap if the publisher agrees"
            ])
    }

    @Test func `thousands of feeds are read in one go`() throws {
        let feeds = (1...2000).map {
            "  feed-\($0): {url: \"https://h\($0 % 50).example/\($0).xml\", interval: 5m, tags: [a, b], agency: afp}"
        }
        let fixture = try SettingsFixture(["wirespool.yaml": "outlets: {main: {path: a}}\nfeeds:\n" + feeds.joined(separator: "\n")])
        #expect(try fixture.load().feeds.count == 2000)
    }
}
