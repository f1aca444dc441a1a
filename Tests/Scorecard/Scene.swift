// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import FoundationEssentials
import Ingest
import Logging
import Synchronization
import TestSupport
import Transport

/// One request, as a server saw it.
struct Visit: Sendable {
    var at: Date
    /// The site that was asked.
    var site: String
    var request: Request

    var tag: String? { request["If-None-Match"] }
    var date: String? { request["If-Modified-Since"] }
    var isUnconditional: Bool { tag == nil && date == nil }
}

/// Servers, feeds and the daemon's own poller, in a directory of their own and on a clock of their own.
final class Scene: Sendable {
    let directory: TemporaryDirectory
    let time: SceneClock
    let network: WatchedNetwork
    private let book = VisitBook()
    private let servers = Mutex<[LoopbackServer]>([])

    init(lateness: TimeInterval = 0) throws {
        time = SceneClock(lateness: lateness)
        directory = try TemporaryDirectory(isInMemory: true)
        network = try WatchedNetwork(time)
    }

    /// Every request so far, in the order of their coming.
    var visits: [Visit] { book.visits }

    /// Starts a server; `answer` gets the request and how many of the same target came before.
    func site(_ name: String, _ answer: @escaping @Sendable (Request, Int) -> Reply) throws -> LoopbackServer {
        let server = try LoopbackServer.start { [book, time] request in
            answer(request, book.note(Visit(at: time.now, site: name, request: request)))
        }
        servers.withLock { $0.append(server) }
        return server
    }

    func feed(_ name: String, _ url: String, interval: Duration = .seconds(900)) -> FeedSettings {
        var feed = FeedSettings(name: name, url: url)
        feed.allowsPrivate = true
        feed.interval = interval
        feed.headers = [.init(WatchedNetwork.feedHeader, name)]
        return feed
    }

    /// Runs the daemon's poller for so many seconds of the scene's time, from its start to its end, on the catalog that is there.
    func run(_ feeds: [FeedSettings], seconds: TimeInterval) async throws {
        let catalog = try Catalog(directory: directory.path("state"))
        let clock = time.clock
        let poller = Poller(
            ingester: ingester(catalog), catalog: catalog, gate: TransferGate(capacity: 512, clock: clock), clock: clock,
            logger: Logger(label: "scorecard") { _ in SwiftLogNoOpLogHandler() }, afterPoll: { [time] in time.finish($0.feed) },
            afterCommit: {})
        try await poller.use(feeds)
        time.stop(in: seconds)
        let running = Task { try await poller.run() }
        await time.waitForEnd()
        running.cancel()
        try await running.value
        try await catalog.close()
    }

    func ingester(_ catalog: Catalog) -> Ingester {
        Ingester(
            fetcher: network, catalog: catalog, places: PlaceTable.base,
            quarantine: Quarantine(directory: directory.path("state/quarantine")),
            robots: RobotsFiles(directory: directory.path("state/robots")), clock: time.clock)
    }

    /// What the catalog remembers of each feed.
    func states() throws -> [String: FeedState] {
        try CatalogReader(directory: directory.path("state")).feedStates().byName
    }

    /// All lines of the ingestion log.
    func events() async throws -> [String] {
        let catalog = try Catalog(directory: directory.path("state"))
        let events = try await catalog.events(after: 0, limit: .max).map { String(decoding: $0.line, as: UTF8.self) }
        try await catalog.close()
        return events
    }
}

/// The requests of a scene in the order of their coming.
private final class VisitBook: Sendable {
    private struct State {
        var visits: [Visit] = []
        var counts: [String: Int] = [:]
    }

    private let state = Mutex(State())

    var visits: [Visit] { state.withLock { $0.visits } }

    /// Notes a visit, and returns how many visits of the same place came before.
    func note(_ visit: Visit) -> Int {
        state.withLock { state in
            state.visits.append(visit)
            let place = visit.site + visit.request.target
            defer { state.counts[place, default: 0] += 1 }
            return state.counts[place] ?? 0
        }
    }
}

extension Sequence<Visit> {
    /// Seconds between one visit and the next.
    var pauses: [TimeInterval] {
        let times = map(\.at)
        return zip(times, times.dropFirst()).map { $1.timeIntervalSince($0) }
    }
}
