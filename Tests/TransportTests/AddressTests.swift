// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Transport

private let loopbackSpellings = [
    "127.0.0.1", "localhost", "LOCALHOST", "localhost.", "127.1", "127.0.1", "0x7f.1", "0x7f000001", "2130706433", "0177.0.0.1",
    "017700000001",
    "0", "0.0.0.0", "127.0.0.1.", "127.255.255.254", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:7f00:1]",
    "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "%31%32%37.0.0.1",
]

private let forbidden = [
    "0.0.0.0", "0.1.2.3", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1", "127.255.255.255", "169.254.169.254",
    "172.16.0.0", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.0.1", "192.168.255.255", "198.18.0.1", "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::8.8.8.8", "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:0:10.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::1", "100::1", "2001:db8::1", "3fff::1",
    "2002:a00:1::1",
    "2002:c0a8:101::1", "2001:0:a00:1::f7f7:f7f7", "2001:0:808:808::f5ff:fffe", "fc00::1", "fdff::1", "fe80::1", "febf::1", "fec0::1",
    "ff02::1",
]

private let permitted = [
    "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255",
    "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.0.3.1", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
    "198.51.99.255",
    "203.0.112.255", "203.0.114.0", "223.255.255.255", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1", "2001:0:808:808::f7f7:f7f7",
    "2606:4700::1111", "2a00:1450::1", "2001:4860:4860::8888",
]

struct AddressTests {
    @Test(arguments: loopbackSpellings)
    func `no spelling of a loopback address reaches the loopback server`(host: String) async throws {
        let server = try LoopbackServer.start { _ in .ok("secret") }
        let request = FetchRequest(url: server.url("/", host: host), userAgent: "Wirespool/1.0")
        let label = try await Transfers().label(of: request)
        #expect(server.connectionCount == 0)
        #expect(label == "forbidden-address" || (host.hasSuffix(".") && label == "no-such-host"))
    }

    @Test func `a redirect can't reach it either`() async throws {
        let secret = try LoopbackServer.start { _ in .ok("secret") }
        var journey = try Journey(FetchRequest(url: "http://feeds.example/", userAgent: "x"))
        let response = FetchResponse(status: 301, url: "", headers: [HeaderField("Location", secret.url("/", host: "localhost").utf8)])
        #expect(try journey.follow(response))
        var request = journey.request
        request.url = journey.address.text
        #expect(try await Transfers().label(of: request) == "forbidden-address")
        #expect(secret.connectionCount == 0)
    }

    @Test func `a connection that one feed may have is not lent to another`() async throws {
        let server = try LoopbackServer.start { _ in .ok("private") }
        let transfers = try Transfers()
        _ = try await transfers.fetch(.toLoopback(server.url("/", host: "localhost")))
        let stranger = FetchRequest(url: server.url("/", host: "localhost"), userAgent: "Wirespool/1.0")
        #expect(await transfers.label(of: stranger) == "forbidden-address")
        #expect(server.requests.count == 1)
    }

    @Test(arguments: forbidden)
    func `a special address is not permitted`(text: String) throws {
        #expect(AddressRule.permits(try #require(IPAddress(text))) == false)
    }

    @Test(arguments: permitted)
    func `an address of the public internet is permitted`(text: String) throws {
        #expect(AddressRule.permits(try #require(IPAddress(text))))
    }

    @Test(arguments: ["feeds.example", "127.1", "0x7f000001", "[::1", "", "1.2.3.4.5", "::g"])
    func `a name is not an address`(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(arguments: [(0, false), (22, false), (80, true), (443, true), (1023, false), (1024, true), (65535, true)] as [(UInt16, Bool)])
    func `only web ports and high ports are permitted`(port: UInt16, isPermitted: Bool) {
        #expect(AddressRule.permits(port: port) == isPermitted)
    }
}
