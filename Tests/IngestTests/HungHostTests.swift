// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Logging
import TestSupport
import Testing

@testable import Ingest

/// Hosts that take a connection and never say anything.
struct HungHostTests {
    private static let hung = 1000

    @Test(.timeLimit(.minutes(10))) func `a thousand of them, each with its transfer open, delay no other feed`() async throws {
        let installation = try Installation()
        let silence = try SilentPort()
        let server = try LoopbackServer.start { request in
            request["If-None-Match"] == nil ? .ok(Document.whole, headers: ["ETag": "1"]) : .notModified()
        }
        var feeds = (0..<Self.hung).map { installation.feed(silence.url(host: "host\($0).localhost"), name: "hung\($0)") }
        // Longer than the slowest machine takes to open them all.
        for index in feeds.indices { feeds[index].timeout = .seconds(3600) }
        feeds.append(installation.feed(server.url("/feed"), name: "good"))
        let clock = installation.time.clock
        let poller = Poller(
            ingester: installation.ingester, catalog: installation.catalog, gate: TransferGate(clock: clock), clock: clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, afterCommit: {})
        try await poller.use(feeds)
        let running = Task { try await poller.run() }
        defer { running.cancel() }
        try await until { silence.connectionCount >= Self.hung }
        let before = server.requests.count
        await server.waitForRequests(before + 20)
        // On a busy machine libcurl tries a second address of a host before the first has answered, and then closes one of them.
        try await until { silence.connectionCount == Self.hung }
        #expect(try await installation.catalog.feedStates().map(\.name) == ["good"])
        running.cancel()
        try await running.value
        #expect(silence.connectionCount == 0)
    }

    /// Asks again and again, until the test's time is over.
    private func until(_ isSo: () -> Bool) async throws {
        while !isSo() {
            try Task.checkCancellation()
            await Task.yield()
        }
    }
}
