// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

private func bytes(_ count: Int, of piece: String) -> String { String(repeating: piece, count: count / piece.utf8.count) }

/// A megabyte of whatever repeats as a headline, and much of it wherever else a feed has words: no command that prints a story or an event takes long, or prints it as a command.
struct HostileLengthTests {
    static let pieces: [String: String] = [
        "colours": "\u{1B}[31m", "titles of windows": "\u{1B}]0;a\u{7}", "open commands": "\u{1B}]", "isolates": "\u{2066}a",
        "letters with marks": "e\u{301}\u{302}", "variations": "a\u{FE0F}", "noncharacters": "\u{FFFF}", "lines": "\n",
        "lines of another kind": "a\u{2028}", "escapes of JSON": "\\u0000", "bells": "\u{7}",
        "carriage returns": "a\r", "C1 commands": "\u{9B}1m", "turned text": "\u{202E}", "tags of flags": "\u{E0061}",
        "zero widths": "a\u{200B}", "combining marks": "\u{301}", "joined people": "👨\u{200D}", "flags": "\u{1F1E6}", "jamo": "\u{1100}",
        "NULs": "\u{0}",
        "ideographs": "新华社", "spaces": " ", "lines of one letter": "a\n", "paragraphs": "a\n\n", "quotes": "\"", "backslashes": "\\",
        "percent signs": "%s%n", "brackets": "(", "dashes": " -- ", "one word": "a", "different signs": "a.b,c;d:",
        "labels": "Correction: ", "datelines": "LONDON, Feb. 20 (Xinhua) -- ", "credits": "(Xinhua/Li Wei) ",
        "notes": "Eds: ", "addresses": "https://a.example/ ", "tags": "<b>",
        "references": "&amp;", "broken charsets": "Ã¢â‚¬â„¢", "months": "Feb. ",
        "full stops": ". ",
    ]

    private let program: Program

    init() throws {
        program = try Program()
        try program.configure(["a: {url: \"file:a.json\", embargo_lines: true}"])
    }

    @Test(arguments: pieces.keys.sorted())
    func `no story is so long that a command prints it slowly, or as a command`(name: String) async throws {
        let piece = try #require(Self.pieces[name])
        try publish(piece, first: "The first line of it.")
        try await expectBounds(["fetch", "--plain", "--force"])
        try publish(piece, first: "Another line stands first.")
        try await expectBounds(["fetch", "--plain", "--force"])
        for arguments in [["tail", "--plain"], ["status", "a", "--plain"]] { try await expectBounds(arguments) }
        let id = try #require(try program.records().last?["id"] as? String)
        for arguments in [["show", id, "--plain"], ["show", id, "--diff", "1", "--plain"], ["explain", id, "--plain"]] {
            try await expectBounds(arguments)
        }
        let events = try program.events()
        #expect(events.compactMap { $0["seq"] as? Int } == Array(1...events.count))
        #expect(try program.text(of: "ingest.log").split(separator: "\n").allSatisfy { $0.utf8.count < 64 << 10 })
    }

    @Test(arguments: ["bells", "one word", "paragraphs", "turned text"])
    func `half a megabyte of text is told as quickly`(name: String) async throws {
        let piece = try #require(Self.pieces[name])
        try publish(piece, first: "The first line of it.", headline: 100, text: 1 << 19)
        try await expectBounds(["fetch", "--plain"])
        let id = try #require(try program.records().last?["id"] as? String)
        for arguments in [["show", id, "--plain"], ["explain", id, "--plain"]] { try await expectBounds(arguments) }
    }

    private func publish(_ piece: String, first: String, headline: Int = 1 << 20, text: Int = 16 << 10) throws {
        let long = bytes(16 << 10, of: piece)
        let item: [String: Any] = [
            "id": "1" + long, "title": "Head " + bytes(headline, of: piece), "content_text": "\(first)\n\n\(bytes(text, of: piece))",
            "summary": long,
            "url": "https://wire.example/" + long, "tags": [long], "authors": [["name": long]], "language": long,
        ]
        let feed: [String: Any] = ["version": "https://jsonfeed.org/version/1.1", "title": long, "description": long, "items": [item]]
        try program.write(String(decoding: try JSONSerialization.data(withJSONObject: feed), as: UTF8.self), to: "a.json")
    }

    private func expectBounds(_ arguments: [String]) async throws {
        let ending = try await Program.aside { [program] in try program.runToEnd(arguments) }
        #expect(ending.status == 0, "\(arguments): \(ending.messages.prefix(300))")
        #expect(ending.cost.isBounded, "\(arguments): \(ending.cost)")
        #expect(ending.messages.utf8.count < 4 << 10)
        let printed = ending.output + ending.messages
        #expect(!printed.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control }, "\(arguments)")
        guard arguments.last == "--plain" else { return }
        #expect(!printed.unicodeScalars.contains { $0.properties.generalCategory == .format }, "\(arguments)")
    }
}
