// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// Words of a publisher that mean something to a terminal, a shell, a file system or a log: they stay words.
struct HostileTextTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.configure(["a: {url: \"file:a.json\"}"])
    }

    /// JSON is the only format in which every control character can be sent.
    private func publish(guid: String = "g1", title: String = "Title", text: String = "Text of the story.") throws {
        let item = ["id": guid, "title": title, "content_text": text]
        let feed: [String: Any] = ["version": "https://jsonfeed.org/version/1.1", "title": title, "items": [item]]
        try program.write(String(decoding: try JSONSerialization.data(withJSONObject: feed), as: UTF8.self), to: "a.json")
    }

    static let escapes = [
        "\u{1B}]0;title\u{7}", "\u{1B}]8;;http://a.test/\u{1B}\\link", "\u{1B}]52;c;ZXZpbA==\u{7}", "\u{1B}[2J\u{1B}[H", "\u{1B}[31mred",
        "\u{1B}P$q\"p\u{1B}\\", "\u{1B}c", "\u{1B}[?1049h", "\u{1B}_app\u{1B}\\", "\u{9B}31m", "\u{9D}0;title\u{9C}", "\u{90}q\u{9C}",
        "\u{7}\u{7}",
        "over\rwritten", "b\u{8}\u{8}ack", "\u{7F}\u{7F}", "\u{0B}\u{0C}", "\u{E}shifted\u{F}", "\u{202E}turned",
        "\u{2066}isolated\u{2069}",
        "zero\u{200B}width", "\u{FEFF}mark", "\u{E0001}tag\u{E007F}", "\u{85}next\u{2028}line\u{2029}",
    ]

    @Test(arguments: escapes)
    func `no words of a feed reach a terminal as a command, whatever prints them`(words: String) async throws {
        try publish(title: "Before \(words) after", text: "Text \(words) of it.")
        let first = try await program.run("fetch", "--plain")
        #expect(first.cost.isBounded, "\(first.cost)")
        var outputs = [first.output]
        let id = try #require(try program.records().first?["id"] as? String)
        for arguments in [
            ["tail", "--plain"], ["status", "--plain"], ["status", "a", "--plain"], ["show", id, "--plain"], ["explain", id, "--plain"],
        ] {
            let ending = try await Program.aside { [program] in try program.runToEnd(arguments) }
            #expect(ending.status == 0)
            #expect(ending.cost.isBounded, "\(arguments[0]): \(ending.cost)")
            outputs.append(ending.output + ending.messages)
        }
        for output in outputs {
            #expect(!output.unicodeScalars.contains { $0 != "\n" && [.control, .format].contains($0.properties.generalCategory) })
        }
    }

    @Test(arguments: escapes + ["\n{\"v\":1,\"seq\":1}", "\"}\n{\"", "\nPRIORITY=0\n", "\\u0000", "\u{0}"])
    func `an event is one line of the log, and a record one line of its file`(words: String) async throws {
        try publish(guid: "g\(words)", title: "Before \(words) after", text: "Text \(words) of it.")
        let ending = try await program.run("fetch")
        #expect(ending.status == 0)
        #expect(ending.cost.isBounded, "\(ending.cost)")
        let events = try program.events()
        #expect(events.compactMap { $0["seq"] as? Int } == Array(1...events.count))
        let name = try #require(FileManager.default.contentsOfDirectory(atPath: program.root + "/spool/main/new").first)
        let file = try program.text(of: "spool/main/new/\(name)")
        #expect(file.utf8.count { $0 == UInt8(ascii: "\n") } == 1 && file.utf8.last == UInt8(ascii: "\n"))
    }

    /// Names of files, options, commands, and what no file system takes.
    static let guids = [
        "../../etc/cron.d/x", "/etc/passwd", "..", ".", "", "--help", "-rf", "$(reboot)", "`reboot`", "a;reboot", "a|b", "a\u{0}b", "a\nb",
        "*",
        "%s%n", "CON", "con.json", ".wirespool-outlet", "tmp/x", "x.json", "\u{202E}gpj.x", String(repeating: "g", count: 200_000),
        String(repeating: "🐈", count: 9_000), "' OR 1=1; DROP TABLE story; --",
    ]

    @Test(arguments: guids.indices)
    func `a guid names no file`(place: Int) async throws {
        let guid = Self.guids[place]
        try publish(guid: guid)
        let first = try await program.run("fetch")
        #expect(first.status == 0)
        #expect(first.cost.isBounded, "\(first.cost)")
        let names = try FileManager.default.contentsOfDirectory(atPath: program.root + "/spool/main/new")
        #expect(names.count == 1)
        #expect(names[0].wholeMatch(of: /[0-9]{16}-[0-9a-z]{26}-r1\.json/) != nil)
        // The same again is the same.
        let second = try await program.run("fetch", "--force")
        #expect(second.status == 0)
        #expect(second.cost.isBounded, "\(second.cost)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.root + "/spool/main/new") == names)
    }
}
