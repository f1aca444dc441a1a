// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import TestSupport
import Testing

/// What the commands print, and where they can't.
struct OutputTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.configure(["a: {url: \"file:a.xml\"}"])
    }

    /// Text of a publisher that a terminal would take for a command, and how it is shown.
    static let dangerous = [
        ("&#x9b;31mred", "\\x9b31mred"), ("&#x7f;", "Title end"), ("a&#x202e;b", "a\\u{202e}b"), ("a&#x2066;b", "a\\u{2066}b"),
        ("a&#x85;b", "Title a b end"),
    ]

    @Test(arguments: dangerous)
    func `text from a feed can't command the terminal`(sent: String, shown: String) async throws {
        try program.write(Wire.rss([("g1", "Title \(sent) end", "Text \(sent) end.")]), to: "a.xml")
        _ = try await program.run("fetch")
        for arguments in [["tail", "--plain"], ["show", "1", "--plain"], ["status", "--plain"]] {
            let ending = try await Program.aside { [program] in try program.runToEnd(arguments) }
            #expect(ending.status == 0)
            #expect(!ending.output.unicodeScalars.contains { $0 != "\n" && [.control, .format].contains($0.properties.generalCategory) })
            if arguments[0] != "status" { #expect(ending.output.contains(shown)) }
        }
    }

    @Test func `the message of a server can't command the terminal either`() async throws {
        let server = try LoopbackServer.start { _ in .redirect(to: "gopher://a\u{9B}31m/\u{202E}") }
        try program.configure(["a: {url: \"\(server.url("/feed"))\"}"])
        for arguments in [["fetch", "--plain"], ["tail", "--plain"], ["status", "--plain"]] {
            let ending = try await Program.aside { [program] in try program.runToEnd(arguments) }
            let text = ending.output + ending.messages
            #expect(!text.unicodeScalars.contains { $0 != "\n" && [.control, .format].contains($0.properties.generalCategory) })
        }
    }

    @Test func `a fetch whose reader goes away does all its work`() async throws {
        try program.write(Wire.rss(count: 3), to: "a.xml")
        let writing = try PipeEnd.pair().writing
        let status = try await status(of: ["fetch"], output: writing)
        #expect(status == 0)
        #expect(try program.records().count == 3)
        #expect(try program.events().last?["ev"] as? String == "poll")
    }

    @Test(arguments: [["fetch"], ["status"], ["parse", "a.xml"]])
    func `output that can't be written is an error`(arguments: [String]) async throws {
        try program.write(Wire.rss(count: 1), to: "a.xml")
        _ = try await program.run("fetch")
        let status = try await status(of: arguments, output: open("/dev/full", O_WRONLY | O_CLOEXEC))
        #expect(status == 74)
    }

    /// The exit status of a run with another standard output, which is closed here afterwards.
    private func status(of arguments: [String], output: CInt) async throws -> CInt {
        defer { close(output) }
        let process = try program.start(arguments, output: output)
        return try await Program.aside { process.end() }
    }
}

