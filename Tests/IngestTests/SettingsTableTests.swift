// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Testing

@testable import Ingest

@Suite struct SettingsTableTests {
    @Test func `the sample file is what the table says`() throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let written = try String(decoding: Data(contentsOf: URL(fileURLWithPath: "/\(root)/Config/wirespool.yaml")), as: UTF8.self)
        guard written != SettingsTable.sample() else { return }
        let expected = FileManager.default.temporaryDirectory.path + "/wirespool.yaml.expected"
        try Data(SettingsTable.sample().utf8).write(to: URL(fileURLWithPath: expected))
        Issue.record("Config/wirespool.yaml is out of date: cp \(expected) Config/wirespool.yaml")
    }

    @Test func `the sample file can be loaded, and with every key uncommented it says the same`() throws {
        let sample = SettingsTable.sample()
        let open = sample.split(separator: "\n").map { line in
            let content = line.drop { $0 == " " }
            let isKey =
                content.hasPrefix("#") && content.dropFirst().prefix { $0 != ":" }.allSatisfy { $0.isLowercase || "_-".contains($0) }
            return isKey ? line.prefix(line.count - content.count) + content.dropFirst() : line
        }
        let url = "#url: null"
        #expect(sample.contains(url))
        let withURL = open.joined(separator: "\n").split(separator: "url: null").joined(separator: "url: https://a.example/")
        let fixture = try SettingsFixture(["wirespool.yaml": sample, "open.yaml": withURL])
        let (closed, opened) = (try fixture.load(), try fixture.load("open.yaml"))
        #expect(closed.feeds.isEmpty && closed.outlets == opened.outlets && closed.state == opened.state && closed.log == opened.log)
        let place = FeedSettings.Place(file: fixture.directory + "/open.yaml", line: opened.feeds[0].place.line)
        #expect(opened.feeds == [FeedSettings(name: "my-feed", url: "https://a.example/", place: place)])
        #expect(SettingsTable.rows.allSatisfy { row in sample.contains("\(row.name):") })
    }

    @Test func `every default in the table is the default of the value`() throws {
        let scrambled = """
            outlets: {a: {path: a}}
            defaults: {enabled: false, interval: 1h, timeout: 1h, max_body: 1KiB, identity: link,
              tags: [x], urgency: 2, hold_embargoed: true, embargo_lines: true, rights: {holder: x}, headers: {a: b}, user_agent: x, allow_private: true, http_version: 1.1,
              ignore_etag: true, ignore_last_modified: true, deltas: true, respect_robots: true}
            feeds:
              f:
                url: http://a.example

            """
        let standards = SettingsTable.inheritable.compactMap { setting in setting.standard.map { "    \(setting.name): \($0)\n" } }
        let feed = try SettingsFixture(["wirespool.yaml": scrambled + standards.joined()]).load().feeds[0]
        #expect(standards.count == 18)
        #expect(feed == FeedSettings(name: "f", url: "http://a.example", place: feed.place))
    }

    @Test(arguments: [
        ("*", "anything", true), ("xinhua-*", "xinhua-world", true), ("xinhua-*", "xinhua", false), ("*-en", "tass-en", true),
        ("a*b*c", "axxbyyc", true), ("a*b*c", "axxbyy", false), ("?", "é", true), ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false),
        ("[]]", "]", true), ("tass", "tass", true), ("tass", "tas", false), ("*a*a*a*a*b", String(repeating: "a", count: 100), false),
    ])
    func `a pattern matches whole names`(pattern: String, name: String, expected: Bool) throws {
        #expect(try #require(Glob(pattern)).matches(name) == expected)
    }

    @Test(arguments: ["", "[", "[a", "[z-a]", "[]"])
    func `a broken pattern is none`(pattern: String) {
        #expect(Glob(pattern) == nil)
    }
}
