// SPDX-License-Identifier: Apache-2.0
import Testing

/// A configuration with a mistake, and all that a person is told.
struct MistakeExample: Sendable, CustomTestStringConvertible {
    let feed: String
    let complaint: String?

    init(_ feed: String, _ complaint: String?) {
        self.feed = feed
        self.complaint = complaint
    }

    var testDescription: String { feed }
}

@Suite struct SettingsMistakeTests {
    /// Each is the fifth line of a configuration, a key of the feed `f`.
    static let feedLines: [MistakeExample] = [
        .init("intervall: 5m", "unknown key 'intervall'; did you mean 'interval'?"),
        .init("Interval: 5m", "unknown key 'Interval'; did you mean 'interval'?"),
        .init("colour: red", "unknown key 'colour'"),
        .init("layout: drop", "'layout' does not stand here; it belongs to an outlet"),
        .init("interval: 15", "interval: '15' needs a unit; did you mean '15s'?"),
        .init("interval: 15 minutes", "interval: '15 minutes' is not a duration, such as 90s, 15m or 7d; did you mean '15m'?"),
        .init("interval: 15M", "interval: '15M' is not a duration, such as 90s, 15m or 7d; did you mean '15m'?"),
        .init("interval: soon", "interval: 'soon' is not a duration, such as 90s, 15m or 7d"),
        .init("interval: [5m]", "interval: is a list, and must be one value"),
        .init("interval: 99999999999999999999d", "interval: '99999999999999999999d' is not a duration, such as 90s, 15m or 7d"),
        .init("interval: 9223372036854775807w", "interval: '9223372036854775807w' is too large"),
        .init("interval: 400d", "interval: must be between 100ms and 30d"),
        .init("interval:", "interval: has no value"),
        .init("interval: 2h", nil),
        .init("max_body: 16Mib", "max_body: '16Mib' is not a size, such as 64KiB or 16MiB; did you mean '16MiB'?"),
        .init("max_body: 3", "max_body: must be between 1KiB and 1GiB"),
        .init("max_body: 65536", nil),
        .init("enabled: ture", "enabled: 'ture' is neither true nor false; did you mean 'true'?"),
        .init("enabled: no", nil),
        .init("language: no", nil),
        .init("language: en_US", "language: 'en_US' is not a language tag, such as en or zh-Hans"),
        .init("timezone: Asia/Shangai", "timezone: 'Asia/Shangai' is no time zone, such as Asia/Shanghai; did you mean 'Asia/Shanghai'?"),
        .init("timezone: America/Argentina/Buenos_Aires", nil),
        .init("identity: giud", "identity: 'giud' is none of auto, guid, link, content; did you mean 'guid'?"),
        .init("agency: Xinhua", "agency: 'Xinhua' is not an agency code; did you mean 'xinhua'?"),
        .init("tags: {a: b}", "tags: is a map, and must be a list"),
        .init("headers: [a]", "headers: is a list, and must be a map of names and values"),
        .init("headers: {\"a b\": c}", "headers: 'a b' is not the name of a header"),
        .init("headers: {If-None-Match: x}", "headers: 'If-None-Match' is set by Wirespool itself"),
        .init("headers: {a: \"b\\r\\nc: d\"}", "headers: contains a control character"),
        .init("proxy: ftp://p.example", "proxy: 'ftp:' is none of http:, https:, socks4:, socks4a:, socks5:, socks5h:"),
        .init("proxy: socks5h://127.0.0.1:9050", nil),
        .init("ca_file: absent.pem", "ca_file: there is no file DIR/absent.pem"),
        .init(
            "username: ann",
            "username: a secret must not stand in a file that everyone can read; write @credential:NAME or @file:PATH in quotes"),
        .init("password: @credential:x", "a value that begins with '@' must stand in quotes"),
        .init("tags: [a", "not YAML: did not find expected ',' or ']'"),
    ]

    @Test(arguments: feedLines)
    func `tells what is wrong with a key of a feed, and its line`(example: MistakeExample) throws {
        let text = "outlets:\n  main: {path: a}\nfeeds:\n  f:\n    \(example.feed)\n    url: http://a.example/\n"
        let fixture = try SettingsFixture(["wirespool.yaml": text])
        let complaints = fixture.complaints().filter { !$0.contains("both username") }
        let expected = example.complaint.map { $0.split(separator: "DIR/").joined() }
        guard let expected else {
            #expect(complaints == [])
            return
        }
        #expect(complaints.count == 1)
        let complaint = try #require(complaints.first)
        #expect(complaint == "wirespool.yaml:5: " + expected || (expected.hasPrefix("not YAML") && complaint.hasSuffix(expected)))
    }

