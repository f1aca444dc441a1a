// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing
import Transport

struct CredentialsTests {
    @Test func `Basic is shown when the server asks`() async throws {
        let server = try LoopbackServer.start(asking(for: "Basic realm=\"wire\""))
        let response = try await Transfers().fetch(request(server.url("/a")))
        #expect(response.status == 200)
        #expect(server.requests.map { $0["Authorization"] } == [nil, "Basic dXNlcjpzZWNyZXQ="])
    }

    @Test func `Digest keeps the password off the wire`() async throws {
        let server = try LoopbackServer.start(asking(for: "Digest realm=\"wire\", qop=\"auth\", nonce=\"n1\""))
        let response = try await Transfers().fetch(request(server.url("/a")))
        #expect(response.status == 200)
        #expect(response.body == Array("<rss/>".utf8))
        #expect(server.requests.count == 2)
        #expect(server.requests.last?["Authorization"]?.hasPrefix("Digest username=\"user\"") == true)
        #expect(server.requests.allSatisfy { !String(decoding: $0.head, as: UTF8.self).contains("secret") })
    }

    @Test func `a server that is not content gets no third request`() async throws {
        let server = try LoopbackServer.start { _ in .status(401, headers: ["WWW-Authenticate": "Basic realm=\"wire\""]) }
        let response = try await Transfers().fetch(request(server.url("/a")))
        #expect(response.status == 401)
        #expect(server.requests.count == 2)
    }

    @Test func `a configured proxy is asked in place of the host`() async throws {
        let proxy = try LoopbackServer.start { _ in .ok("<rss/>") }
        var request = FetchRequest(url: "http://feeds.example/a?b", userAgent: "Wirespool/1.0")
        request.proxy = proxy.url("")
        let response = try await Transfers().fetch(request)
        #expect(response.url == "http://feeds.example/a?b")
        #expect(proxy.requests.map(\.target) == ["http://feeds.example/a?b"])
    }

    @Test func `a proxy that says no is not the feed's fault`() async throws {
        let proxy = try LoopbackServer.start { _ in .status(403) }
        var request = FetchRequest(url: "https://feeds.example/a", userAgent: "Wirespool/1.0")
        request.proxy = "http://user:secret@127.0.0.1:\(proxy.port)"
        let failure = try #require(try await Transfers().failure(of: request))
        #expect(failure.label == .unreachable)
        #expect(!failure.message.contains("secret"))
        #expect(proxy.requests.first?.target == "feeds.example:443")
    }

    @Test func `a proxy does not open private places`() async throws {
        let proxy = try LoopbackServer.start { _ in .ok("") }
        var request = FetchRequest(url: "http://127.1/", userAgent: "Wirespool/1.0")
        request.proxy = proxy.url("")
        let label = try await Transfers().label(of: request)
        #expect(label == "forbidden-address")
        #expect(proxy.requests.isEmpty)
    }

    private func request(_ url: String) -> FetchRequest {
        .toLoopback(url) { $0.credentials = Credentials(user: "user", password: "secret") }
    }

    private func asking(for challenge: String) -> @Sendable (Request) -> Reply {
        { $0["Authorization"] == nil ? .status(401, "no", headers: ["WWW-Authenticate": challenge]) : .ok("<rss/>") }
    }
}