/// What a new user meets before anything was fetched, or with a wrong name.
struct FirstStepsTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var status: Int32
        var message: String

        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let examples = [
        Example(arguments: ["fetch", "--bogus"], status: 64, message: "Unknown option '--bogus'"),
        Example(arguments: ["status"], status: 74, message: "there is no catalog yet; `wirespool fetch` or `wirespool run` makes one"),
        Example(arguments: ["show", "1"], status: 74, message: "there is no catalog yet"),
        Example(arguments: ["tail"], status: 74, message: "no such log; nothing was fetched yet"),
        Example(arguments: ["tail", "--log", "."], status: 74, message: "Is a directory"),
        Example(arguments: ["tail", "--since", "soon"], status: 64, message: "--since takes a time such as 10m"),
        Example(arguments: ["fetch", "nobody"], status: 64, message: "no feed 'nobody' in"),
        Example(arguments: ["status", "["], status: 64, message: "'[' is no pattern"),
        Example(arguments: ["show", "1", "--format", "word"], status: 64, message: "--format 'word' is not one of native"),
    ]

    @Test(arguments: examples)
    func `a mistake is told in one sentence, with its exit status`(example: Example) async throws {
        let program = try Program()
        try program.configure(["a: {url: \"file:a.xml\"}"])
        let ending = try await Program.aside { try program.runToEnd(example.arguments) }
        #expect(ending.status == example.status)
        #expect(ending.messages.contains(example.message))
        #expect(ending.output.isEmpty)
    }

    @Test(arguments: [
        ["a", "b", "c", "d"], ["--raw", "a", "b", "c", "d"], ["--url", "https://wire.example/", "a", "b", "c", "d"],
        ["a", "b", "c", "--raw", "d"], ["a", "b", "c", "d", "--url=https://wire.example/"], ["--", "a", "b", "c", "d"],
    ])
    func `documents are read in their order wherever options stand`(arguments: [String]) async throws {
        let program = try Program()
        for name in ["a", "b", "c", "d"] { try program.write(Wire.rss([("g", "Title", "Text.")]), to: name) }
        let ending = try await Program.aside { try program.runToEnd(["parse"] + arguments) }
        #expect(ending.status == 0)
        let files = ending.output.split(separator: "\n").map { $0.prefix(12) }
        #expect(files == ["a", "b", "c", "d"].map { "{\"file\":\"\($0)\"," })
    }

    @Test func `parse says of each document what was wrong, and goes on`() async throws {
        let program = try Program()
        try program.write(Wire.rss(count: 1), to: "a.xml")
        let ending = try await program.run("parse", "missing.xml", ".", "a.xml")
        #expect(ending.status == 74)
        #expect(ending.lines.count == 3)
        #expect(ending.lines.first?.contains("\"label\":\"unreadable\"") == true)
        #expect(ending.lines.last?.contains("\"format\":\"rss20\"") == true)
    }

    @Test func `status tells of the outlets that are configured, not of those that were`() async throws {
        let program = try Program()
        try program.write(Wire.rss(count: 1), to: "a.xml")
        try program.configure(["a: {url: \"file:a.xml\"}"], outlets: ["main: {path: spool/main}", "desk: {path: spool/desk}"])
        _ = try await program.run("fetch")
        try program.configure(["a: {url: \"file:a.xml\"}"])
        let ending = try await program.run("status", "--plain")
        #expect(ending.status == 0)
        #expect(ending.output.contains("outlet main: up to date"))
        #expect(!ending.output.contains("desk"))
    }
}

/// Respect for publishers, as their servers see it.
struct PolitenessTests {
    private let program: Program

    init() throws {
        program = try Program()
    }

    @Test func `a host that asks for a pause is left alone by its other feeds, and fetch does not wait for it`() async throws {
        let server = try LoopbackServer.start { _ in .status(429, headers: ["Retry-After": "3600"]) }
        try program.configure(["a: {url: \"\(server.url("/a"))\"}", "b: {url: \"\(server.url("/b"))\"}"])
        let ending = try await program.run("fetch", "--plain")
        #expect(ending.status == 69)
        #expect(ending.output.contains("(Retry-After of its host)"))
        #expect(server.requests.count == 1)
    }

    @Test func `a dry run asks only what is due, and with the validators`() async throws {
        let server = try LoopbackServer.start { request in
            request["If-None-Match"] == nil ? .ok(Wire.rss(count: 1), headers: ["ETag": "\"one\""]) : .notModified()
        }
        try program.configure(["a: {url: \"\(server.url("/a"))\"}"])
        let first = try await program.run("fetch", "--dry-run", "--plain")
        #expect(first.lines.last == "1 feed polled, nothing written")
        _ = try await program.run("fetch")
        #expect(try await program.run("fetch", "--dry-run", "--plain").output.contains("not due before"))
        #expect(try await program.run("fetch", "--dry-run", "--plain", "--force").output.contains("304 not modified"))
        #expect(server.requests.map { $0["If-None-Match"] } == [nil, nil, "\"one\""])
    }
}
