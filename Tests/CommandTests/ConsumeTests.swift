// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// `wirespool consume`: each file of an outlet goes to one command.
struct ConsumeTests {
    private let program: Program

    init() throws { program = try Program() }

    private func publish(_ count: Int) async throws {
        try program.write(Wire.rss(count: count), to: "a.xml")
        try program.configure(["a: {url: \"file:a.xml\"}"])
        #expect(try await program.run("fetch", "--force").status == 0)
    }

    private func files(in folder: String) throws -> [String] {
        let path = "\(program.root)/spool/main/\(folder)"
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    @Test func `eight at once take each file once, and nothing is left`() async throws {
        try await publish(240)
        let published = try files(in: "new")
        let taken = try await Program.aside { [program] in
            let claimers = try (1...8).map { number in
                try program.start(
                    ["consume", "--outlet", "main", "--name", "worker-\(number)", "--exec", "cat >/dev/null; echo $WIRESPOOL_FILE"])
            }
            return claimers.flatMap { claimer in
                let names = claimer.output.text.split(separator: "\n").map(String.init)
                #expect(claimer.end() == 0)
                return names
            }
        }
        #expect(published.count == 240)
        #expect(taken.sorted() == published)
        #expect(try files(in: "new") == [] && files(in: "bad") == [])
        for number in 1...8 { #expect(try files(in: "cur/worker-\(number)") == []) }
    }

    @Test func `what a killed one had claimed is taken up by the next of its name`() async throws {
        try await publish(6)
        let published = try files(in: "new")
        // With the third file in hand the command kills the program that started it.
        let exec = "echo $WIRESPOOL_FILE >>taken; [ $(wc -l <taken) != 3 ] || kill -9 $PPID"
        #expect(try await program.run("consume", "--outlet", "main", "--exec", exec).status == -9)
        #expect(try files(in: "cur/consume") == [published[2]])
        #expect(try await program.run("consume", "--outlet", "main", "--exec", exec).status == 0)
        let taken = try program.text(of: "taken").split(separator: "\n").map(String.init)
        #expect(taken == Array(published[...2] + published[2...]))
        #expect(try files(in: "new") == [] && files(in: "cur/consume") == [])
    }

    @Test(arguments: [
        (exec: "cat >/dev/null", status: 0, new: 0, bad: 0), (exec: "exit 75", status: 75, new: 3, bad: 0),
        (exec: "exit 1", status: 1, new: 0, bad: 3), (exec: "kill -SEGV $$", status: 1, new: 0, bad: 3),
        (exec: "exit 143", status: 75, new: 3, bad: 0), (exec: "kill -TERM $$", status: 75, new: 3, bad: 0),
        (exec: "grep -q 'Story 1'", status: 1, new: 0, bad: 2), (exec: "/no/such/program", status: 64, new: 3, bad: 0),
    ])
    func `acknowledges on 0, puts back on 75, and sets aside on anything else`(
        example: (exec: String, status: Int32, new: Int, bad: Int)
    ) async throws {
        try await publish(3)
        #expect(try await program.run("consume", "--outlet", "main", "--exec", example.exec).status == example.status)
        #expect(try files(in: "new").count == example.new)
        #expect(try files(in: "bad").count == example.bad)
        #expect(try files(in: "cur/consume").isEmpty)
    }

    @Test func `learns how a command ended though its parent ignores that its children end`() async throws {
        try await publish(3)
        let line = "trap '' CHLD; exec '\(Products.path("wirespool"))' consume --config wirespool.yaml --outlet main --exec 'exit 1'"
        let status = try await Program.aside { [program] in try ChildProcess("/bin/sh", ["-c", line], in: program.root).end() }
        #expect(status == 1)
        #expect(try files(in: "bad").count == 3)
    }

    @Test func `SIGTERM lets the file in hand be finished, and leaves the rest`() async throws {
        try await publish(3)
        let exec = "kill -TERM $PPID; sleep 0.3; echo $WIRESPOOL_FILE"
        let ending = try await program.run("consume", "--outlet", "main", "--follow", "--exec", exec)
        #expect(ending.status == 0)
        #expect(ending.lines.count == 1)
        #expect(try files(in: "new").count == 2)
    }

    @Test func `waits for more when it shall follow`() async throws {
        try await publish(1)
        let consumer = try program.start(["consume", "--outlet", "main", "--follow", "--exec", "echo $WIRESPOOL_FILE"])
        try await Program.aside { consumer.output.waits(for: "-r1.json") }
        try await publish(2)
        try await Program.aside { consumer.output.waits(for: "-r1.json") }
        consumer.send(SIGTERM)
        #expect(try await Program.aside { consumer.end() } == 0)
        #expect(try files(in: "new") == [] && files(in: "cur/consume") == [])
    }

    @Test func `needs no configuration where the outlet's directory is given`() async throws {
        try await publish(2)
        let outlet = program.root + "/spool/main"
        #expect(try await program.run("consume", "--outlet", outlet, "--exec", "cat", "--config", "none").lines.count == 2)
        #expect(try await program.run("consume", "--outlet", outlet + "/none", "--exec", "cat").status == 73)
        #expect(try await program.run("consume", "--outlet", "none", "--exec", "cat").status == 64)
        #expect(try await program.run("consume", "--outlet", "main", "--name", "../x", "--exec", "cat").status == 64)
    }
}
