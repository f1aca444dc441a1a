// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import TestSupport
import Testing

/// `wirespool fetch` as a user sees it.
struct FetchTests {
    private let program: Program

    init() throws {
        program = try Program()
    }

    @Test func `spools each story once, and says so`() async throws {
        try program.write(Wire.rss(count: 3), to: "a.xml")
        try program.configure(["a: {url: \"file:a.xml\"}"])
        let first = try await program.run("fetch", "--plain")
        #expect(first.status == 0)
        #expect(first.output.contains("✓ a 200 3 items 3 new"))
        #expect(first.lines.last == "1 feed polled, 3 new, 0 revised, 3 files spooled")
        let second = try await program.run("fetch", "--plain", "--force")
        #expect(second.lines.last == "1 feed polled, nothing new")
        #expect(try program.records().map { $0["headline"] as? String } == ["Story 2 of feed 0", "Story 1 of feed 0", "Story 0 of feed 0"])
    }

    @Test func `a changed text is the next revision under the same id, a repeat under another guid a duplicate`() async throws {
        try program.configure(["a: {url: \"file:a.xml\"}"])
        try program.write(Wire.rss([("g1", "Dam holds", "GENEVA, Feb. 20 (Xinhua) -- The dam holds.")]), to: "a.xml")
        _ = try await program.run("fetch", "--force")
        let changed = (
            "g1", "Dam holds",
            "GENEVA, Feb. 20 (Xinhua) -- The dam of the upper valley holds, engineers said on Tuesday after a long night of rain and wind."
        )
        try program.write(Wire.rss([("g2", changed.1, changed.2), changed]), to: "a.xml")
        _ = try await program.run("fetch", "--force")
        let records = try program.records()
        #expect(records.map { $0["revision"] as? Int } == [1, 2])
        #expect(Set(records.compactMap { $0["id"] as? String }).count == 1)
        #expect(records.last?["changeType"] as? String == "update")
        #expect(try program.events().compactMap { $0["verdict"] as? String } == ["new", "revision", "duplicate"])
    }

    @Test func `respects the next poll unless forced`() async throws {
        try program.write(Wire.rss(count: 1), to: "a.xml")
        try program.configure(["a: {url: \"file:a.xml\", interval: 1h}"])
        _ = try await program.run("fetch")
        let early = try await program.run("fetch", "--plain")
        #expect(early.status == 0)
        #expect(early.output.contains("not due before"))
    }

    @Test func `a dry run writes nothing`() async throws {
        try program.write(Wire.rss(count: 2), to: "a.xml")
        try program.configure(["a: {url: \"file:a.xml\"}"])
        let ending = try await program.run("fetch", "--dry-run", "--plain")
        #expect(ending.status == 0)
        #expect(ending.output.contains("2 items"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.root).sorted() == ["a.xml", "wirespool.yaml"])
    }

    @Test func `piped, it prints JSON lines`() async throws {
        try program.write(Wire.rss(count: 1), to: "a.xml")
        try program.configure(["a: {url: \"file:a.xml\"}"])
        let lines = try await program.run("fetch").lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        #expect(lines.first??["feed"] as? String == "a")
        #expect(lines.first??["new"] as? Int == 1)
        #expect(lines.last??["released"] as? Int == 1)
    }

    @Test func `every outlet gets its own format and its own feeds`() async throws {
        try program.write(Wire.rss(count: 1, feed: 1), to: "a.xml")
        try program.write(Wire.rss(count: 1, feed: 2), to: "b.xml")
        try program.configure(
            ["a: {url: \"file:a.xml\"}", "b: {url: \"file:b.xml\"}"],
            outlets: ["main: {path: spool/main}", "desk: {path: spool/desk, format: ninjs31, feeds: [\"b*\"]}"])
        _ = try await program.run("fetch")
        #expect(try program.records().count == 2)
        let desk = try program.records("desk")
        #expect(desk.count == 1)
        #expect((desk.first?["standard"] as? [String: Any])?["name"] as? String == "ninjs")
    }

    @Test func `what was in the outlet's way is published later, the other outlet at once`() async throws {
        try program.write(Wire.rss(count: 2), to: "a.xml")
        try program.write("in the way", to: "spool/desk")
        try program.configure(["a: {url: \"file:a.xml\"}"], outlets: ["main: {path: spool/main}", "desk: {path: spool/desk}"])
        let blocked = try await program.run("fetch")
        #expect(blocked.status != 0)
        #expect(blocked.messages.contains("spool: outlet desk"))
        #expect(try program.records().count == 2)
        try FileManager.default.removeItem(atPath: program.root + "/spool/desk")
        #expect(try await program.run("fetch").status == 0)
        #expect(try program.records("desk").count == 2)
        #expect(try program.records().count == 2)
    }

    @Test func `an outlet takes as many files as it may, and the rest when its consumer has been there`() async throws {
        try program.write(Wire.rss(count: 5), to: "a.xml")
        try program.configure(["a: {url: \"file:a.xml\"}"], outlets: ["main: {path: spool/main, max_files: 3}"])
        let first = try await program.run("fetch")
        #expect(first.status == 75)
        #expect(first.messages.contains("3 files wait for its consumer"))
        #expect(try program.records().count == 3)
        for name in try FileManager.default.contentsOfDirectory(atPath: program.root + "/spool/main/new") {
            try FileManager.default.removeItem(atPath: program.root + "/spool/main/new/" + name)
        }
        #expect(try await program.run("fetch").status == 0)
        #expect(try program.records().count == 2)
    }

    @Test func `a second writer is told who holds the lock`() async throws {
        try program.write(Wire.rss(count: 1), to: "a.xml")
        try program.configure(["a: {url: \"file:a.xml\"}"])
        let daemon = try program.start(["run"])
        defer {
            daemon.send(SIGTERM)
            _ = daemon.end()
        }
        try await Program.aside { daemon.messages.waits(for: "started") }
        let second = try await program.run("fetch")
        #expect(second.status == 75)
        #expect(second.messages.contains("wirespool run, pid \(daemon.id)"))
    }

    @Test func `an outlet that nobody empties pauses at its cap, then polling does, and both go on by themselves`() async throws {
        try program.configure(
            ["a: {url: \"file:a.xml\"}"],
            outlets: ["main: {path: spool/main}", "desk: {path: spool/desk, max_bytes: 20KB, max_behind: 30}"])
        try program.write(Wire.rss(count: 60), to: "a.xml")
        #expect(try await program.run("fetch", "--force").status == 75)
        let waiting = try program.records("desk").count
        #expect((10..<40).contains(waiting))
        #expect(try program.records("main").count == 60)
        try program.write(Wire.rss(count: 61), to: "a.xml")
        let held = try await program.run("fetch", "--force")
        #expect(held.status == 75)
        #expect(held.messages.contains("outlet desk is \(60 - waiting) versions behind, as many as 'max_behind' allows"))
        #expect(try program.records("main").count == 60)
        for _ in 0..<8 {
            for name in try FileManager.default.contentsOfDirectory(atPath: program.root + "/spool/desk/new") {
                try FileManager.default.moveItem(atPath: "\(program.root)/spool/desk/new/\(name)", toPath: "\(program.root)/taken-\(name)")
            }
            if try await program.run("fetch", "--force").status == 0 { break }
        }
        #expect(try program.records("main").count == 61)
        let taken = try FileManager.default.contentsOfDirectory(atPath: program.root).filter { $0.hasPrefix("taken-") }
        #expect(try taken.count + program.records("desk").count == 61)
    }
}
