// SPDX-License-Identifier: Apache-2.0
public import Catalog
import Glibc

/// Appends the catalog's events to the ingestion log, byte for byte, each exactly once (docs/OPERATIONS.md).
///
/// The log is a view of the catalog: an event is committed there first, and stays until it is durable in the file. At start
/// the file is read forward from the last position known to be durable; what follows the first damaged line is cut off and
/// written again. The file may be renamed at any time: the next event goes to a new file of the old name.
///
/// One task makes all calls, one after the other: an actor lets a second call in while the first waits for the catalog.
public actor LogWriter {
    private nonisolated let executor = DiskExecutor("log")
    private let catalog: Catalog
    private let path: String
    private var rotation: LogRotation
    private var file: AppendFile?
    /// The seq of the last event that stands in the file.
    private var written: Int64 = 0
    private var synced: Int64 = 0

    /// A writer that touches no file yet; call `recover` first.
    public init(catalog: Catalog, path: String, rotation: LogRotation = LogRotation()) {
        self.catalog = catalog
        self.path = path
        self.rotation = rotation
    }

    /// Runs on a thread of its own, so that waiting for the disk holds up nobody else.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Takes over new settings.
    func use(_ rotation: LogRotation) { self.rotation = rotation }

    /// Finds the end of what is durable and makes the log complete. Call once, before anything else is logged.
    public func recover() async throws(LogError) {
        try await guarded {
            let end = try LogRecovery.run(path: path, from: try await catalog.logPosition())
            file = end.file
            written = end.sequence
            try await remember(end.file)
            try await copyEvents()
            try await settle()
        }
    }

    /// Appends every event that is committed and not yet in the file.
    public func append() async throws(LogError) {
        try await guarded { try await copyEvents() }
    }

    /// Makes the file durable, remembers how far it is, and lets the catalog forget the events before.
    public func synchronize() async throws(LogError) {
        guard written > synced else { return }
        try await guarded { try await settle() }
    }
}

extension LogWriter {
    private func copyEvents() async throws {
        while true {
            let events = try await catalog.events(after: written, limit: 512)
            guard let last = events.last else { return }
            try await currentFile().append(events.flatMap(\.line))
            written = last.sequence
            if let file, file.length >= Int64(rotation.size) {
                try await settle()
                try rotation.rotate(path, endingWith: written)
            }
        }
    }

    /// The file that the name means: a new one when the old one was renamed.
    private func currentFile() async throws -> AppendFile {
        if let file, file.isStillAt(path) { return file }
        try file?.synchronize()
        let fresh = try AppendFile(path)
        // The place is remembered before anything is written there, so that a crash right after never writes it again.
        try await remember(fresh)
        file = fresh
        return fresh
    }

    private func settle() async throws {
        guard let file else { return }
        try file.synchronize()
        try await remember(file)
        try await catalog.pruneEvents(through: written)
    }

    private func remember(_ file: AppendFile) async throws {
        try await catalog.setLogPosition(LogPosition(sequence: written, offset: file.length, device: file.device, inode: file.inode))
        synced = written
    }

    private func guarded(_ work: () async throws -> Void) async throws(LogError) {
        do {
            try await work()
        } catch let error as LogError {
            throw error
        } catch {
            throw LogError(path: path, error)
        }
    }
}
