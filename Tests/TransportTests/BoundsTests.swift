// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing
import Transport

private let kilobyte = [UInt8](repeating: 0x61, count: 1024)

private let oversized: [Oddity] = [
    Oddity("a body without end", Reply([.send(Reply.head(200, [])), .sendForever(kilobyte)])),
    Oddity(
        "chunks without end",
        Reply([
            .send(Reply.head(200, [("Transfer-Encoding", Array("chunked".utf8))])),
            .sendForever(Array("400\r\n".utf8) + kilobyte + Array("\r\n".utf8)),
        ])
    ),
    Oddity(
        "a name in gzip without end, which unpacks to nothing",
        Reply([
            .send(Reply.head(200, [("Content-Encoding", Array("gzip".utf8))]) + [0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3]),
            .sendForever(kilobyte),
        ])),
    Oddity("a length of 99 GB", Reply([.send(Reply.head(200, [("Content-Length", Array("99999999999".utf8))])), .hold])),
    Oddity("headers without end", Reply([.send(Array("HTTP/1.1 200 OK\r\n".utf8)), .sendForever(Array("X-A: b\r\n".utf8))])),
    Oddity("one header without end", Reply([.send(Array("HTTP/1.1 200 OK\r\nX-A: ".utf8)), .sendForever(kilobyte)])),
    Oddity(
        "long headers",
        Reply([.send(Array("HTTP/1.1 200 OK\r\n".utf8)), .sendForever(Array("X-A: ".utf8) + kilobyte + Array("\r\n".utf8))])),
    Oddity("early hints without end", Reply([.sendForever(Array("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".utf8))])),
]

struct BoundsTests {
    @Test(arguments: oversized)
    func `is refused before it costs much`(oddity: Oddity) async throws {
        let server = try LoopbackServer.start { _ in oddity.reply }
        let label = try await Transfers().label(of: .toLoopback(server.url()))
        #expect(label == "too-large")
    }

    @Test(arguments: [(99, "too-large"), (100, "no error")])
    func `a body may be as large as the limit`(limit: Int, label: String) async throws {
        let server = try LoopbackServer.start { _ in
            Reply([.send(Reply.head(200, [("Connection", Array("close".utf8))]) + kilobyte.prefix(100)), .close])
        }
        #expect(try await Transfers().label(of: .toLoopback(server.url()) { $0.limits.maxBody = limit }) == label)
    }

    @Test(arguments: [(150, "no error"), (250, "too-large")])
    func `a head may have two hundred lines`(count: Int, label: String) async throws {
        let head = "HTTP/1.1 200 OK\r\n" + String(repeating: "X-A: b\r\n", count: count) + "\r\n"
        let server = try LoopbackServer.start { _ in .raw(head) }
        let found = try await Transfers().label(of: .toLoopback(server.url()))
        #expect(found == label)
    }
}
