// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Logging
import Spool
import TestSupport
import Testing

@testable import Ingest

/// The way from the catalog into the outlets.
struct SpoolerTests {
    private let installation: Installation
    private let spooler: Spooler
    private var directory: TemporaryDirectory { installation.directory }

    init() async throws {
        installation = try Installation()
        let url = "file:" + (try installation.directory.write(Document.whole, to: "a.xml"))
        _ = try await installation.ingester.poll(installation.feed(url))
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        spooler = Spooler(catalog: installation.catalog, clock: installation.time.clock, logger: logger)
    }

    private func outlet(_ name: String) -> OutletSettings {
        OutletSettings(name: name, path: directory.path("spool/\(name)"))
    }

    @Test func `one outlet in trouble rests and is tried again, the other is not held up`() async throws {
        let obstacle = try directory.write("in the way", to: "spool/desk")
        await spooler.use([outlet("main"), outlet("desk")])
        let first = await spooler.publish()
        #expect(first.released == 2)
        #expect(first.failures.map(\.label) == ["not-a-directory"])
        #expect(await spooler.publish().failures.isEmpty)
        try FileManager.default.removeItem(atPath: obstacle)
        installation.time.advance(by: Spooler.retryPause + 1)
        let second = await spooler.publish()
        #expect(second.released == 2)
        #expect(second.failures.isEmpty)
        #expect(try directory.names(in: "spool/main/new") == directory.names(in: "spool/desk/new"))
        #expect(try await installation.events.compactMap(\.state) == ["failed", "ok"])
    }

    @Test func `counts how long versions took to their files, each once`() async throws {
        await spooler.use([outlet("main")])
        installation.time.advance(by: 7)
        _ = await spooler.publish()
        _ = await spooler.publish()
        var text = MetricsText(.prometheus)
        spooler.lag.write(to: &text)
        let lines = text.finished().split(separator: "\n")
        #expect(lines.contains(#"wirespool_lag_seconds_bucket{from="committed",to="spooled",le="5"} 0"#))
        #expect(lines.contains(#"wirespool_lag_seconds_bucket{from="committed",to="spooled",le="30"} 2"#))
        #expect(lines.contains(#"wirespool_lag_seconds_sum{from="committed",to="spooled"} 14"#))
        #expect(lines.contains(#"wirespool_lag_seconds_count{from="published",to="spooled"} 2"#))
    }

    @Test func `goes on where it stopped after new settings, and shows nothing twice`() async throws {
        await spooler.use([outlet("main")])
        #expect(await spooler.publish().released == 2)
        await spooler.use([outlet("desk")])
        #expect(await spooler.publish().released == 2)
        await spooler.use([outlet("main"), outlet("desk")])
        #expect(await spooler.publish().released == 0)
    }

    @Test func `a batch whose files can't be written hides none of the batch before, and follows when they can`() async throws {
        await spooler.use([outlet("main")])
        #expect(await spooler.publish().released == 2)
        let url = "file:" + (try directory.write(Document.of((3..<603).map { Document.item($0) }.joined()), to: "b.xml"))
        _ = try await installation.ingester.poll(installation.feed(url, name: "b"))
        let versions = try await installation.catalog.versions(after: 2, limit: 1000)
        try #require(versions.count == 600)
        let obstacle = directory.path("spool/main/tmp/" + (try outlet("main").entry(versions[520]).name))
        try FileManager.default.createDirectory(atPath: obstacle, withIntermediateDirectories: false)
        #expect(await spooler.publish().failures.count == 1)
        #expect(try directory.names(in: "spool/main/new").count == 2 + 512)
        try FileManager.default.removeItem(atPath: obstacle)
        installation.time.advance(by: Spooler.retryPause + 1)
        let rest = await spooler.publish()
        #expect(rest.released == 600 - 512 && rest.failures.isEmpty)
        #expect(try directory.names(in: "spool/main/new").count == 602 && directory.names(in: "spool/main/tmp").isEmpty)
    }

    @Test func `an outlet that is deleted while it is open is made again for what comes next`() async throws {
        await spooler.use([outlet("main")])
        #expect(await spooler.publish().released == 2)
        try FileManager.default.removeItem(atPath: directory.path("spool"))
        let url = "file:" + (try directory.write(Document.of(Document.item(3)), to: "b.xml"))
        _ = try await installation.ingester.poll(installation.feed(url, name: "b"))
        #expect(await spooler.publish().failures.map(\.label) == ["missing"])
        installation.time.advance(by: Spooler.retryPause + 1)
        #expect(await spooler.publish().released == 1)
        #expect(try directory.names(in: "spool/main/new").count == 1)
    }

    @Test func `files that were lost with their directory before they became visible are published again`() async throws {
        let catalog = installation.catalog
        _ = try await catalog.outlet(named: "main", startingAt: .beginning)
        try await catalog.setPrepared("main", through: try await catalog.lastSequence())
        await spooler.use([outlet("main")])
        #expect(await spooler.publish().released == 2)
        #expect(try directory.names(in: "spool/main/new").count == 2)
    }
}
