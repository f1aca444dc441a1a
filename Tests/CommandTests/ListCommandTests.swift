// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

/// Lists of feeds on the command line.
struct ListCommandTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.configure(
            ["mine: {url: \"https://mine.example/?token=secret&a=1\", tags: [own]}", "here: {url: \"file:a.xml\"}"],
            more: "include: feeds.d/*.yaml")
        try program.write(
            """
            <opml version="2.0"><body><outline text="Asia"><outline text="Far East" xmlUrl="https://far.example/"/></outline>
            <outline text="Bad" xmlUrl="file:///etc/passwd"/></body></opml>
            """, to: "list.opml")
    }

    @Test func `imports a list into a file that the configuration takes in, once`() async throws {
        let dry = try await program.run("import", "--dry-run", program.root + "/list.opml")
        #expect(dry.status == 0 && dry.output.contains("far-east: {url: \"https://far.example/\", tags: [asia]}"))
        let first = try await program.run("import", program.root + "/list.opml")
        #expect(
            first.status == 0 && first.output.hasSuffix("/feeds.d/list.yaml\n") && first.messages.contains("1 feed imported, 1 left out"))
        #expect(try await program.run("feed", "list", "--plain").output.contains("far-east"))
        let second = try await program.run("import", program.root + "/list.opml")
        #expect(second.status == 0 && second.messages.contains("0 feeds imported, 1 known already, 1 left out"))
    }

    @Test func `says so when the configuration doesn't take the file in`() async throws {
        try program.configure(["mine: {url: \"https://mine.example/\"}"])
        let ending = try await program.run("import", program.root + "/list.opml")
        #expect(ending.status == 0 && ending.messages.contains("doesn't take the file in; add `include: feeds.d/*.yaml`"))
    }

    @Test func `exports what is on the network, without secrets`() async throws {
        let list = try await program.run("export").output
        #expect(list.contains("text=\"mine\" title=\"mine\" xmlUrl=\"https://mine.example/?a=1\" category=\"own\""))
        #expect(!list.contains("secret") && !list.contains("a.xml"))
    }

    @Test func `what is no list is said to be none`() async throws {
        try program.write("<rss/>", to: "a.xml")
        let ending = try await program.run("import", program.root + "/a.xml")
        #expect(ending.status == 65 && ending.messages.contains("no OPML list"))
    }

    @Test func `discovers the feeds of a page`() async throws {
        let server = try LoopbackServer.start { _ in .ok("<link rel=alternate type=application/rss+xml title=World href=/feed.xml>") }
        let url = server.url("/")
        let process = try ChildProcess(Products.path("wirespool"), ["discover", "--allow-private", "--plain", url], in: program.root)
        let text = process.output.text
        #expect(process.end() == 0)
        #expect(text.contains("application/rss+xml  World  \(server.url("/feed.xml"))"))
    }
}