    static let urls: [MistakeExample] = [
        .init("htps://a.example/x", "'htps:' is none of http:, https:, file:; did you mean 'https://a.example/x'?"),
        .init("feed://a.example/x", "'feed:' is none of http:, https:, file:; did you mean 'https://a.example/x'?"),
        .init("a.example/x", "is not a URL; it begins with http: or https:, file:"),
        .init("http:a.example", "'http:a.example' lacks the // before the host"),
        .init("https:///x", "'https:///x' names no host"),
        .init("https://a.example:70000/x", "'70000' is not a port"),
        .init("https://ann:pw@a.example/", "a user name or password must not stand in the URL; write them under 'username' and 'password'"),
        .init("https://a.example/a b", "a URL has no spaces"),
        .init("file://demo/a.xml", "a file URL with // needs an absolute path; did you mean 'file:demo/a.xml'?"),
        .init("file:", "names no file"),
        .init("https://[2001:db8::1]:8443/x?a=@b", nil),
        .init("file:///srv/a.xml", nil),
    ]

    @Test(arguments: urls)
    func `tells what is wrong with an address`(example: MistakeExample) throws {
        let fixture = try SettingsFixture(["wirespool.yaml": "outlets: {a: {path: a}}\nfeeds:\n  f: {url: '\(example.feed)'}\n"])
        #expect(fixture.complaints() == (example.complaint.map { ["wirespool.yaml:3: url: " + $0] } ?? []))
    }

    @Test func `tells every mistake at once, in the order of the files`() throws {
        let fixture = try SettingsFixture([
            "wirespool.yaml": """
            stat: /x
            outlets:
              a: {path: same, formt: native, feeds: ["[a"]}
              b: {path: ./same, layout: dorp}
              c: {}
            include: feeds.d/*.yaml
            interval: 5m
            feeds:
              one: {url: "http://a.example/"}
              "two words": {url: "http://a.example/"}
              three:
            """,
            "feeds.d/a.yaml": "state: /y\nfeeds:\n\n  one: {url: \"http://b.example/\"}\n",
        ])
        #expect(
            fixture.complaints()
                == [
                    "wirespool.yaml:1: unknown key 'stat'; did you mean 'state'?",
                    "wirespool.yaml:7: 'interval' does not stand here; it belongs under 'defaults' or to a feed",
                    "wirespool.yaml:3: unknown key 'formt'; did you mean 'format'?",
                    "wirespool.yaml:3: feeds: '[a' is not a pattern: a bracket is not closed",
                    "wirespool.yaml:4: layout: 'dorp' is none of spool, drop; did you mean 'drop'?",
                    "wirespool.yaml:4: the outlets 'a' and 'b' have one path, \(fixture.directory)/same",
                    "wirespool.yaml:5: the outlet 'c' has no path",
                    "wirespool.yaml:10: 'two words' is not a name: use letters, digits, '-', '_' and '.', 100 at most, not '.' or '-' first",
                    "wirespool.yaml:11: the feed 'three' has no url",
                    "feeds.d/a.yaml:1: 'state' does not stand here; it belongs at the top of the main file",
                    "feeds.d/a.yaml:4: there are two feeds 'one'; the other is at wirespool.yaml:9",
                ].map { $0.split(separator: fixture.directory + "/").joined() })
    }

    @Test func `a key that is written twice is named with both lines`() throws {
        let text =
            "outlets:\n  main: {path: a}\nfeeds:\n  a: {url: x}\n  # between\n  \"b\":\n    url: x\n    tags: [a]\n  a:\n    url: y\n"
        #expect(try SettingsFixture(["wirespool.yaml": text]).complaints() == ["wirespool.yaml:9: 'a' is written twice; first at line 4"])
    }

    /// Ten times ten of the list before, and so on: a hundred million values in nine lines.
    private static let multiplied = (1...8).reduce("a0: &a0 [x]\n") { lines, level in
        lines + "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }

    @Test(arguments: [
        ("# nothing\n", "wirespool.yaml: there is no outlet; name at least one under 'outlets', with its path"),
        ("- a\n", "wirespool.yaml:1: the file must be a map of names and values"),
        ("feeds: {}\n", "wirespool.yaml: there is no outlet; name at least one under 'outlets', with its path"),
        ("outlets: {a: {path: a}}\n---\na: b\n", "wirespool.yaml:2: not YAML: but found another document"),
        (
            multiplied, "wirespool.yaml: says more than two million values; do its aliases multiply them?"
        ),
    ])
    func `tells what is wrong with a whole file`(text: String, complaint: String) throws {
        #expect(try SettingsFixture(["wirespool.yaml": text]).complaints() == [complaint])
    }

    @Test func `a missing file is one clear message`() throws {
        #expect(
            try SettingsFixture(["other.yaml": ""]).complaints() == ["wirespool.yaml: there is no such file; `wirespool init` writes one"])
    }
}
