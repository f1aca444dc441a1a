// SPDX-License-Identifier: Apache-2.0
import Testing

/// `wirespool feed` as an operator sees it.
struct FeedCommandTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.write(Wire.rss(count: 1), to: "a.xml")
        try program.configure([
            "a: {url: \"file:a.xml\", interval: 1h}", "b: {url: \"https://wire.example/b?token=hidden\", enabled: false, agency: xinhua}",
        ])
    }

    @Test func `lists the feeds before and after their first poll, without secrets`() async throws {
        let listed = try await program.run("feed", "list", "--plain")
        #expect(listed.status == 0)
        #expect(listed.lines.count == 3 && listed.output.contains("b     disabled  15m       xinhua  https://wire.example/b?token=…"))
        let one = try await program.run("feed", "list", "a", "--json")
        #expect(one.lines.count == 1 && one.output.contains("\"state\":\"polled\""))
    }

    @Test func `pauses a feed until it is resumed, and then it is due at once`() async throws {
        _ = try await program.run("fetch")
        #expect(try await program.run("feed", "pause", "a").output == "a: paused\n")
        #expect(try await program.run("fetch", "--force", "--plain").output.contains("a paused; wirespool feed resume a"))
        #expect(try await program.run("status", "--plain").output.contains("paused by wirespool feed pause"))
        #expect(try await program.run("feed", "resume", "a").output == "a: resumed\n")
        #expect(try await program.run("fetch", "--plain").output.contains("✓ a 200"))
        #expect(
            try program.events().compactMap { $0["ev"] as? String }.filter { $0 == "paused" || $0 == "resumed" } == ["paused", "resumed"])
    }

    @Test func `a feed that is not configured is a mistake of the command line`() async throws {
        let ending = try await program.run("feed", "pause", "z")
        #expect(ending.status == 64 && ending.messages.contains("no feed 'z'"))
    }

    @Test func `before the first poll there is nothing to pause`() async throws {
        let ending = try await program.run("feed", "pause", "a")
        #expect(ending.status == 74 && ending.messages.contains("there is no catalog yet"))
    }
}
