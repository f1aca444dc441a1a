// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// `wirespool check --deep`, `--repair` and `backup`: what an operator has when a disk did harm.
struct DeepCheckTests {
    private let program: Program

    init() async throws {
        program = try Program()
        try program.configure(
            ["a: {url: \"file:a.xml\"}"], outlets: ["main: {path: spool/main}", "desk: {path: spool/desk, format: ninjs31}"])
        try await fetch(30)
    }

    private func fetch(_ count: Int) async throws {
        try program.write(Wire.rss(count: count), to: "a.xml")
        #expect(try await program.run("fetch", "--force").status == 0)
    }

    private func check(_ options: String...) async throws -> Program.Ending {
        try await Program.aside { [program] in try program.runToEnd(["check", "--deep", "--plain"] + options) }
    }

    private func files(_ outlet: String = "main") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(program.root)/spool/\(outlet)/new").sorted()
    }

    private func remove(_ names: String...) {
        // What is not there needs no removing.
        for name in names { try? FileManager.default.removeItem(atPath: "\(program.root)/\(name)") }
    }

    /// Overwrites a part of the catalog's file, in hundredths of its length.
    private func damage(_ part: Range<Int>) async throws {
        // First everything into the one file.
        #expect(try await program.run("prune", "--compact").status == 0)
        let path = "\(program.root)/state/catalog.sqlite"
        var bytes = try Data(contentsOf: URL(filePath: path))
        let range = bytes.count * part.lowerBound / 100..<bytes.count * part.upperBound / 100
        bytes.replaceSubrange(range, with: Data(repeating: 0x5A, count: range.count))
        try bytes.write(to: URL(filePath: path))
    }

    private func sequences() throws -> [Int] { try program.events().compactMap { $0["seq"] as? Int } }

    @Test func `says what is in order, beside a daemon too`() async throws {
        let daemon = try program.start(["run"])
        let journal = daemon.messages
        try await Program.aside { journal.waits(for: "started") }
        let ending = try await check()
        daemon.send(SIGTERM)
        #expect(try await Program.aside { daemon.end() } == 0)
        #expect(ending.status == 0 && ending.messages.isEmpty)
        #expect(ending.output.contains("the catalog is whole: 30 stories in 30 versions"))
        #expect(ending.output.contains("outlet main: 30 of 30 files are as committed"))
        #expect(ending.output.contains("outlet desk: 30 of 30 files are as committed"))
    }

    @Test func `finds a file that was changed, and an event that is gone`() async throws {
        let name = try #require(try files("desk").first)
        try program.write("{}\n", to: "spool/desk/new/\(name)")
        var lines = try program.text(of: "ingest.log").split(separator: "\n", omittingEmptySubsequences: false)
        lines.remove(at: 4)
        try program.write(lines.joined(separator: "\n"), to: "ingest.log")
        let ending = try await check()
        #expect(ending.status == 65)
        #expect(ending.messages.contains("outlet desk: 1 (\(name)) not as they were committed"))
        #expect(ending.messages.contains("the log: events are missing: 1 (5…5)"))
        #expect(ending.messages.contains("the log has no event of versions 1 ("))
    }

    @Test(arguments: [40..<50, 0..<1, 0..<100, 90..<100])
    func `sets a damaged catalog aside, rebuilds it, and publishes nothing twice`(part: Range<Int>) async throws {
        try await damage(part)
        #expect(try await check().status == 65)
        let repaired = try await check("--repair")
        #expect(repaired.status == 0)
        #expect(repaired.messages.contains("the damaged catalog lies in \(program.root)/state/catalog.sqlite.damaged-"))
        let before = try files()
        try await fetch(31)
        #expect(try files().count == 31 && Set(before).isSubset(of: try files()))
        #expect(try files("desk").count == 31)
        #expect(try sequences() == Array(1...(try sequences().count)))
        let after = try await check()
        #expect(after.status == 0, "\(after.messages)")
    }

    @Test func `a catalog that is gone is rebuilt from what the outlets hold`() async throws {
        remove("state/catalog.sqlite", "state/catalog.sqlite-wal", "state/catalog.sqlite-shm")
        #expect(try await check().status == 65)
        let repaired = try await check("--repair")
        #expect(repaired.status == 0)
        #expect(repaired.messages.contains("from the outlets: 30 versions; from the log alone: 0 stories"))
        try await fetch(31)
        #expect(try files().count == 31)
    }

    @Test func `what consumers have taken is still known from the log: it comes again as a revision, never as news`() async throws {
        remove("state/catalog.sqlite", "state/catalog.sqlite-wal", "state/catalog.sqlite-shm")
        for name in try files() { remove("spool/main/new/\(name)", "spool/desk/new/\(name)") }
        let repaired = try await check("--repair")
        #expect(repaired.messages.contains("from the outlets: 0 versions; from the log alone: 30 stories"))
        #expect(repaired.messages.contains("where it stood is not known"))
        try await fetch(31)
        let revisions = try program.records().compactMap { $0["revision"] as? Int }
        #expect(revisions.sorted() == [1] + Array(repeating: 2, count: 30))
        #expect(try sequences() == Array(1...(try sequences().count)))
    }

    @Test func `a backup that is restored learns what it missed, and publishes nothing twice`() async throws {
        let backup = "\(program.root)/catalog.backup"
        #expect(try await program.run("backup", backup).status == 0)
        try await fetch(40)
        remove("state/catalog.sqlite", "state/catalog.sqlite-wal", "state/catalog.sqlite-shm")
        try FileManager.default.copyItem(atPath: backup, toPath: "\(program.root)/state/catalog.sqlite")
        #expect(try await program.run("fetch", "--force").status == 78)
        let found = try await check()
        #expect(found.status == 65 && found.messages.contains("newer than the catalog knows of; was an older catalog restored?"))
        #expect(try await check("--repair").status == 0)
        try await fetch(41)
        #expect(try files().count == 41)
        #expect(try files("desk").count == 41)
    }

    @Test func `a backup is whole, private, and made while the daemon writes`() async throws {
        let daemon = try program.start(["run"])
        let journal = daemon.messages
        try await Program.aside { journal.waits(for: "started") }
        let ending = try await program.run("backup", "\(program.root)/one/catalog.sqlite")
        #expect(ending.status == 73)
        try program.write("old", to: "one/catalog.sqlite")
        #expect(try await program.run("backup", "\(program.root)/one/catalog.sqlite").status == 0)
        daemon.send(SIGTERM)
        #expect(try await Program.aside { daemon.end() } == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(program.root)/one/catalog.sqlite")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(program.root)/one") == ["catalog.sqlite"])
        let status = try await program.run("status", "--json", "--state", "\(program.root)/one")
        #expect(status.lines.first?.contains("\"stories\":30") == true)
    }
}
