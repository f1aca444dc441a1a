// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import FoundationEssentials
import Ingest
import Logging
import TestSupport

/// Days of many feeds on a clock that jumps and a network that is made up: publishers publish, revise and fail, the daemon is cut off
/// and started again. One seed is one run; afterwards everything that a publisher ever delivered must be there, once.
public struct Week: Sendable {
    /// What is wrong; nothing in a good week.
    public private(set) var complaints: [String] = []
    /// Requests that were answered or failed.
    public private(set) var polls = 0
    /// Requests that failed on purpose.
    public private(set) var faults = 0
    /// Stories and revisions that were delivered.
    public private(set) var delivered = 0
    /// Times that the daemon was cut off.
    public private(set) var restarts = 0

    /// Lives through `days` with so many feeds, from a seed.
    public static func run(seed: UInt64, days: Int = 7, feeds: Int = 200) async throws -> Week {
        let run = try WeekRun(seed: seed, feeds: feeds)
        try await run.live(days: days)
        return try await run.verdict()
    }

    fileprivate init(_ world: World, restarts: Int, complaints: [String]) {
        (polls, faults, delivered) = world.counts
        (self.restarts, self.complaints) = (restarts, complaints)
    }
}

/// One week on its way.
private final class WeekRun {
    private let directory: TemporaryDirectory
    /// Whoever sleeps wakes up late, as on a slow machine: a week then takes seconds.
    private let time = SceneClock(lateness: 45)
    private let world: World
    private var dice: Dice
    private var restarts = 0

    init(seed: UInt64, feeds: Int) throws {
        directory = try TemporaryDirectory(isInMemory: true)
        dice = Dice(seed: seed)
        world = World(seed: seed, feeds: feeds, time)
    }

    /// Runs the daemon's parts from cut to cut, and once more, without faults, until every feed was polled.
    func live(days: Int) async throws {
        let end = time.now + Double(days) * 86_400
        while time.now < end {
            try await run(seconds: min(end.timeIntervalSince(time.now), Double.random(in: 600...40_000, using: &dice)))
            restarts += 1
            time.advance(by: Double.random(in: 1...1800, using: &dice))
        }
        world.endFaults()
        try await run(seconds: 86_400)
    }

    private func run(seconds: TimeInterval) async throws {
        let catalog = try Catalog(directory: directory.path("state"))
        let logger = Logger(label: "week") { _ in SwiftLogNoOpLogHandler() }
        let log = LogWriter(catalog: catalog, path: directory.path("ingest.log"))
        try await log.recover()
        let spooler = Spooler(catalog: catalog, clock: time.clock, logger: logger)
        await spooler.use([OutletSettings(name: "main", path: directory.path("spool"))])
        let troubles = await spooler.recover()
        guard troubles.isEmpty else { throw troubles[0] }
        let ingester = Ingester(
            fetcher: world, catalog: catalog, places: PlaceTable.base,
            quarantine: Quarantine(directory: directory.path("state/quarantine")),
            robots: RobotsFiles(directory: directory.path("state/robots")), clock: time.clock)
        let poller = Poller(
            ingester: ingester, catalog: catalog, gate: TransferGate(capacity: 512, clock: time.clock), clock: time.clock, logger: logger,
            afterPoll: { [time] in time.finish($0.feed) }, afterCommit: {})
        try await poller.use(world.settings)
        time.stop(in: seconds)
        let running = Task { try await poller.run() }
        await time.waitForEnd()
        running.cancel()
        try await running.value
        // Not after every cut: what one run leaves behind is the next one's.
        if Bool.random(using: &dice) || !world.hasFaults {
            await spooler.publish()
            try await log.append()
            try await log.synchronize()
        }
        try await catalog.close()
    }
}

extension WeekRun {
    func verdict() async throws -> Week {
        let catalog = try Catalog(directory: directory.path("state"))
        let versions = try await allVersions(catalog)
        let positions = try await catalog.outlets()
        try await catalog.close()
        var complaints = world.complaints(about: try versions.map { try Article(json: $0.record) })
        complaints += try outletComplaints(versions)
        complaints += try logComplaints()
        if positions.contains(where: { $0.publishedThrough != versions.last?.sequence }) {
            complaints.append("the outlet is behind the catalog")
        }
        return Week(world, restarts: restarts, complaints: complaints)
    }

    private func allVersions(_ catalog: Catalog) async throws -> [StoredVersion] {
        var versions: [StoredVersion] = []
        while true {
            let more = try await catalog.versions(after: versions.last?.sequence ?? 0, limit: 1000)
            guard !more.isEmpty else { return versions }
            versions += more
        }
    }

    /// Each version once, whole, in the catalog's order.
    private func outletComplaints(_ versions: [StoredVersion]) throws -> [String] {
        let names = try directory.names(in: "spool/new")
        guard names.count == versions.count else { return ["the outlet has \(names.count) files of \(versions.count) versions"] }
        return try zip(names, versions).compactMap { name, version in
            let isRight = try Int64(name.prefix(16)) == version.sequence && directory.read("spool/new/\(name)") == version.record + [0x0A]
            return isRight ? nil : "the outlet has \(name) where version \(version.sequence) should be"
        }
    }

    private func logComplaints() throws -> [String] {
        let lines = String(decoding: try directory.read("ingest.log"), as: UTF8.self).split(separator: "\n")
        let wrong = lines.enumerated().first { place, line in !line.contains("\"seq\":\(place + 1),") }
        return wrong.map { ["line \($0.offset + 1) of the log is not its event: \($0.element.prefix(60))"] } ?? []
    }
}
