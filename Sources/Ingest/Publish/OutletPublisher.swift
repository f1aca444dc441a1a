// SPDX-License-Identifier: Apache-2.0
import Catalog
import Logging
import Spool

/// Publishes the catalog's versions to one outlet directory, in catalog order, each exactly once (docs/SPOOL.md).
actor OutletPublisher {
    /// How many files are made durable together.
    private static let batch = 512

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
            var released = 0
            let outlet = try await opened()
            var position = try await position()
            while true {
                let versions = try await catalog.versions(after: position.preparedThrough, limit: try room(in: outlet))
                guard let last = versions.last?.sequence else { break }
                let taken = try versions.filter(settings.takes)
                let entries = try taken.map(settings.entry)
                try await publish(entries, after: position.preparedThrough, through: last, in: outlet)
                lag.note(taken, at: clock.now())
                released += entries.count
                position.preparedThrough = last
            }
            if position.publishedThrough < position.preparedThrough {
                try await catalog.setPublished(settings.name, through: position.preparedThrough, at: clock.now())
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
    /// The two durable steps of one batch: what is staged becomes visible only after the catalog knows it as prepared.
    ///
    /// - Parameter first: what the batches before have published; recorded along with this one.
    private func publish(_ entries: [SpoolEntry], after first: Int64, through last: Int64, in outlet: Outlet) async throws {
        guard !entries.isEmpty else { return try await catalog.setPrepared(settings.name, through: last, published: first) }
        var staged = try outlet.stage(entries)
        try await catalog.setPrepared(settings.name, through: last, published: first)
        try outlet.release(&staged)
        report(staged.setAside, "file set aside in bad/: another one of its name was there")
        report(staged.rewritten, "file written again: somebody cleans tmp/")
    }

    private func report(_ files: [String], _ message: Logger.Message) {
        for file in files { logger.error(message, metadata: ["outlet": "\(settings.name)", "file": "\(file)"]) }
    }

    /// How many files may be published now.
    private func room(in outlet: Outlet) throws -> Int {
        guard settings.maxFiles != nil || settings.maxBytes != nil else { return Self.batch }
        let waiting = try outlet.backlog(countsBytes: settings.maxBytes != nil)
        if let most = settings.maxFiles, waiting.files >= most { throw full("\(waiting.files) files", "max_files") }
        if let most = settings.maxBytes, waiting.bytes >= Int64(most) { throw full("\(waiting.bytes) bytes", "max_bytes") }
        // Bytes are counted between batches only: small ones overshoot less.
        return min(settings.maxBytes == nil ? Self.batch : 16, (settings.maxFiles ?? .max) - waiting.files)
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
