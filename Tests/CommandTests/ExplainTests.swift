// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// `wirespool explain`, `show --diff` and `replay` as a user sees them.
struct ExplainTests {
    private let program: Program

    private static let dam = """
        GENEVA, Feb. 20 (Xinhua) -- The dam of the upper valley holds, engineers said on Tuesday after a long night of rain and wind. Eleven \
        villages were told to be ready, and the road to Martigny stays closed until the water falls. A second dam, further down, is to be \
        opened at noon to make room.
        """

    init() throws {
        program = try Program()
        try program.configure(["a: {url: \"file:a.xml\"}"])
    }

    private func fetch(_ items: (String, String, String)...) async throws {
        // Texts are compared with those of the last days.
        let document = Wire.rss(items).replacing("Tue, 20 Feb 2018 10:00:00 GMT", with: Date().ISO8601Format())
        try program.write(document, to: "a.xml")
        #expect(try await program.run("fetch", "--force").status == 0)
    }

    private func sendTwice() async throws {
        try await fetch(("g1", "Dam holds", Self.dam))
        try await fetch(("g2", "Dam holds", Self.dam + " Schools are shut."), ("g1", "Dam holds", Self.dam))
    }

    @Test func `explains each version in words`() async throws {
        try await sendTwice()
        let page = try await program.run("explain", "g2", "--plain")
        #expect(page.status == 0)
        #expect(page.output.contains("r1") && page.output.contains("because nothing like it was known"))
        let reason = "because much of the text in common and no contradiction (R7 text), 100 % of the shorter text in common"
        #expect(page.output.contains(reason))
        #expect(page.output.contains("changed 1 paragraph added, 1 paragraph removed, 3 words added"))
        let file = try FileManager.default.contentsOfDirectory(atPath: program.root + "/spool/main/new")[0]
        #expect(try await program.run("explain", "spool/main/new/" + file, "--plain").output == page.output)
    }

    @Test func `explains to programs, too`() async throws {
        try await sendTwice()
        let line = try await program.run("explain", "g1").output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let versions = try #require(object["versions"] as? [[String: Any]])
        #expect(versions.map { $0["code"] as? String } == [nil, "R7 text"] && versions[1]["C3"] as? Double == 1)
        #expect((object["decisions"] as? [[String: Any]])?.count == 1)
    }

    @Test func `shows what changed between two versions`() async throws {
        try await sendTwice()
        let page = try await program.run("show", "g1", "--diff", "1", "--plain")
        #expect(page.output.contains("r1 → r2, update") && page.output.replacing("\n", with: " ").contains("{+Schools are shut.+}"))
        let line = try await program.run("show", "g1", "--diff", "1").output
        #expect(line.contains(#""from":1,"to":2,"changeType":"update","#) && line.contains(#"{"added":"Schools are shut."}"#))
        #expect(try await program.run("show", "g1", "--diff", "9").status == 1)
    }

    @Test func `publishes again what a consumer took`() async throws {
        try await sendTwice()
        let folder = URL(fileURLWithPath: program.root + "/spool/main/new")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let bytes = try Data(contentsOf: folder.appendingPathComponent(names[0]))
        for name in names { try FileManager.default.removeItem(at: folder.appendingPathComponent(name)) }
        let replay = try await program.run("replay", "--outlet", "main", "--since", "1h", "--plain")
        #expect(replay.status == 0 && replay.output == "2 files published again to main\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names)
        #expect(try Data(contentsOf: folder.appendingPathComponent(names[0])) == bytes)
    }

    @Test(arguments: ["--outlet desk", "--outlet main --since yesterday", "--since 1h"])
    func `refuses to publish what it does not understand`(arguments: String) async throws {
        let words = arguments.split(separator: " ").map(String.init)
        let ending = try await Program.aside { [program] in try program.runToEnd(["replay"] + words) }
        #expect(ending.status == 64)
    }

    @Test func `says that a story is not known`() async throws {
        try await fetch(("g1", "Dam holds", Self.dam))
        let ending = try await program.run("explain", "g9")
        #expect(ending.status == 1 && ending.messages.contains("no story 'g9'"))
    }
}
