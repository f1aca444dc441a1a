// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing
import Transport

struct RedactionTests {
    @Test(arguments: [
        ("https://user:secret@a.example/x", "https://a.example/x"), ("https://a.example/x@y", "https://a.example/x@y"),
        ("https://a.example/?token=abc&page=2&API_KEY=d", "https://a.example/?token=…&page=2&API_KEY=…"),
        ("https://a.example/?page=2&&tokens=1#key=2", "https://a.example/?page=2&&tokens=1#key=2"), ("file:demo/a.xml", "file:demo/a.xml"),
        ("http://u:p@ss@a.example?password=a=b", "http://a.example?password=…"), ("", ""), ("//u:p@a.example", "//a.example"),
    ])
    func `secrets are left out and nothing else is`(url: String, shown: String) {
        #expect(Redaction.redacted(url) == shown)
    }

    @Test(arguments: [
        ("https://u:p@a.example/?token=abc&page=2#end", "https://a.example/?page=2#end"),
        ("https://a.example/?key=1", "https://a.example/"),
        ("https://a.example/?X-Amz-Signature=1&a&b=", "https://a.example/?a&b="), ("https://a.example/?", "https://a.example/?"),
        ("https://a.example/?monkey=1&keyword=2&sid=3", "https://a.example/?monkey=1&keyword=2"), ("file:/a.xml", "file:/a.xml"),
    ])
    func `records hold an address that works but for its secrets`(url: String, kept: String) {
        #expect(Redaction.withoutSecrets(url) == kept)
    }

    @Test(arguments: [
        Reply.hang, .close, .reset, .truncated("x"), .raw("noise"), .redirect(to: "ftp://u:secret@a.example/"),
        .redirect(to: "/?token=secret"),
    ])
    func `no message holds a secret`(reply: Reply) async throws {
        let server = try LoopbackServer.start { _ in reply }
        let request = FetchRequest.toLoopback("http://user:secret@127.0.0.1:\(server.port)/?token=secret") {
            $0.limits.total = .milliseconds(200)
        }
        let failure = try #require(try await Transfers().failure(of: request))
        #expect(!failure.message.contains("secret"))
    }

    @Test func `credentials in the address are sent when the server asks, and not shown`() async throws {
        let server = try LoopbackServer.start { request in
            request["Authorization"] == nil ? .status(401, headers: ["WWW-Authenticate": "Basic realm=\"wire\""]) : .ok("<rss/>")
        }
        let response = try await Transfers().fetch(.toLoopback("http://user:secret@127.0.0.1:\(server.port)/a"))
        #expect(response.url == server.url("/a"))
        #expect(response.status == 200)
        #expect(server.requests.map { $0["Authorization"] } == [nil, "Basic dXNlcjpzZWNyZXQ="])
    }
}
