// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

private func many(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

private let chunked = ["Transfer-Encoding: chunked"]
private let feed = Wire.rss(count: 1, feed: 7)

/// What a server can do to whoever asks it: each costs the program no more than a hostile case may, and the feed beside it goes on.
struct HostileServerTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.write(Wire.rss(count: 1), to: "good.xml")
    }

    static let floods: [HostileServer] = [
        HostileServer("a body without end", "fetch too-large", .endless([], many(1_000, "<!-- padding -->"))),
        HostileServer("items without end", "fetch too-large", .endless([], after: "<rss><channel>", "<item><title>a</title></item>")),
        HostileServer("chunks without end", "fetch too-large", .endless(chunked, "400\r\n" + many(1_024, "a") + "\r\n")),
        HostileServer("chunks of one byte without end", "fetch too-large", .endless(chunked, many(1_000, "1\r\na\r\n"))),
        HostileServer(
            "an extension of a chunk without end", "fetch timed-out", timeout: "1s", .endless(chunked, after: "1;", many(10_000, "a"))),
        HostileServer("a size of a chunk without end", "fetch bad-response", .endless(chunked, many(1_000, "0"))),
        HostileServer("trailers without end", "fetch too-large", .endless(chunked, after: "1\r\na\r\n0\r\n", "X-A: b\r\n")),
        HostileServer("one trailer without end", "fetch bad-response", .endless(chunked, after: "1\r\na\r\n0\r\nX-A: ", many(1_000, "b"))),
        HostileServer("headers without end", "fetch too-large", .endlessHead("HTTP/1.1 200 OK\r\n", "X-A: b\r\n")),
        HostileServer("one header without end", "fetch too-large", .endlessHead("HTTP/1.1 200 OK\r\nX-A: ", many(1_000, "b"))),
        HostileServer("a folded header without end", "fetch too-large", .endlessHead("HTTP/1.1 200 OK\r\nX-A: b\r\n", " c\r\n")),
        HostileServer("cookies without end", "fetch too-large", .endlessHead("HTTP/1.1 200 OK\r\n", "Set-Cookie: a=b\r\n")),
        HostileServer("a reason without end", "fetch too-large", .endlessHead("HTTP/1.1 200 ", many(1_000, "b"))),
        HostileServer("empty lines without end", "fetch bad-response", .endlessHead("", many(1_000, "\r\n"))),
        HostileServer("early hints without end", "fetch too-large", .endlessHead("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")),
        HostileServer("leave to continue without end", "fetch too-large", .endlessHead("", "HTTP/1.1 100 Continue\r\n\r\n")),
        HostileServer("an error page without end", "fetch too-large", .endlessHead("HTTP/1.1 404 No\r\n\r\n", many(1_000, "a"))),
        HostileServer("a redirect with a body without end", "fetch too-large") { request in
            .endlessHead("HTTP/1.1 302 No\r\nLocation: \(request.path)a\r\n\r\n", many(1_000, "a"))
        },
        HostileServer("a password asked for without end", "fetch too-large") { _ in
            .endlessHead("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=a\r\n\r\n", many(1_000, "a"))
        },
    ]

    static let bombs: [HostileServer] = [
        bomb("a gigabyte in gzip", "gzip", Bomb.gzip(quartets: 350_000)),
        bomb("a gigabyte in gzip, by another name", "x-gzip", Bomb.gzip(quartets: 350_000)),
        bomb("a gigabyte in zstd", "zstd", Bomb.zstd),
        bomb("sixty-four megabytes in brotli", "br", Bomb.brotli),
        bomb("a bomb in a bomb", "gzip, gzip", Bomb.twice),
        bomb("a title of twelve megabytes in brotli", "br", Bomb.brotliTitle, "parse malformed"),
        bomb("six layers", "gzip, gzip, gzip, gzip, gzip, gzip", Bomb.gzip(quartets: 0), "fetch bad-encoding"),
        bomb("ten thousand layers", many(10_000, "gzip,") + "gzip", Bomb.gzip(quartets: 0), "fetch bad-encoding"),
        bomb("an encoding of no name", "x-" + many(10_000, "a"), Bomb.gzip(quartets: 0), "fetch bad-encoding"),
        bomb("an error page that is a bomb", "gzip", Bomb.gzip(quartets: 350_000), status: 404),
        HostileServer(
            "a name in gzip without end", "fetch too-large",
            .endless(["Content-Encoding: gzip"], after: [0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3], [UInt8](repeating: 0x61, count: 10_000))),
        HostileServer(
            "empty blocks of gzip without end", "fetch too-large",
            .endless(
                ["Content-Encoding: gzip"], after: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3],
                (0..<2_000).flatMap { _ -> [UInt8] in [0, 0, 0, 0xFF, 0xFF] })),
        HostileServer(
            "frames of zstd to be skipped without end", "fetch too-large",
            .endless(["Content-Encoding: zstd"], [0x50, 0x2A, 0x4D, 0x18, 0x00, 0x10, 0, 0] + [UInt8](repeating: 0, count: 4_096))),
        HostileServer(
            "a window of zstd beyond all memory", "fetch bad-encoding",
            .ok([0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xF8, 0x02, 0x00, 0x10, 0x00], headers: ["Content-Encoding": "zstd"])),
    ]

    private static func bomb(
        _ name: String, _ encoding: String, _ body: [UInt8], _ verdict: String = "fetch too-large", status: Int = 200
    ) -> HostileServer {
        HostileServer(name, verdict, .status(status, body, fields: [("Content-Encoding", Array(encoding.utf8))]))
    }

    static let delays: [HostileServer] = [
        HostileServer("silence", "fetch timed-out", timeout: "1s", .hang),
        HostileServer("a head that trickles", "fetch timed-out", timeout: "1s", .slow("HTTP/1.1 200 OK\r\n" + many(1_000, "X-A: b\r\n"))),
        HostileServer("a body that trickles", "fetch timed-out", timeout: "1s", .slow("HTTP/1.1 200 OK\r\n\r\n" + feed)),
        HostileServer(
            "chunks that trickle", "fetch timed-out", timeout: "1s",
            .slow("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + many(1_000, "1\r\na\r\n"))),
        HostileServer("hints that trickle", "fetch timed-out", timeout: "1s", .slow(many(1_000, "HTTP/1.1 103 Early\r\n\r\n"))),
        HostileServer(
            "a body that stops before its length", "fetch timed-out", timeout: "1s",
            Reply([.send(Reply.head(200, [("Content-Length", Array("1000".utf8))]) + [0x61]), .hold])),
        HostileServer(
            "a last chunk that never comes", "fetch timed-out", timeout: "1s",
            Reply([.send(Reply.head(200, [("Transfer-Encoding", Array("chunked".utf8))]) + Array("1\r\na\r\n".utf8)), .hold])),
    ]

    static let all = floods + bombs + delays + HostileServer.framing + HostileServer.redirects + HostileServer.headers

    @Test(arguments: all)
    func `costs no more than a hostile case may, and the other feed comes`(server: HostileServer) async throws {
        let loopback = try LoopbackServer.start(server.answer)
        try program.configure([
            "bad: {url: \"\(loopback.url("/feed"))\", timeout: \(server.timeout)}", "good: {url: \"file:good.xml\"}",
        ])
        let ending = try await program.run("fetch", "--plain")
        #expect(ending.cost.isBounded, "\(ending.cost)")
        #expect(ending.output.contains("✓ good"))
        #expect(ending.output.contains(server.verdict.map { "✗ bad  \($0)" } ?? "✓ bad"), "\(ending.output.prefix(500))")
        #expect(try program.records().count == (server.verdict == nil ? 2 : 1))
        let printed = ending.output + ending.messages
        #expect(printed.utf8.count < 2_000)
        #expect(!printed.unicodeScalars.contains { $0 != "\n" && [.control, .format].contains($0.properties.generalCategory) })
    }
}
