// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import TestSupport
import Testing

/// `wirespool run` as systemd and an operator see it.
struct RunTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.write(Wire.rss(count: 2), to: "a.xml")
        try program.configure(["a: {url: \"file:a.xml\"}"])
    }

    @Test func `polls, keeps the old settings when the new are wrong, takes over good ones, and stops when asked`() async throws {
        let daemon = try program.start(["run"])
        let journal = daemon.messages
        try await Program.aside { journal.waits(for: "started") }
        try program.write("outlets: [", to: "wirespool.yaml")
        daemon.send(SIGHUP)
        try await Program.aside { journal.waits(for: "reload refused, the old settings stay") }
        try program.configure(["a: {url: \"file:a.xml\"}", "b: {url: \"file:a.xml\"}"])
        daemon.send(SIGHUP)
        try await Program.aside { journal.waits(for: "reloaded feeds=2") }
        daemon.send(SIGTERM)
        try await Program.aside { journal.waits(for: "wirespool: notice: stopped") }
        #expect(try await Program.aside { daemon.end() } == 0)
        let events = try program.events().compactMap { $0["ev"] as? String }
        #expect(events.first == "started")
        #expect(events.last == "stopped")
        #expect(events.filter { $0.hasPrefix("reload") } == ["reload-refused", "reloaded"])
        #expect(try program.events().compactMap { $0["seq"] as? Int } == Array(1...events.count))
    }

    @Test func `stops at once although a server hangs, and counts that as nobody's failure`() async throws {
        let server = try LoopbackServer.start { _ in .hang }
        defer { server.stop() }
        try program.configure(["slow: {url: \"\(server.url("/feed"))\"}"])
        let daemon = try program.start(["run"])
        await server.waitForRequests(1)
        daemon.send(SIGTERM)
        #expect(try await Program.aside { daemon.end() } == 0)
        #expect(try program.records().isEmpty)
        #expect(try program.events().last?["ev"] as? String == "stopped")
        #expect(try !program.events().contains { $0["class"] as? String == "cancelled" })
    }

    @Test func `does not start when no outlet could ever work, and says which rule forbids it`() async throws {
        try program.write("in the way", to: "spool/main")
        try program.configure(["a: {url: \"file:a.xml\"}"])
        let ending = try await program.run("run")
        #expect(ending.status == 78)
        #expect(ending.messages.contains("a directory of its own is needed here"))
    }
}
