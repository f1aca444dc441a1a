// SPDX-License-Identifier: Apache-2.0
import CCurl
import TestSupport
import Testing

@testable import Transport

struct PatienceTests {
    @Test(.timeLimit(.minutes(3))) func `a server that never answers is given up, and not before its time`() async throws {
        let server = try LoopbackServer.start { _ in .hang }
        let start = ContinuousClock.now
        let failure = try await Transfers().failure(of: .toLoopback(server.url()) { $0.limits.total = .milliseconds(200) })
        #expect(failure?.label == .timedOut)
        #expect(failure?.message.contains("no answer from 127.0.0.1:\(server.port)") == true)
        #expect(ContinuousClock.now - start >= .milliseconds(200))
    }

    @Test func `a body that stops in the middle is given up in time`() async throws {
        let reply = Reply([.send(Reply.head(200, [("Content-Length", Array("10".utf8))]) + [0x61]), .hold])
        let server = try LoopbackServer.start { _ in reply }
        #expect(try await Transfers().label(of: .toLoopback(server.url()) { $0.limits.total = .milliseconds(200) }) == "timed-out")
    }

    @Test func `a body that trickles is too slow`() async throws {
        let body = [UInt8](repeating: 0x61, count: 10_000)
        let server = try LoopbackServer.start { _ in Reply([.send(Reply.head(200, [])), .drip(body, milliseconds: 50)]) }
        #expect(try await Transfers().label(of: .toLoopback(server.url()) { $0.limits.lowSpeedTime = .seconds(1) }) == "too-slow")
    }

    @Test(arguments: [(999, 1_000, "timed-out"), (1_000, 1_000, "timed-out"), (10_200, 60_000, "too-slow")])
    func `who gives up at the end of the whole time was not too impatient`(elapsed: Int, total: Int, label: String) {
        let failure = Failure(
            code: CURLE_OPERATION_TIMEDOUT, authority: "wire.example", elapsed: .milliseconds(elapsed), total: .milliseconds(total),
            isConnected: true, hasHead: true, systemError: 0, detail: "")
        #expect(failure.error.label.rawValue == label)
    }

    @Test func `the whole time bounds the redirects together`() async throws {
        let server = try LoopbackServer.start { request in
            Reply([.drip([UInt8(ascii: "H")], milliseconds: 150)] + Reply.redirect(to: request.path + "x").acts.map(withoutFirstByte))
        }
        let request = FetchRequest.toLoopback(server.url("/")) {
            $0.limits.total = .milliseconds(400)
            $0.limits.maxRedirects = 100
        }
        #expect(try await Transfers().label(of: request) == "timed-out")
        #expect(server.requests.count < 100)
    }

    @Test func `fifty that hang delay nobody`() async throws {
        let server = try LoopbackServer.start { $0.path == "/hang" ? .hang : .ok("<rss/>") }
        let transfers = try Transfers()
        await withTaskGroup { group in
            for _ in 0..<50 { group.addTask { await transfers.label(of: .toLoopback(server.url("/hang"))) } }
            await server.waitForRequests(50)
            #expect(await transfers.label(of: .toLoopback(server.url("/good"))) == "no error")
            group.cancelAll()
            for await label in group { #expect(label == "cancelled") }
        }
    }

    @Test func `those over the limit wait, and their time has not begun`() async throws {
        let server = try LoopbackServer.start { $0.path == "/hang" ? .hang : .ok("") }
        let transfers = try Transfers(maxConcurrent: 1)
        async let first = transfers.label(of: .toLoopback(server.url("/hang")) { $0.limits.total = .seconds(2) })
        await server.waitForRequests(1)
        #expect(await transfers.label(of: .toLoopback(server.url("/good")) { $0.limits.total = .milliseconds(1500) }) == "no error")
        #expect(await first == "timed-out")
    }

    @Test(arguments: ["/hang", "/waiting"])
    func `a cancelled task ends its transfer at once`(path: String) async throws {
        let server = try LoopbackServer.start { $0.path == "/good" ? .ok("") : .hang }
        let transfers = try Transfers(maxConcurrent: path == "/hang" ? 2 : 1)
        let hanging = Task { await transfers.label(of: .toLoopback(server.url("/first"))) }
        await server.waitForRequests(1)
        let cancelled = Task { await transfers.label(of: .toLoopback(server.url(path))) }
        if path == "/hang" { await server.waitForRequests(2) }
        cancelled.cancel()
        #expect(await cancelled.value == "cancelled")
        hanging.cancel()
        #expect(await hanging.value == "cancelled")
        #expect(await transfers.label(of: .toLoopback(server.url("/good"))) == "no error")
    }

    @Test func `a task that was cancelled before asks nobody`() async throws {
        let server = try LoopbackServer.start { _ in .ok("") }
        let transfers = try Transfers()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await transfers.label(of: .toLoopback(server.url()))
        }
        #expect(await task.value == "cancelled")
        #expect(server.connectionCount == 0)
    }

    @Test func `stopping ends all transfers, and later ones do not begin`() async throws {
        let server = try LoopbackServer.start { _ in .hang }
        let transfers = try Transfers(maxConcurrent: 2)
        await withTaskGroup { group in
            for _ in 0..<4 { group.addTask { await transfers.label(of: .toLoopback(server.url())) } }
            await server.waitForRequests(2)
            await transfers.stop()
            for await label in group { #expect(label == "cancelled") }
        }
        #expect(await transfers.label(of: .toLoopback(server.url())) == "cancelled")
        #expect(server.requests.count == 2)
    }
}

private func withoutFirstByte(_ act: Reply.Act) -> Reply.Act {
    guard case .send(let bytes) = act else { return act }
    return .send(Array(bytes.dropFirst()))
}
