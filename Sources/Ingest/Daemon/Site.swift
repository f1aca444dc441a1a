// SPDX-License-Identifier: Apache-2.0
import Articles
public import Catalog
public import FoundationEssentials
import Spool
import Stories
public import Transport

public import struct Logging.Logger

/// One configured installation, opened for writing: the lock, the catalog, the outlets and the log.
///
/// Only one process has it open at a time; `run` and `fetch` exclude each other.
public struct Site: Sendable {
    let settings: Settings
    let catalog: Catalog
    let ingester: Ingester
    let spooler: Spooler
    let log: LogWriter
    let clock: WallClock
    private let lock: CatalogLock

    /// Opens everything and recovers what an earlier death left half done.
    ///
    /// - Parameter holder: what holds the lock, for the message to others: `wirespool run`.
    public static func open(
        _ settings: Settings, holder: String, fetcher: any Fetching, clock: WallClock, logger: Logger
    ) async throws -> Site {
        let lock = try CatalogLock(directory: settings.state, command: holder, at: clock.now())
        let catalog = try Catalog(directory: settings.state)
        try await OrderBox(state: settings.state).carryOut(in: catalog, settings.feeds, at: clock.now())
        let places = try settings.placeTable()
        let ingester = Ingester(
            fetcher: fetcher, parser: DocumentParser(settings.parser), catalog: catalog, places: places,
            quarantine: Quarantine(directory: settings.state + "/quarantine", limits: settings.retention.quarantine),
            robots: RobotsFiles(directory: settings.state + "/robots"), clock: clock)
        let log = LogWriter(catalog: catalog, path: settings.log, rotation: settings.retention.log)
        try await log.recover()
        let spooler = Spooler(catalog: catalog, clock: clock, logger: logger)
        await spooler.use(settings.outlets)
        return Site(settings: settings, catalog: catalog, ingester: ingester, spooler: spooler, log: log, clock: clock, lock: lock)
    }

    /// Publishes again to one outlet what was committed at `time` or later; nil means everything.
    public func replay(_ outlet: String, since time: Date?) async throws -> Publishing {
        let troubles = await spooler.recover()
        guard troubles.isEmpty else { return Publishing(released: 0, failures: troubles) }
        try await catalog.rewind(outlet, to: time)
        return await spooler.publish()
    }

    /// Refuses to give out numbers again that files in an outlet have already.
    func refuseOlderCatalog(after troubles: [IngestError]) throws(IngestError) {
        guard let trouble = troubles.first(where: { $0.label == "ahead-of-catalog" }) else { return }
        throw trouble
    }

    /// Brings what is committed to the log, and makes it durable there.
    public func settleLog() async throws {
        try await log.append()
        try await log.synchronize()
    }

    /// Records events that belong to no poll.
    public func record(_ events: LogEvent...) async throws {
        try await catalog.append(events, at: clock.now())
    }
}

extension Settings {
    /// The places that datelines are looked up in: the built-in ones, the system's and the operator's.
    func placeTable() throws -> PlaceTable {
        guard let placesFile else { return SystemPlaces.table }
        return try PlaceTable(
            adding: String(decoding: FileBytes.read(placesFile, limit: 16 << 20), as: UTF8.self), to: SystemPlaces.table)
    }
}
