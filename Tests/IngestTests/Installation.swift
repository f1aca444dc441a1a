// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import FoundationEssentials
import Synchronization
import TestSupport
import Transport

@testable import Ingest

/// A catalog and an ingester in a directory of their own, on a clock that stands still.
final class Installation: Sendable {
    let directory: TemporaryDirectory
    let catalog: Catalog
    /// Over the real network.
    let ingester: Ingester
    let time = ManualTime()

    init(sizeLimit: Int? = nil) throws {
        directory = try TemporaryDirectory()
        catalog = try Catalog(directory: directory.path("state"), sizeLimit: sizeLimit)
        ingester = Self.ingester(over: try Transfers(), catalog, directory, time)
    }

    func ingester(over fetcher: any Fetching, parser: DocumentParser = .inline) -> Ingester {
        Self.ingester(over: fetcher, parser: parser, catalog, directory, time)
    }

    private static func ingester(
        over fetcher: any Fetching, parser: DocumentParser = .inline, _ catalog: Catalog, _ directory: TemporaryDirectory,
        _ time: ManualTime
    ) -> Ingester {
        Ingester(
            fetcher: fetcher, parser: parser, catalog: catalog, places: PlaceTable.base,
            quarantine: Quarantine(directory: directory.path("state/quarantine")),
            robots: RobotsFiles(directory: directory.path("state/robots")), clock: time.clock)
    }

    func feed(_ url: String, name: String = "wire") -> FeedSettings {
        var feed = FeedSettings(name: name, url: url)
        feed.allowsPrivate = true
        feed.hostGap = .zero
        return feed
    }

    /// The state of the only feed.
    var state: FeedState {
        get async throws { try await catalog.feedStates().first ?? FeedState(name: "none", url: "") }
    }

    /// All events that the log has not yet been given.
    var events: [LogRecord] {
        get async throws { try await catalog.events(after: 0, limit: 1000).compactMap { LogRecord(line: $0.line) } }
    }
}

/// A server with a list of replies, of which the last is given for ever.
final class Scripted: Sendable {
    private let server: LoopbackServer

    init(_ replies: [Reply]) throws {
        let rest = Mutex(replies)
        server = try LoopbackServer.start { _ in
            rest.withLock { rest in rest.count > 1 ? rest.removeFirst() : rest[0] }
        }
    }

    var url: String { server.url("/feed") }
    var requests: [Request] { server.requests }
}

/// Small documents in the shape of an agency's feed.
enum Document {
    static let whole = of(item(1) + item(2))
    /// Without its end.
    static let cut = String(whole.prefix(whole.count - 60))

    static func of(_ items: String) -> String {
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Wire</title><link>https://wire.example/</link>"
            + "<description>Wire</description>\(items)</channel></rss>"
    }

    static func item(_ number: Int, text: String? = nil) -> String {
        "<item><guid isPermaLink=\"false\">g\(number)</guid><title>Story number \(number)</title><link>https://wire.example/\(number)</link>"
            + "<pubDate>Tue, 20 Feb 2018 10:00:00 GMT</pubDate>"
            + "<description>\(text ?? "GENEVA, Feb. 20 (Xinhua) -- Text of story number \(number).")</description></item>"
    }
}
