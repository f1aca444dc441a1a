// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import TestSupport
import Testing

/// `wirespool prune`, and what the daemon and `fetch` prune by themselves.
struct PruneTests {
    private let program: Program

    init() throws { program = try Program() }

    private func fetch(_ count: Int, from first: Int = 0) async throws {
        try program.write(
            Wire.rss((first..<first + count).map { ("g\($0)", "Story \($0)", "GENEVA, Feb. 20 (Xinhua) -- Text number \($0).") }),
            to: "a.xml")
        #expect(try await program.run("fetch", "--force").status == 0)
    }

    private func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(program.root)/\(folder)").sorted()
    }

    private func age(_ path: String, days: Int) throws {
        let moment = timespec(tv_sec: Int(Date().timeIntervalSince1970) - days * 86_400, tv_nsec: 0)
        try #require(utimensat(AT_FDCWD, "\(program.root)/\(path)", [moment, moment], 0) == 0)
    }

    @Test func `removes what is kept no longer, says so, and records each file that nobody took`() async throws {
        try program.configure(
            ["a: {url: \"file:a.xml\"}"], outlets: ["main: {path: spool/main, keep: 2d}"], more: "keep_log: 2d\nkeep_quarantine: 2d")
        try await fetch(3)
        let first = try #require(try files(in: "spool/main/new").first)
        try age("spool/main/new/\(first)", days: 3)
        try program.write("old", to: "ingest.log.1")
        try age("ingest.log.1", days: 3)
        try program.write("old", to: "state/quarantine/a.document")
        try age("state/quarantine/a.document", days: 3)
        let ending = try await program.run("prune", "--compact")
        #expect(ending.status == 0)
        #expect(ending.output == "{\"versions\":0,\"files\":1,\"logs\":1,\"documents\":1}\n")
        #expect(try files(in: "spool/main/new").count == 2)
        #expect(try program.events().filter { $0["ev"] as? String == "expired" }.map { $0["file"] as? String } == [first])
        #expect(try program.events().last?["ev"] as? String == "pruned")
        let tail = try await program.run("tail", "--plain", "-n", "2").output
        #expect(tail.contains("expired     \(first)") && tail.contains("pruned      0 versions forgotten, 1 file removed"))
        #expect(try await program.run("prune").output == "{\"versions\":0,\"files\":0,\"logs\":0,\"documents\":0}\n")
    }

    @Test func `a fetch prunes at its end, and what it forgot is not published again`() async throws {
        let most = "keep_versions: 100"
        try program.configure(["a: {url: \"file:a.xml\"}"], more: most)
        try await fetch(70)
        try await fetch(70, from: 70)
        let status = try await program.run("status", "--json")
        #expect(status.lines.first?.contains("\"stories\":140,\"versions\":100") == true)
        try await fetch(70)
        #expect(try program.records().count == 140)
    }

    @Test func `keeps what an outlet has not published`() async throws {
        try program.configure(
            ["a: {url: \"file:a.xml\"}"], outlets: ["main: {path: spool/main}", "desk: {path: spool/desk, max_files: 10}"],
            more: "keep_versions: 100")
        try program.write(Wire.rss(count: 120), to: "a.xml")
        #expect(try await program.run("fetch", "--force").status == 75)
        try program.write(Wire.rss([("x", "Another", "Text.")]), to: "a.xml")
        #expect(try await program.run("fetch", "--force").status == 75)
        // The eleven that desk has; of the rest none, though main has them all.
        #expect(try await program.run("status", "--json").lines.first?.contains("\"versions\":111") == true)
    }

    @Test func `waits its turn while the daemon runs`() async throws {
        try program.configure(["a: {url: \"file:a.xml\"}"])
        try await fetch(1)
        let daemon = try program.start(["run"])
        let journal = daemon.messages
        try await Program.aside { journal.waits(for: "started") }
        #expect(try await program.run("prune").status == 75)
        daemon.send(SIGTERM)
        #expect(try await Program.aside { daemon.end() } == 0)
    }
}
