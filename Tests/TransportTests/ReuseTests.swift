// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing
import Transport

struct ReuseTests {
    @Test func `a hundred fetches in a row take one connection`() async throws {
        let server = try LoopbackServer.start { _ in .ok("<rss/>") }
        let transfers = try Transfers()
        for _ in 0..<100 {
            let response = try await transfers.fetch(.toLoopback(server.url("/feed")))
            #expect(response.body == Array("<rss/>".utf8))
        }
        #expect(server.requests.count == 100)
        #expect(server.connectionCount == 1)
    }

    @Test func `a body does not leak into the next answer`() async throws {
        let server = try LoopbackServer.start { .ok($0.path == "/long" ? String(repeating: "x", count: 700_000) : "y") }
        let transfers = try Transfers()
        let long = try await transfers.fetch(.toLoopback(server.url("/long")))
        let short = try await transfers.fetch(.toLoopback(server.url("/short")))
        #expect(long.body.count == 700_000)
        #expect(short.body == [UInt8(ascii: "y")])
    }
}
