// SPDX-License-Identifier: Apache-2.0
import GRDB

/// The durable truth: stories with all their versions, the state of feeds and outlets, and the events of the ingestion log.
///
/// One process at a time writes a catalog: take a `CatalogLock` first. What a call returned is on the disk; what threw left no trace.
public actor Catalog {
    /// The catalog's file.
    public nonisolated let path: String
    /// A UUID made with the catalog: outlets keep it, and so notice another catalog.
    public nonisolated let identifier: String
    private nonisolated let executor = CatalogExecutor()
    private let database: DatabaseQueue
    private var isClosed = false
    /// The batches that go into the next transaction; nil while none waits.
    var gathering: CommitGroup?
    /// The stories of the last days, by their words.
    let recent = RecentStories()

    /// Runs on a thread of its own, so that waiting for the disk holds up nobody else.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Opens the catalog of a state directory, and makes both where they are missing.
    ///
    /// A file that a newer version wrote, or that is damaged, is refused and left as it is.
    ///
    /// - Parameter sizeLimit: bytes that the file may grow to; beyond them commits throw `full`.
    public init(directory: String, sizeLimit: Int? = nil) throws(CatalogError) {
        try StateDirectory.create(directory)
        let path = directory + "/" + CatalogFile.name
        self.path = path
        (database, identifier) = try CatalogFile.open(path, sizeLimit: sizeLimit)
        try StateDirectory.sync(directory)
    }

    /// Lets go of the pages that were read and may not be needed again soon.
    public func trim() {
        database.releaseMemory()
    }

    /// Closes the file; every later call throws.
    public func close() throws(CatalogError) {
        try attempt { try database.close() }
        isClosed = true
    }
}

extension Catalog {
    func write<Value>(_ work: (Database) throws -> Value) throws(CatalogError) -> Value {
        try attempt { try database.write(work) }
    }

    /// Without a transaction: nobody else writes. GRDB's own forbids writing meanwhile by a pragma that makes SQLite compile every kept
    /// statement anew.
    func read<Value>(_ work: (Database) throws -> Value) throws(CatalogError) -> Value {
        try attempt { try database.unsafeRead(work) }
    }

    func vacuum() throws(CatalogError) {
        try attempt {
            try database.vacuum()
            // Only then is the file itself shorter.
            try database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        }
    }

    private func attempt<Value>(_ work: () throws -> Value) throws(CatalogError) -> Value {
        // Reading from a closed file, GRDB would ask a connection that is no more.
        guard !isClosed else { throw .unexpected(reason: "the catalog is closed") }
        do { return try work() } catch { throw CatalogError(error, path: path) }
    }
}
