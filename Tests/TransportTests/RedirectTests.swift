// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Transport

struct RedirectTests {
    @Test(arguments: [301, 302, 303, 307, 308])
    func `a redirect is followed and recorded`(status: Int) async throws {
        let server = try LoopbackServer.start { $0.path == "/a" ? .redirect(to: "/b?x=1#part", status: status) : .ok("<rss/>") }
        let response = try await Transfers().fetch(.toLoopback(server.url("/a")))
        #expect(response.redirects == [Redirect(status: status, target: server.url("/b?x=1"))])
        #expect(response.url == server.url("/b?x=1"))
        #expect(server.requests.map(\.target) == ["/a", "/b?x=1"])
        #expect(server.connectionCount == 1)
    }

    @Test(arguments: [
        ("/x/b", "/x/b"), ("b", "/feeds/b"), ("../b", "/b"), ("?page=2", "/feeds/a?page=2"), ("//127.0.0.1:PORT/c", "/c"),
        ("b c", "/feeds/b%20c"), ("  /spaced  ", "/spaced"), ("/ü", "/%c3%bc"),
    ])
    func `a Location is read relative to where it stood`(location: String, target: String) async throws {
        let server = try LoopbackServer.start { request in
            let port = request["Host"]?.split(separator: ":").last ?? ""
            return request.target == "/feeds/a" ? .redirect(to: location.replacing("PORT", with: port)) : .ok("")
        }
        let response = try await Transfers().fetch(.toLoopback(server.url("/feeds/a")))
        #expect(server.requests.map { $0.target.lowercased() } == ["/feeds/a", target])
        #expect(response.url.lowercased() == server.url(target))
    }

    @Test(arguments: [
        "file:///etc/hostname", "ftp://127.0.0.1/x", "gopher://127.0.0.1:1/_x", "javascript:alert(1)", "mailto:a@b.example", "http://",
        "http:///x",
        "http:/x", "https:x", "http://user@127.0.0.1/", "http://user:secret@127.0.0.1/", "//user@127.0.0.1/",
        "http://127.0.0.1\\@b.example/",
        "http://a@b@127.0.0.1/", "http://127.0.0.1:0/", "http://127.0.0.1:99999/", "http://①②⑦.0.0.1/", "/a\u{1}b", "",
    ])
    func `a target that is not a clean web address is refused`(location: String) async throws {
        let server = try LoopbackServer.start { $0.path == "/a" ? .redirect(to: location) : .ok("wrong") }
        let failure = try #require(try await Transfers().failure(of: .toLoopback(server.url("/a"))))
        #expect(failure.label == .badRedirect)
        #expect(!failure.message.contains("secret"))
        #expect(server.requests.count == 1)
    }

    @Test(arguments: [
        Reply.status(302), .status(302, fields: [("Location", Array("/b".utf8)), ("Location", Array("/c".utf8))]),
    ])
    func `a redirect to nowhere or to two places is refused`(reply: Reply) async throws {
        let server = try LoopbackServer.start { _ in reply }
        #expect(try await Transfers().label(of: .toLoopback(server.url())) == "bad-redirect")
    }

    @Test(arguments: [(5, "no error", 6), (6, "too-many-redirects", 6)])
    func `five redirects are enough`(length: Int, label: String, requests: Int) async throws {
        let server = try LoopbackServer.start { request in
            let left = Int(request.path.dropFirst()) ?? 0
            return left == 0 ? .ok("") : .redirect(to: "/\(left - 1)")
        }
        #expect(try await Transfers().label(of: .toLoopback(server.url("/\(length)"))) == label)
        #expect(server.requests.count == requests)
    }

    @Test(arguments: ["/a", "/b"])
    func `a circle is found when it closes`(second: String) async throws {
        let server = try LoopbackServer.start { .redirect(to: $0.path == "/a" ? second : "/a#other") }
        #expect(try await Transfers().label(of: .toLoopback(server.url("/a"))) == "redirect-loop")
        #expect(server.requests.count == (second == "/a" ? 1 : 2))
    }

    @Test func `nothing of one origin goes to another, nor back`() async throws {
        let other = try LoopbackServer.start { request in
            request.path == "/back" ? .redirect(to: String(request.target.dropFirst("/back?".count))) : .ok("")
        }
        let server = try LoopbackServer.start { request in
            request.path == "/a" ? .redirect(to: other.url("/back?http://\(request["Host"] ?? "")/end")) : .ok("<rss/>")
        }
        let response = try await Transfers().fetch(personal(server.url("/a")))
        let (first, away, last) = (server.requests.first, other.requests.first, server.requests.last)
        #expect(response.body == Array("<rss/>".utf8))
        #expect(first?["If-None-Match"] == "\"1\"" && first?["If-Modified-Since"] == "then" && first?["X-Api-Key"] == "k")
        for request in [away, last] {
            for name in ["If-None-Match", "If-Modified-Since", "X-Api-Key", "Authorization", "Cookie", "Referer"] {
                #expect(try #require(request)[name] == nil)
            }
            #expect(request?["User-Agent"] == first?["User-Agent"])
        }
    }

    @Test func `everything goes along within one origin`() async throws {
        let server = try LoopbackServer.start { $0.path == "/a" ? .redirect(to: "/b") : .notModified() }
        _ = try await Transfers().fetch(personal(server.url("/a")))
        let last = try #require(server.requests.last)
        #expect(last.path == "/b" && last["If-None-Match"] == nil && last["X-Api-Key"] == "k")
    }

    @Test func `validators go to the address that gave them, and to no other on the way`() async throws {
        let other = try LoopbackServer.start { _ in .notModified() }
        let server = try LoopbackServer.start { _ in .redirect(to: other.url("/b"), status: 301) }
        var request = personal(server.url("/a"))
        request.validatorsURL = other.url("/b")
        #expect(try await Transfers().fetch(request).status == 304)
        #expect(server.requests.map { $0["If-None-Match"] } == [nil] && server.requests.map { $0["X-Api-Key"] } == ["k"])
        #expect(other.requests.map { $0["If-None-Match"] } == ["\"1\""] && other.requests.map { $0["X-Api-Key"] } == [nil])
    }

    @Test func `a request to another origin than its home carries nothing of the home's`() async throws {
        let server = try LoopbackServer.start { _ in .ok("<rss/>") }
        var request = personal(server.url("/new"))
        request.home = "http://127.0.0.1:1/old"
        _ = try await Transfers().fetch(request)
        let sent = try #require(server.requests.first)
        #expect(sent["X-Api-Key"] == nil && sent["Authorization"] == nil && sent["If-None-Match"] == "\"1\"")
    }

    @Test(arguments: ["http://10.1.2.3:8080/x", "http://169.254.169.254/latest/meta-data/", "http://[::1]:8080/", "http://1.1.1.1:25/"])
    func `a public feed can't send us to a private place`(location: String) async throws {
        var journey = try Journey(FetchRequest(url: "http://feeds.example/a", userAgent: "x"))
        let response = FetchResponse(status: 302, url: "http://feeds.example/a", headers: [HeaderField("Location", location.utf8)])
        #expect(throws: FetchError.self) { try journey.follow(response) }
        #expect(journey.redirects.isEmpty)
    }

    private func personal(_ url: String) -> FetchRequest {
        .toLoopback(url, validators: Validators(entityTag: Array("\"1\"".utf8), lastModified: Array("then".utf8))) {
            $0.headers = [HeaderField("X-Api-Key", "k".utf8), HeaderField("Cookie", "c=1".utf8)]
            $0.credentials = Credentials(user: "u", password: "p")
        }
    }
}
