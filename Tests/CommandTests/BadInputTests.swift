// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import TestSupport
import Testing

/// Each kind of bad input: one clear message with its stage word, and the other feeds go on.
struct BadInputTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.write(Wire.rss(count: 1), to: "good.xml")
    }

    /// A document that is wrong, what `fetch` says of it, and its exit status.
    struct Example: Sendable, CustomTestStringConvertible {
        var name: String
        var reply: Reply
        var message: String
        var status: Int32

        var testDescription: String { name }
    }

    /// A thousand bytes that gzip makes out of a million noughts.
    private static let bomb = [UInt8](
        Data(base64Encoded: "H4sIAAAAAAACA+3BMQEAAADCoPVPbQhfoA" + String(repeating: "A", count: 1354) + "PgMc6jinAAAQAA==") ?? Data())

    static let examples = [
        Example(
            name: "an HTML page", reply: .ok("<!DOCTYPE html><html><body>Welcome</body></html>"), message: "parse not-a-feed", status: 65),
        Example(name: "nothing", reply: .ok(""), message: "parse empty", status: 65),
        Example(name: "a JSON error", reply: .ok("{\"error\": \"no\"}"), message: "parse not-a-feed", status: 65),
        Example(name: "404", reply: .status(404), message: "fetch refused-404", status: 69),
        Example(name: "410", reply: .status(410), message: "fetch gone", status: 69),
        Example(name: "503", reply: .status(503), message: "fetch refused-503", status: 69),
        Example(name: "a redirect to itself", reply: .redirect(to: "/feed"), message: "fetch redirect-loop", status: 69),
        Example(
            name: "more than the cap", reply: .ok(String(repeating: "<!-- padding -->", count: 8192)), message: "fetch too-large",
            status: 65),
        Example(
            name: "a body that breaks off", reply: .truncated("<rss version=\"2.0\"><channel>"), message: "fetch truncated", status: 65),
        Example(
            name: "a body without end", reply: Reply([.send(Reply.head(200, [])), .sendForever(Array("<!-- padding -->".utf8))]),
            message: "fetch too-large", status: 65),
        Example(
            name: "headers without end", reply: Reply([.send(Array("HTTP/1.1 200 OK\r\n".utf8)), .sendForever(Array("X-A: b\r\n".utf8))]),
            message: "fetch too-large", status: 65),
        Example(
            name: "a bomb", reply: .ok(bomb, headers: ["Content-Encoding": "gzip"]), message: "fetch too-large", status: 65),
        Example(name: "a server that hangs", reply: .hang, message: "fetch timed-out", status: 69),
    ]

    @Test(arguments: examples)
    func `says what is wrong with the one feed, and spools the other`(example: Example) async throws {
        let server = try LoopbackServer.start { _ in example.reply }
        // Patience with an answer that is only slow in coming, as under a sanitizer.
        let timeout = example.message == "fetch timed-out" ? "1s" : "20s"
        try program.configure([
            "bad: {url: \"\(server.url("/feed"))\", timeout: \(timeout), max_body: 64KiB}", "good: {url: \"file:good.xml\"}",
        ])
        let ending = try await program.run("fetch", "--plain")
        #expect(ending.status == example.status)
        #expect(ending.cost.isBounded, "\(ending.cost)")
        #expect(ending.output.contains("✗ bad  \(example.message)"))
        #expect(ending.output.contains("✓ good"))
        #expect(try program.records().count == 1)
        #expect(try program.events().contains { $0["ev"] as? String == "failed" && $0["feed"] as? String == "bad" })
    }

    @Test func `a failure keeps the validators, and the stories come when the feed is well again`() async throws {
        let script = Script([
            .ok(Wire.rss(count: 1), headers: ["ETag": "\"one\""]), .ok("<html>", headers: ["ETag": "\"two\""]),
            .ok(Wire.rss(count: 2), headers: ["ETag": "\"three\""]),
        ])
        let server = try LoopbackServer.start { _ in script.next() }
        try program.configure(["a: {url: \"\(server.url("/feed"))\"}"])
        #expect(try await program.run("fetch", "--force").status == 0)
        #expect(try await program.run("fetch", "--force").status == 65)
        #expect(try await program.run("fetch", "--force").status == 0)
        #expect(server.requests.map { $0["If-None-Match"] } == [nil, "\"one\"", "\"one\""])
        #expect(try program.records().count == 2)
    }

    @Test func `refuses a private address unless the feed allows it`() async throws {
        let server = try LoopbackServer.start { _ in .ok(Wire.rss(count: 1)) }
        try program.configure(["a: {url: \"\(server.url("/feed"))\", allow_private: false}"])
        let ending = try await program.run("fetch", "--plain")
        #expect(ending.status == 77)
        #expect(ending.output.contains("fetch forbidden-address"))
        #expect(server.requests.isEmpty)
    }

    @Test func `a host that does not resolve`() async throws {
        try program.configure(["a: {url: \"http://no-such-host.invalid/feed\"}"])
        #expect(try await program.run("fetch").status == 68)
    }

    @Test func `a configuration with mistakes names the file, the line and what was meant`() async throws {
        try program.write(
            "state: s\nlog: l\noutlets: {main: {path: o}}\nfeeds:\n  a: {url: \"file:x.xml\", intervall: 5m}\n", to: "wirespool.yaml")
        let ending = try await program.run("check")
        #expect(ending.status == 78)
        #expect(ending.messages.contains("wirespool.yaml:5: unknown key 'intervall'; did you mean 'interval'?"))
    }

    @Test func `a read-only spool costs nothing but time`() async throws {
        try program.configure(["good: {url: \"file:good.xml\"}"], outlets: ["main: {path: /proc/spool}"])
        let ending = try await program.run("fetch")
        #expect(ending.status != 0)
        #expect(ending.messages.contains("spool: outlet main"))
        try program.configure(["good: {url: \"file:good.xml\"}"])
        #expect(try await program.run("fetch").status == 0)
        #expect(try program.records().count == 1)
    }
}

/// Replies in order, the last one for ever.
private final class Script: Sendable {
    private let replies: [Reply]
    private let position = Mutex(0)

    init(_ replies: [Reply]) { self.replies = replies }

    func next() -> Reply {
        position.withLock { position in
            defer { position = min(position + 1, replies.count - 1) }
            return replies[position]
        }
    }
}
