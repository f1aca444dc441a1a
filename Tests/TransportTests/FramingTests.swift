// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing
import Transport

private let broken: [Oddity] = [
    Oddity("a body shorter than its length", .truncated("<rss>"), "truncated"),
    Oddity("a chunk cut short", .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100\r\n<rss>"), "truncated"),
    Oddity("no last chunk", .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n"), "truncated"),
    Oddity("a chunk size that is no number", .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n<rss>\r\n"), "bad-response"),
    Oddity("no answer", .close, "reset"),
    Oddity("a reset", .reset, "reset"),
    Oddity("a reset in the body", Reply([.send(Reply.head(200, [("Content-Length", Array("9999".utf8))])), .reset]), "reset"),
    Oddity("a head cut short", .raw("HTTP/1.1 200 OK\r\nContent-Le"), "truncated"),
    Oddity("noise", .raw("HTP/9.x yes\r\n\r\n<rss/>"), "bad-response"),
    Oddity("a body without a head", .raw("<rss></rss>"), "bad-response"),
    Oddity("a line that is no field", .raw("HTTP/1.1 200 OK\r\nrubbish\r\nContent-Length: 6\r\n\r\n<rss/>"), "bad-response"),
    Oddity("two lengths", .raw("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nContent-Length: 5\r\n\r\n<rss/>"), "bad-response"),
    Oddity("a negative length", .raw("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n<rss/>"), "bad-response"),
    Oddity("a length in words", .raw("HTTP/1.1 200 OK\r\nContent-Length: six\r\n\r\n<rss/>"), "bad-response"),
    Oddity("a length beyond all numbers", .raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n<rss/>"), "too-large"),
]

private let odd: [Oddity] = [
    Oddity("the same length twice", .raw("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nContent-Length: 6\r\n\r\n<rss/>")),
    Oddity(
        "chunks and a length", .raw("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<rss/>\r\n0\r\n\r\n")),
    Oddity("a body that ends with the connection", .raw("HTTP/1.0 200 OK\r\n\r\n<rss/>")),
    Oddity("hints before the answer", .raw("HTTP/1.1 103 Early\r\nETag: no\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>")),
    Oddity("a trailer", .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<rss/>\r\n0\r\nETag: no\r\n\r\n")),
    Oddity(
        "more than was announced", .raw("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno")),
]

struct FramingTests {
    @Test(arguments: broken)
    func `a broken answer is an error with its label`(oddity: Oddity) async throws {
        let server = try LoopbackServer.start { _ in oddity.reply }
        let label = try await Transfers().label(of: .toLoopback(server.url()))
        #expect(label == oddity.label)
    }

    @Test(arguments: odd)
    func `an odd answer has one meaning`(oddity: Oddity) async throws {
        let server = try LoopbackServer.start { _ in oddity.reply }
        let response = try await Transfers().fetch(.toLoopback(server.url()))
        #expect(response.status == 200)
        #expect(String(decoding: response.body, as: UTF8.self) == "<rss/>")
        #expect(response.validators.isEmpty)
    }

    @Test(arguments: [200, 226, 400, 401, 403, 404, 410, 429, 500, 503, 999])
    func `every status is a response`(status: Int) async throws {
        let server = try LoopbackServer.start { _ in .status(status, "text", headers: ["Retry-After": "120"]) }
        let response = try await Transfers().fetch(.toLoopback(server.url()))
        #expect(response.status == status)
        #expect(response.header("retry-after") == "120")
        #expect(response.body == Array("text".utf8))
    }

    @Test func `a port where nobody listens refuses`() async throws {
        let closed = try ClosedPort()
        let failure = try await Transfers().failure(of: .toLoopback(closed.url()))
        #expect(failure == FetchError(.refused, "127.0.0.1:\(closed.port) refused the connection"))
    }

    @Test func `a plain server does not speak TLS`() async throws {
        let server = try LoopbackServer.start { _ in .ok("") }
        let label = try await Transfers().label(of: .toLoopback("https://127.0.0.1:\(server.port)/"))
        #expect(label == "tls")
    }

    @Test func `a name that does not exist is no host`() async throws {
        #expect(try await Transfers().label(of: .toLoopback("http://no-such-host.invalid/")) == "no-such-host")
    }
}
