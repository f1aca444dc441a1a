// SPDX-License-Identifier: Apache-2.0
import Synchronization
import TestSupport
import Testing

@testable import Transport

/// Hosts that want TLS alone (RFC 6797).
struct StrictTransportTests {
    private static let now: Int64 = 1_800_000_000

    @Test(arguments: [
        ("max-age=600", true, false), ("max-age=600; includeSubDomains", true, true),
        ("MAX-AGE=\"600\" ;includesubdomains; preload", true, true),
        ("includeSubDomains; max-age=99999999999999999999", true, true), ("max-age=0", false, false), ("max-age=-1", false, false),
        ("max-age", false, false), ("max-age=60; max-age=600", false, false), ("includeSubDomains", false, false), ("", false, false),
    ])
    func `reads the header`(header: String, own: Bool, subdomains: Bool) {
        var hosts = StrictHosts()
        let isNoted = hosts.note(header, of: "wire.example", at: Self.now)
        #expect(isNoted == own)
        #expect(hosts.contains("wire.example", at: Self.now) == own)
        #expect(hosts.contains("www.wire.example", at: Self.now) == subdomains)
        #expect(!hosts.contains("example", at: Self.now) && !hosts.contains("otherwire.example", at: Self.now))
        #expect(!hosts.contains("wire.example", at: Self.now + 20 * 366 * 86_400))
    }

    @Test func `ends in time, and when the host takes it back`() {
        var hosts = StrictHosts()
        func note(_ header: String) -> Bool { hosts.note(header, of: "wire.example", at: Self.now) }
        var noted = [note("max-age=600")]
        #expect(hosts.contains("wire.example", at: Self.now + 599) && !hosts.contains("wire.example", at: Self.now + 600))
        noted += [note("max-age=700"), note("max-age=9000000"), note("max-age=0"), note("max-age=0")]
        #expect(noted == [true, false, true, true, false] && !hosts.contains("wire.example", at: Self.now))
    }

    @Test func `is written and read back, but for what is over or no rule`() {
        var hosts = StrictHosts()
        _ = hosts.note("max-age=600; includeSubDomains", of: "b.example", at: Self.now)
        _ = hosts.note("max-age=6000", of: "a.example", at: Self.now)
        #expect(hosts.text == "1800006000 a.example\n1800000600 b.example subdomains\n")
        #expect(StrictHosts(text: hosts.text, at: Self.now) == hosts)
        #expect(StrictHosts(text: hosts.text + "soon c.example\n\0\n1", at: Self.now + 600).text == "1800006000 a.example\n")
    }

    @Test func `an answer over TLS makes the next request, and every redirect, go over TLS, also after a restart`() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("strict-transport")
        let header = HeaderField("Strict-Transport-Security", "max-age=600".utf8)
        func answer(_ url: String) -> FetchResponse { FetchResponse(status: 200, url: url, headers: [header]) }
        let first = StrictTransport(path: path) { Self.now }
        first.note(answer("http://wire.example/"), from: try WebAddress("http://wire.example/"))
        first.note(answer("https://192.0.2.1/"), from: try WebAddress("https://192.0.2.1/"))
        #expect(throws: (any Error).self) { try directory.read("strict-transport") }
        first.note(answer("https://wire.example/"), from: try WebAddress("https://wire.example/"))

        let next = StrictTransport(path: path) { Self.now }
        var request = FetchRequest(url: "http://wire.example/a?b", userAgent: "x")
        (request.credentials, request.home) = (Credentials(user: "u", password: "p"), "http://wire.example/old")
        #expect(try Journey(request, strictTransport: next).address.text == "https://wire.example/a?b")
        #expect(try Journey(request, strictTransport: next).request.credentials != nil)
        #expect(try Journey(FetchRequest(url: "http://wire.example:8080/", userAgent: "x"), strictTransport: next).address.port == 8080)
        var journey = try Journey(FetchRequest(url: "https://other.example/", userAgent: "x"), strictTransport: next)
        let redirect = FetchResponse(
            status: 302, url: "https://other.example/", headers: [HeaderField("Location", "http://wire.example/c".utf8)])
        let goesOn = try journey.follow(redirect)
        #expect(goesOn && journey.address.text == "https://wire.example/c")
        #expect(try Journey(FetchRequest(url: "http://other.example/", userAgent: "x"), strictTransport: next).address.scheme == "http")
    }

    @Test func `a dry run writes nothing`() throws {
        let directory = try TemporaryDirectory()
        let dry = StrictTransport(path: directory.path("strict-transport"), isWritten: false) { Self.now }
        let response = FetchResponse(status: 200, url: "", headers: [HeaderField("Strict-Transport-Security", "max-age=600".utf8)])
        dry.note(response, from: try WebAddress("https://wire.example/"))
        #expect(try dry.upgraded(WebAddress("http://wire.example/")).scheme == "https")
        #expect(throws: (any Error).self) { try directory.read("strict-transport") }
    }
}
