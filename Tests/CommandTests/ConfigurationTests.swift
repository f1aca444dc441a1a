// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// A configuration is begun, checked and shown.
struct ConfigurationTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.write(Wire.rss(count: 2), to: "a.xml")
    }

    @Test func `init writes a configuration that checks and shows, and overwrites nothing`() async throws {
        try program.write("# TASS (Russia)\nfeeds:\n  tass-en: {url: \"https://tass.example/rss\"}\n", to: "share/tass.yaml")
        try program.write("# Off (Nowhere)\nfeeds:\n  off: {url: \"https://off.example/rss\", enabled: false}\n", to: "share/off.yaml")
        let listed = try await program.run("init", "--list", "--from", "share")
        #expect(listed.lines == ["code  feeds  agency", "off   off    Off (Nowhere)", "tass  1      TASS (Russia)"])
        let mistaken = try await program.run("init", "--agency", "tas", "--from", "share")
        #expect(mistaken.status == 64 && mistaken.messages.contains("no agency 'tas'; did you mean 'tass'?"))
        let written = try await program.run("init", "--agency", "tass,off", "--from", "share")
        #expect(written.status == 0 && written.output.contains("1 feed of 2 agencies, 1 outlet"))
        #expect(try await program.run("check").output.contains("2 feeds") == false)
        let shown = try await program.run("config", "show", "--plain", "tass-en")
        #expect(shown.output.contains("url: \"https://tass.example/rss\""))
        #expect(shown.output.contains("feeds.d/tass.yaml:3"))
        let again = try await program.run("init", "--agency", "tass", "--from", "share")
        #expect(again.status == 78 && again.messages.contains("is there already"))
    }

    @Test func `check names every mistake at once, those of the directories too`() async throws {
        try program.write("in the way", to: "state")
        try program.configure(["a: {url: \"file:a.xml\", intervall: 1h}", "b: {url: \"ftp://b\"}"])
        let ending = try await program.run("check")
        #expect(ending.status == 78)
        for text in ["unknown key 'intervall'", "wirespool.yaml:9: url", "state is not a directory", "3 mistakes"] {
            #expect(ending.messages.contains(text))
        }
    }

    @Test func `check online asks each feed, and writes nothing`() async throws {
        let server = try LoopbackServer.start { _ in .ok(Wire.rss(count: 1)) }
        try program.configure(["a: {url: \"\(server.url("/feed"))\"}", "b: {url: \"file:none.xml\"}"])
        let ending = try await program.run("check", "--online", "--plain")
        #expect(ending.status == 74)
        #expect(ending.output.contains("✓ a 200 1 item"))
        #expect(ending.output.contains("✗ b fetch"))
        #expect(!FileManager.default.fileExists(atPath: program.root + "/state"))
    }
}
