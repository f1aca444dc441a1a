// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import TestSupport
import Testing
import Transport

private let document = "<rss version=\"2.0\"><channel><title>Wire</title></channel></rss>\n"

private let encodings: [(name: String, base64: String)] = [
    ("gzip", "H4sIAAAAAAACA7MpKi5WKEstKs7Mz7NVMtIzULKzSc5IzMtLzbGzKcksyUm1C88sSrXRh7Bt9OGS+kCddlwAt7FvwUAAAAA="),
    ("x-gzip", "H4sIAAAAAAACA7MpKi5WKEstKs7Mz7NVMtIzULKzSc5IzMtLzbGzKcksyUm1C88sSrXRh7Bt9OGS+kCddlwAt7FvwUAAAAA="),
    ("deflate", "eJyzKSouVihLLSrOzM+zVTLSM1Cys0nOSMzLS82xsynJLMlJtQvPLEq10YewbfThkvpAnXZcAMynFeg="),
    ("deflate", "sykqLlYoSy0qzszPs1Uy0jNQsrNJzkjMy0vNsbMpySzJSbULzyxKtdGHsG304ZL6QJ12XAA="),
    ("zstd", "KLUv/QRY3QEAFAM8cnNzIHZlcnNpb249IjIuMCI+PGNoYW5uZWw+PHRpdGxlPldpcmU8LzwvL3Jzcz4KAgBAFZwPpQwLgjRP"),
]

/// A thousand bytes that gzip makes out of a million noughts.
private let bomb = "H4sIAAAAAAACA+3BMQEAAADCoPVPbQhfoA" + String(repeating: "A", count: 1354) + "PgMc6jinAAAQAA=="

/// The document in six layers of gzip.
private let nested = """
    H4sIAAAAAAACAwGWAGn/H4sIAAAAAAACA5Pv5mAAASZmxgKG/v/ycO7k988SGBjVnp18P1/VwGCVrbW19iqtwFf31q14/vzZnekntSwzJxZYvq3ZGLMr/uuf\
    3dZK9vqWzyvr3s59vrR629Gnd+Z/+P3ysOrHmqPLJ6tsezp/Y/3Bgtb+h19Mr0eVL5jIwFFw6FA00J6GU21dBUAaAO9VvUqHAAAAdRWh+pYAAAA=
    """

struct EncodingTests {
    @Test(arguments: encodings)
    func `a compressed body arrives plain`(encoding: (name: String, base64: String)) async throws {
        let server = try server(encoding.name, encoding.base64)
        let response = try await Transfers().fetch(.toLoopback(server.url()))
        #expect(String(decoding: response.body, as: UTF8.self) == document)
        #expect(response.header("content-encoding") == encoding.name)
    }

    @Test func `bytes received are those on the wire`() async throws {
        let body = try #require(Data(base64Encoded: encodings[0].base64))
        let server = try server("gzip", encodings[0].base64)
        let response = try await Transfers().fetch(.toLoopback(server.url()))
        let head = Reply.head(200, [("Content-Encoding", Array("gzip".utf8)), ("Content-Length", Array("\(body.count)".utf8))])
        #expect(response.bytesReceived == head.count + body.count)
    }

    @Test func `a bomb is refused by the size that it would have had`() async throws {
        let server = try server("gzip", bomb)
        let small = FetchRequest.toLoopback(server.url()) { $0.limits.maxBody = 64 << 10 }
        let transfers = try Transfers()
        #expect(await transfers.label(of: small) == "too-large")
        #expect(try await transfers.fetch(.toLoopback(server.url())).body.count == 1 << 20)
    }

    @Test(arguments: [
        ("gzip", Data(document.utf8).base64EncodedString()), ("x-secret", Data(document.utf8).base64EncodedString()),
        ("gzip, gzip, gzip, gzip, gzip, gzip", nested),
    ])
    func `an encoding that can't be undone is an error`(name: String, base64: String) async throws {
        let server = try server(name, base64)
        let label = try await Transfers().label(of: .toLoopback(server.url()))
        #expect(label == "bad-encoding")
    }

    @Test(arguments: [1, 4, 8, 9, 20, 40, 60])
    func `gzip that was cut short is an error`(missing: Int) async throws {
        let body = try #require(Data(base64Encoded: encodings[0].base64)).dropLast(missing)
        let server = try server("gzip", Data(body).base64EncodedString())
        let label = try await Transfers().label(of: .toLoopback(server.url()))
        #expect(label == "truncated")
    }

    @Test func `gzip in chunks is whole when its chunks are`() async throws {
        let body = try #require(Data(base64Encoded: encodings[0].base64))
        let head = Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
        let chunk = Array("\(String(body.count, radix: 16))\r\n".utf8) + body + Array("\r\n0\r\n\r\n".utf8)
        let server = try LoopbackServer.start { _ in Reply([.send(head + chunk)]) }
        let response = try await Transfers().fetch(.toLoopback(server.url()))
        #expect(String(decoding: response.body, as: UTF8.self) == document)
    }

    @Test func `an answer without a body may announce gzip`() async throws {
        let server = try LoopbackServer.start { _ in .notModified(headers: ["Content-Encoding": "gzip"]) }
        #expect(try await Transfers().fetch(.toLoopback(server.url())).status == 304)
    }

    private func server(_ encoding: String, _ base64: String) throws -> LoopbackServer {
        let body = try #require(Data(base64Encoded: base64))
        return try LoopbackServer.start { _ in .ok(Array(body), headers: ["Content-Encoding": encoding]) }
    }
}
