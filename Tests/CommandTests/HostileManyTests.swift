// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// Documents of very many things: what is beyond a limit is counted and told, and the rest is read within what a hostile case may cost.
struct HostileManyTests {
    private let program: Program

    init() throws {
        program = try Program()
    }

    private static func numbered(_ count: Int, between separator: String = "", _ piece: (Int) -> String) -> String {
        (0..<count).map(piece).joined(separator: separator)
    }

    private static func json(_ items: String) -> String {
        #"{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[\#(items)]}"#
    }

    /// Documents with more items than are read of one, and how they say so.
    static let documents: [String: (text: @Sendable () -> String, items: Int, repair: String)] = [
        "rss": (
            { "<rss><channel><title>t</title>" + numbered(90_000) { "<item><title>\($0)</title></item>" } + "</channel></rss>" },
            5_000, "85000 items beyond the limit left out"
        ),
        "rss of more elements": (
            { "<rss><channel>" + numbered(100_000) { "<item><guid>\($0)</guid><title>\($0)</title></item>" } + "</channel></rss>" },
            5_000, "stopped by a limit: too-many-elements"
        ),
        "atom": (
            {
                "<feed xmlns='http://www.w3.org/2005/Atom'>" + numbered(90_000) { "<entry><title>\($0)</title></entry>" } + "</feed>"
            }, 5_000, "85000 items beyond the limit left out"
        ),
        "json": ({ json(numbered(20_000, between: ",") { "{\"id\":\"\($0)\"}" }) }, 5_000, "15000 items beyond the limit left out"),
    ]

    @Test(arguments: documents.keys.sorted()) func `of a hundred thousand items the first are read, and the others counted`(name: String)
        async throws
    {
        let document = try #require(Self.documents[name])
        try program.write(document.text(), to: "document")
        let ending = try await program.run("parse", "document")
        #expect(ending.status == 0 && ending.cost.isBounded, "\(ending.cost)")
        #expect(ending.output.prefix(300).contains(document.repair), "\(ending.output.prefix(300))")
        let object = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any]
        #expect((object?["entries"] as? [Any])?.count == document.items)
    }

    /// JSON of five megabytes of which Foundation's parser, left to itself, would make up to a hundred.
    static let large: [String: (text: @Sendable () -> String, label: String?)] = [
        "tags": ({ json(of: 5_000) { _ in "\"tags\":[" + numbered(50, between: ",") { _ in "\"sixteen letters.\"" } + "]" } }, nil),
        "numbers": ({ json(of: 5_000) { _ in numbered(75, between: ",") { "\"k\($0)\":\($0).5e3" } } }, nil),
        "one item of many values": (
            { json(of: 1) { _ in "\"tags\":[" + numbered(300_000, between: ",") { "\($0)" } + "]" } }, "too-many-elements"
        ),
        "values around the items": (
            {
                "{\"a\":[" + numbered(300_000, between: ",") { "\($0)" }
                    + "],\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}"
            },
            "too-many-elements"
        ),
        "items that are none": ({ json(numbered(300_000, between: ",") { "\($0)" }) }, "too-many-elements"),
        "fifteen megabytes": ({ json(of: 5_000) { _ in "\"content_text\":\"\(String(repeating: "word ", count: 590))\"" } }, nil),
    ]

    private static func json(of count: Int, _ members: (Int) -> String) -> String {
        json(numbered(count, between: ",") { "{\"id\":\"\($0)\",\(members($0))}" })
    }

    @Test(arguments: large.keys.sorted()) func `a large JSON feed takes little more memory than its bytes`(name: String) async throws {
        let document = try #require(Self.large[name])
        try program.write(document.text(), to: "document")
        let ending = try await program.run("parse", "document")
        #expect(ending.status == (document.label == nil ? 0 : 65) && ending.cost.isBounded, "\(ending.cost)")
        #expect(ending.output.prefix(1_000).contains("\"label\":\"\(document.label ?? "")\"") == (document.label != nil))
    }

    @Test func `documents one after the other take no more memory than one`() async throws {
        try program.write(try #require(Self.documents["rss"]).text(), to: "document")
        let ending = try await program.run("parse", "document", "document", "document")
        #expect(ending.status == 0)
        #expect(!HostileBounds.areEnforced || ending.cost.memory <= RunCost.idleMemory + HostileBounds.memory, "\(ending.cost)")
    }

    @Test func `what is beyond the limit of a poll is told in the log, and all of it stays in 256 MiB`() async throws {
        try program.configure(["a: {url: \"file:a.xml\"}"])
        try program.write(
            "<rss><channel>" + Self.numbered(60_000) { "<item><title>Story \($0)</title></item>" } + "</channel></rss>", to: "a.xml")
        let ending = try await program.run("fetch", "--plain")
        #expect(ending.status == 0, "\(ending.messages)")
        #expect(!HostileBounds.areEnforced || ending.cost.memory < 256 << 20, "\(ending.cost)")
        let events = try program.events()
        #expect(events.count { $0["verdict"] as? String == "new" } == 5_000)
        #expect(events.contains { $0["message"] as? String == "55000 items beyond the limit of one document were left out" })
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.root + "/spool/main/new").count == 5_000)
    }
}
