// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import TestSupport
import Testing

/// Links, pipes and directories that another user has planted where the program makes files: nothing is written or removed through them,
/// nobody waits at them, and what is not attacked goes on.
struct HostileLinkTests {
    /// Where something was planted.
    struct Plant: Sendable, CustomTestStringConvertible {
        var place: String
        /// What a link leads to, relative to the installation; nil plants a pipe.
        var target: String?
        /// How `fetch` ends: with success where the place is only made use of, or cleared.
        var status: Int32
        /// Stories that the outlet has afterwards which nobody attacked.
        var desk: Int

        var testDescription: String { "\(place) → \(target ?? "a pipe")" }
    }

    private static let outlets: [Plant] =
        ["spool/main", "spool/main/tmp", "spool/main/new", "spool/main/cur", "spool/main/bad"].flatMap { place in
            [Plant(place: place, target: "elsewhere", status: 78, desk: 1), Plant(place: place, target: "victim", status: 78, desk: 1)]
        }
        + [".lock", ".wirespool-outlet"].map { Plant(place: "spool/main/\($0)", target: "victim", status: 78, desk: 1) }
        + [
            Plant(place: "spool/main/.wirespool-outlet.draft", target: "victim", status: 0, desk: 1),
            Plant(place: "spool/main/.wirespool-outlet.draft", target: nil, status: 0, desk: 1),
            Plant(place: "spool/main/tmp", target: nil, status: 78, desk: 1),
        ]

    private static let files: [Plant] = [
        Plant(place: "ingest.log", target: "victim", status: 74, desk: 0),
        Plant(place: "ingest.log", target: "absent", status: 74, desk: 0),
        Plant(place: "ingest.log", target: nil, status: 74, desk: 0),
        Plant(place: "state/catalog.sqlite", target: "victim", status: 73, desk: 0),
        Plant(place: "state/catalog.sqlite", target: "absent", status: 73, desk: 0),
        Plant(place: "state/lock", target: "victim", status: 73, desk: 0),
        Plant(place: "state/lock", target: "absent", status: 73, desk: 0),
        Plant(place: "state/quarantine", target: "elsewhere", status: 65, desk: 1),
        Plant(place: "state/quarantine/bad.document", target: "victim", status: 65, desk: 1),
        Plant(place: "state/quarantine/bad.document", target: "absent", status: 65, desk: 1),
        Plant(place: "state/quarantine/bad.document", target: nil, status: 65, desk: 1),
        Plant(place: "state/quarantine/other.document", target: "elsewhere/a.document", status: 65, desk: 1),
        Plant(place: "state/orders", target: "elsewhere", status: 0, desk: 1),
        Plant(place: "state/orders/a", target: "victim", status: 0, desk: 1),
        Plant(place: "state/orders/a", target: nil, status: 0, desk: 1),
        Plant(place: "state/robots", target: "elsewhere", status: 0, desk: 1),
    ]

    private let program: Program

    init() throws {
        program = try Program()
        try program.write(Wire.rss(count: 1), to: "a.xml")
        try program.write("no feed", to: "bad.xml")
        try program.configure(
            ["a: {url: \"file:a.xml\"}", "bad: {url: \"file:bad.xml\"}"],
            outlets: ["main: {path: spool/main}", "desk: {path: spool/desk}"])
        for name in Self.precious { try program.write("pause\n", to: name) }
    }

    private static let precious = ["victim", "elsewhere/a.document", "elsewhere/a"]

    @Test(arguments: outlets + files) func `nothing goes through what was planted`(plant: Plant) async throws {
        try self.plant(plant)
        let before = try snapshot()
        let feeds = plant.status == 65 ? ["a", "bad"] : ["a"]
        let ending = try await Program.aside { [program] in try program.runToEnd(["fetch", "--plain"] + feeds) }
        #expect(ending.status == plant.status, "\(ending.output) \(ending.messages)")
        #expect(ending.cost.isBounded, "\(ending.cost)")
        #expect(try snapshot() == before)
        let desk = try? FileManager.default.contentsOfDirectory(atPath: program.root + "/spool/desk/new").count
        #expect(desk ?? 0 == plant.desk)
    }

    @Test(arguments: ["tmp", "new"]) func `a file of the very name that is published next is not written through`(directory: String)
        async throws
    {
        #expect(try await program.run("fetch", "a").status == 0)
        let folder = program.root + "/spool/main"
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder + "/new").first)
        #expect(unlink("\(folder)/new/\(name)") == 0)
        #expect(symlink(program.root + "/victim", "\(folder)/\(directory)/\(name)") == 0)
        let before = try snapshot()
        let ending = try await program.run("replay", "--outlet", "main")
        #expect(ending.cost.isBounded, "\(ending.cost)")
        #expect(try snapshot() == before)
        // Whose name is taken is set aside, and never lost.
        var status = stat()
        #expect(lstat("\(folder)/\(directory == "new" ? "bad" : "new")/\(name)", &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFREG && ending.status == 0, "\(ending.messages)")
    }

    @Test(arguments: ["w.prom", "page.html"]) func `a text that is replaced as a whole replaces a link, too`(name: String) async throws {
        #expect(try await program.run("fetch", "a").status == 0)
        try plant(Plant(place: name, target: "victim", status: 0, desk: 1))
        let before = try snapshot()
        let arguments = name == "w.prom" ? ["metrics", "--write", "w.prom"] : ["report", "--html", "page.html"]
        let ending = try await Program.aside { [program] in try program.runToEnd(arguments) }
        #expect(ending.status == 0 && ending.cost.isBounded, "\(ending.cost) \(ending.messages)")
        #expect(try snapshot() == before)
        var status = stat()
        #expect(lstat(program.directory.path(name), &status) == 0 && status.st_mode & S_IFMT == S_IFREG)
    }

    private func plant(_ plant: Plant) throws {
        let path = program.directory.path(plant.place)
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        let result = plant.target.map { symlink(program.directory.path($0), path) } ?? mkfifo(path, 0o666)
        #expect(result == 0)
    }

    /// What must stay as it is: contents, permissions and names.
    private func snapshot() throws -> [String] {
        try Self.precious.map { name in
            var status = stat()
            #expect(stat(program.directory.path(name), &status) == 0)
            return "\(name) \(status.st_mode) \(status.st_ino) \(try program.text(of: name))"
        } + program.directory.names(in: "elsewhere") + program.directory.names().filter { $0 == "absent" }
    }
}
