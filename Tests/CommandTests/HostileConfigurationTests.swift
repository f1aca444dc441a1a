// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

private func many(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

private func numbered(_ count: Int, _ piece: (Int) -> String) -> String { (0..<count).map(piece).joined() }

/// Files of settings and lists of feeds that somebody else wrote, and command lines: each is answered, within what a hostile case may cost.
struct HostileConfigurationTests {
    private let program: Program

    init() throws {
        program = try Program()
    }

    private static let outlet = "outlets:\n  main: {path: spool}\n"

    /// A map or a list of ten, and eight times ten of the one before.
    private static func aliases(_ first: String, _ open: String, _ close: String, _ piece: (Int, Int) -> String) -> String {
        "a0: &a0 \(first)\n"
            + numbered(8) { level in
                "a\(level + 1): &a\(level + 1) \(open)\((0..<10).map { piece($0, level) }.joined(separator: ", "))\(close)\n"
            }
    }

    static let files: [String: String] = [
        "aliases of aliases": outlet + aliases("[x, x]", "[", "]") { "*a\($1)" },
        "feeds by aliases": outlet + aliases("{url: 'file:a'}", "{", "}") { "k\($0): *a\($1)" } + "feeds: *a8\n",
        "merged aliases": outlet + aliases("{url: 'file:a'}", "{<<: [", "]}") { "*a\($1)" } + "feeds: {f: *a8}\n",
        "an alias of itself": "a: &a [*a]\n" + outlet,
        "many anchors": outlet + numbered(10_000) { "a\($0): &b\($0) v\n" },
        "open brackets": outlet + "feeds: " + many(100_000, "["),
        "brackets in brackets": outlet + "feeds: " + many(20_000, "[") + many(20_000, "]"),
        "maps in maps": outlet + "feeds: " + many(50_000, "{a: "),
        "steps down": outlet + "feeds:\n" + numbered(1_500) { many($0 + 1, " ") + "a:\n" },
        "dashes": outlet + "feeds: " + many(100_000, "- "),
        "question marks": outlet + many(100_000, "? "),
        "one long value": outlet + "log: " + many(2_000_000, "x") + "\n",
        "unknown keys": outlet + numbered(10_000) { "k\($0): v\n" },
        "one key many times": outlet + "feeds:\n" + many(10_000, "  f: {url: 'file:a'}\n"),
        "many feeds": outlet + "feeds:\n" + numbered(10_000) { "  f\($0): {url: 'file:a\($0)'}\n" },
        "many outlets": "outlets:\n" + numbered(2_000) { "  o\($0): {path: s\($0)}\n" },
        "a NUL": outlet + "log: a\u{0}b\n",
        "escapes": outlet + "log: \"" + many(200_000, "\\x41") + "\"\n",
        "an open quote": outlet + "log: \"" + many(200_000, "x\n"),
        "a tag that runs a command": outlet + "log: !!python/object/apply:os.system ['reboot']\n",
        "tabs": many(200_000, "\t"),
        "a long comment": outlet + many(2_000_000, "#"),
        "numbers beyond numbers": outlet + "keep: " + many(100_000, "9") + "d\nkeep_versions: " + many(100_000, "9") + "\n",
        "a pattern of stars": "outlets:\n  main: {path: spool, feeds: ['" + many(5_000, "*a") + "']}\nfeeds:\n  " + many(60, "a")
            + ": {url: 'file:a'}\n",
        "many documents": outlet + many(100_000, "---\n"),
        "byte order marks": many(50_000, "\u{FEFF}"),
        "colons": outlet + many(200_000, ":"),
        "folded lines": outlet + "log: >\n" + many(100_000, "  x\n\n"),
        "an include of itself": outlet + "include: ['*.yaml', wirespool.yaml]\n",
    ]

    @Test(arguments: files.keys.sorted()) func `any file of settings is answered`(name: String) async throws {
        try program.write(try #require(Self.files[name]), to: "wirespool.yaml")
        let ending = try await program.run("check")
        #expect([0, 78].contains(ending.status), "\(ending.messages.prefix(300))")
        #expect(ending.cost.isBounded, "\(ending.cost)")
    }

    static let lists: [String: String] = [
        "open outlines": "<opml><body>" + many(20_000, "<outline text='a'>"),
        "many feeds": "<opml><body>" + numbered(5_000) { "<outline xmlUrl='https://a.example/\($0)' text='a'/>" } + "</body></opml>",
        "one feed many times": "<opml><body>" + many(5_000, "<outline xmlUrl='https://a.example/' text='a'/>") + "</body></opml>",
        "long names": "<opml><body><outline xmlUrl='https://a.example/' text='" + many(500_000, "a") + "'/></body></opml>",
        "a path for a name": "<opml><body><outline xmlUrl='https://a.example/' text='../../etc/passwd'/></body></opml>",
        "a command for an address":
            "<opml><body><outline xmlUrl='|reboot' text='a'/><outline xmlUrl='file:///etc/passwd' text='b'/></body></opml>",
        "YAML in a name": "<opml><body><outline xmlUrl='https://a.example/' text=\"a': {url: 'file:x'}\n  b\"/></body></opml>",
        "entities": "<!DOCTYPE opml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '" + many(1_000, "&a;") + "'>]><opml><body>" + many(1_000, "&b;"),
        "tags": many(500_000, "<"),
        "comments": "<opml><body>" + many(200_000, "<!--"),
    ]

    @Test(arguments: lists.keys.sorted()) func `any list of feeds is taken over or refused, and names nothing but addresses`(
        name: String
    ) async throws {
        try program.configure([], more: "include: feeds.d/*.yaml")
        try program.write(try #require(Self.lists[name]), to: "list.opml")
        let ending = try await program.run("import", "list.opml")
        #expect(ending.status >= 0 && ending.cost.isBounded, "\(ending.status): \(ending.cost)")
        guard ending.status == 0, let taken = try? program.text(of: "feeds.d/list.yaml") else { return }
        let addresses = taken.matches(of: /url: *"([^"]*)"/).map(\.output.1)
        #expect(addresses.allSatisfy { $0.hasPrefix("https://a.example/") })
        #expect(try await program.run("check").status == 0)
    }

    static let commands: [[String]] = [
        ["show", many(100_000, "a")], ["show", "../../etc/passwd"], ["show", "\u{1B}[2J"], ["show", "' OR 1=1 --"],
        ["status", many(50_000, "*")], ["explain", many(10_000, "%s%n")], ["fetch", "--" + many(50_000, "x")],
        ["tail", "--" + many(10_000, "é")], ["replay", "--outlet", "a/../b"], ["feed", "pause", many(50_000, "a")],
        ["backup", "/proc/self/mem"], [many(100_000, "a")], ["consume", "--outlet", many(5_000, "a"), "--exec", "true"],
        ["fetch"] + Array(repeating: "a", count: 5_000), ["parse"] + Array(repeating: "missing.xml", count: 2_000),
    ]

    @Test(arguments: commands.indices)
    func `any command line is answered`(place: Int) async throws {
        let arguments = Self.commands[place]
        try program.configure([])
        let ending = try await Program.aside { [program] in try program.runToEnd(arguments) }
        #expect(ending.status > 0, "\(ending.output.prefix(300))")
        #expect(ending.cost.isBounded, "\(ending.cost)")
        #expect(!(ending.output + ending.messages).contains("\u{1B}"))
    }
}
