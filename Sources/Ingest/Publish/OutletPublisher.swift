// SPDX-License-Identifier: Apache-2.0
import Catalog
import Logging
import Spool

/// Publishes the catalog's versions to one outlet directory, in catalog order, each exactly once (docs/SPOOL.md).
actor OutletPublisher {
    /// How many files are made durable together.
    private static let mostFiles = 512

    let settings: OutletSettings
    private nonisolated let executor: DiskExecutor
    let catalog: Catalog
    private let clock: WallClock
    private let lag: ReleaseLag
    private let logger: Logger
    private var outlet: Outlet?

    init(settings: OutletSettings, catalog: Catalog, clock: WallClock, lag: ReleaseLag, logger: Logger) {
        self.settings = settings
        self.catalog = catalog
        self.clock = clock
        self.lag = lag
        self.logger = logger
        executor = DiskExecutor("outlet.\(settings.name)")
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Publishes everything that is committed. Returns how many files it released.
    ///
    /// After an error the outlet is closed; the next call opens and recovers it first.
    func publish() async throws(IngestError) -> Int {
        do {
            let outlet = try await opened()
            let position = try await position()
            var (end, released) = (position.preparedThrough, 0)
            while case let versions = try await catalog.versions(after: end, limit: try room(in: outlet)), !versions.isEmpty {
                released += try await publish(versions, movingOn: &end, in: outlet)
            }
            if position.publishedThrough < end {
                try await catalog.setPublished(settings.name, through: end, at: clock.now())
            }
            return released
        } catch {
            outlet = nil
            throw IngestError(error, outlet: settings.name)
        }
    }

    /// Opens the outlet and finishes what an earlier death left half done, unless it is open.
    func recover() async throws(IngestError) {
        do {
            _ = try await opened()
        } catch {
            throw IngestError(error, outlet: settings.name)
        }
    }
}

extension OutletPublisher {
    /// What becomes visible together.
    private struct Batch: Sendable {
        /// Those that the outlet takes; their records are in the files.
        let versions: [StoredVersion]
        /// Everything up to here was there before.
        let first: Int64
        /// The number of the last version that was taken or left.
        let last: Int64
        /// Durable, in `tmp/`; nil without any file.
        let staged: StagedBatch?
    }

    /// Publishes these versions and, where files may wait without limit, those behind them, moving `end` to the last. Returns how many
    /// files it released.
    ///
    /// Three batches at a time: while the catalog records the first as prepared and reads the third, the files of the second are
    /// written. A recovery removes these as long as their batch is not prepared.
    private func publish(_ versions: [StoredVersion], movingOn end: inout Int64, in outlet: Outlet) async throws -> Int {
        var (versions, prepared, released) = (versions, Batch?.none, 0)
        while prepared != nil || !versions.isEmpty {
            let (batch, last) = (prepared, settings.isLimited ? nil : versions.last?.sequence)
            async let following = record(batch, readingAfter: last)
            // The disk may be full: what came before is visible all the same.
            let next = Result { try stage(versions, after: end, in: outlet) }
            versions = try await following
            if let batch { released += try release(batch, in: outlet) }
            prepared = try next.get()
            end = prepared?.last ?? end
        }
        return released
    }

    /// Records a batch as prepared, and all before it as published; returns the next versions.
    private nonisolated func record(_ batch: Batch?, readingAfter last: Int64?) async throws -> [StoredVersion] {
        if let batch { try await catalog.setPrepared(settings.name, through: batch.last, published: batch.first) }
        guard let last else { return [] }
        return try await catalog.versions(after: last, limit: Self.mostFiles)
    }

    /// Writes the files of these versions; nobody sees them yet.
    private func stage(_ versions: [StoredVersion], after first: Int64, in outlet: Outlet) throws -> Batch? {
        guard let last = versions.last?.sequence else { return nil }
        var taken = try versions.filter(settings.takes)
        let entries = try taken.map(settings.entry)
        for index in taken.indices { taken[index].record = [] }
        return Batch(versions: taken, first: first, last: last, staged: entries.isEmpty ? nil : try outlet.stage(entries))
    }

    /// Makes the files of a prepared batch visible; returns how many.
    private func release(_ batch: Batch, in outlet: Outlet) throws -> Int {
        guard var staged = batch.staged else { return 0 }
        try outlet.release(&staged)
        report(staged.setAside, "file set aside in bad/: another one of its name was there")
        report(staged.rewritten, "file written again: somebody cleans tmp/")
        lag.note(batch.versions, at: clock.now())
        return batch.versions.count
    }

    private func report(_ files: [String], _ message: Logger.Message) {
        for file in files { logger.error(message, metadata: ["outlet": "\(settings.name)", "file": "\(file)"]) }
    }

    /// How many files may be published now.
    private func room(in outlet: Outlet) throws -> Int {
        guard settings.isLimited else { return Self.mostFiles }
        let waiting = try outlet.backlog(countsBytes: settings.maxBytes != nil)
        if let most = settings.maxFiles, waiting.files >= most { throw full("\(waiting.files) files", "max_files") }
        if let most = settings.maxBytes, waiting.bytes >= Int64(most) { throw full("\(waiting.bytes) bytes", "max_bytes") }
        // Bytes are counted between batches only: small ones overshoot less.
        return min(settings.maxBytes == nil ? Self.mostFiles : 16, (settings.maxFiles ?? .max) - waiting.files)
    }

    private func full(_ waiting: String, _ key: String) -> IngestError {
        IngestError(
            stage: .spool, label: "full", message: "outlet \(settings.name): \(waiting) wait for its consumer, as many as '\(key)' allows",
            exitCode: ExitCode.tryLater)
    }

    private func position() async throws -> OutletPosition {
        try await catalog.outlet(named: settings.name, startingAt: OutletStart(settings.from))
    }

    func opened() async throws -> Outlet {
        if let outlet { return outlet }
        let position = try await position()
        let fresh = try Outlet(
            opening: OutletDirectory(settings),
            identity: OutletIdentity(outletID: position.id, catalogID: catalog.identifier))
        if fresh.isNew, position.preparedThrough > 0 {
            logger.warning(
                "outlet is empty, though it was published to before; is a disk not mounted?", metadata: ["outlet": "\(settings.name)"])
            try await catalog.forgetPrepared(settings.name)
        }
        let prepared = try await self.position().preparedThrough
        let recovery = try fresh.recover(preparedThrough: prepared, catalogThrough: try await catalog.lastSequence())
        report(recovery.setAside, "file set aside in bad/ during recovery")
        try await catalog.setPublished(settings.name, through: prepared, at: clock.now())
        outlet = fresh
        return fresh
    }
}

extension OutletStart {
    init(_ start: OutletSettings.Start) {
        switch start {
        case .beginning: self = .beginning
        case .now: self = .now
        case .sequence(let last): self = .after(last)
        }
    }
}

extension OutletDirectory {
    init(_ settings: OutletSettings) {
        self.init(
            name: settings.name, path: settings.path, layout: settings.layout == .drop ? .drop : .spool,
            allowsAnyFileSystem: settings.allowsAnyFileSystem)
    }
}

extension IngestError {
    init(_ error: any Error, outlet: String) {
        switch error {
        case let error as SpoolError:
            self.init(stage: .spool, label: error.label, message: "outlet \(outlet): \(error.message)", exitCode: ExitCode.of(error))
        case let error as CatalogError:
            self.init(error)
        case let error as IngestError:
            self = error
        default:
            self.init(stage: .spool, label: "internal", message: "outlet \(outlet): \(error)", exitCode: ExitCode.inputOutput)
        }
    }
}
