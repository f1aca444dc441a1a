// SPDX-License-Identifier: Apache-2.0
import GRDB
import Glibc

/// How the catalog's file is opened, and what is demanded of it before a byte of ours goes in.
enum CatalogFile {
    static let name = "catalog.sqlite"

    /// Opens the file for writing, checks its promises, and brings its tables to the newest form.
    static func open(_ path: String, sizeLimit: Int?) throws(CatalogError) -> (DatabaseQueue, identifier: String) {
        try StateDirectory.createFile(path)
        do {
            try refuseIfNewer(path)
            let database = try DatabaseQueue(path: path, configuration: writingConfiguration(sizeLimit: sizeLimit))
            try database.writeWithoutTransaction { try demandDurability($0, path: path) }
            try Schema.migrator.migrate(database)
            return (database, try database.read { try String.fetchOne($0, sql: "SELECT catalog FROM counters") ?? "" })
        } catch {
            throw CatalogError(error, path: path)
        }
    }

    /// Opens an existing file for reading beside the process that writes it.
    static func openForReading(_ path: String) throws(CatalogError) -> DatabaseQueue {
        guard access(path, F_OK) == 0 else { throw errno == ENOENT ? .absent(path: path) : StateDirectory.failure(path) }
        do {
            let database = try DatabaseQueue(path: path, configuration: readingConfiguration())
            try database.refuseIfNewer(path: path)
            guard try database.read(Schema.migrator.hasCompletedMigrations) else {
                let isEmpty = try database.read { try Schema.migrator.appliedMigrations($0).isEmpty }
                throw isEmpty ? CatalogError.absent(path: path) : CatalogError.olderVersion(path: path)
            }
            return database
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
            // The making of the file was interrupted.
            throw .absent(path: path)
        } catch {
            throw CatalogError(error, path: path)
        }
    }
}

extension CatalogFile {
    /// Looked at before anything is written: a newer file must stay as it is, its journal mode included.
    private static func refuseIfNewer(_ path: String) throws {
        do {
            try DatabaseQueue(path: path, configuration: readingConfiguration()).refuseIfNewer(path: path)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
            // The making of the file was interrupted: it is empty as soon as somebody who may write opens it.
        }
    }

    private static func writingConfiguration(sizeLimit: Int?) -> Configuration {
        var configuration = Configuration()
        configuration.label = "wirespool.catalog.sqlite"
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            // Of a new file only. Some records fit on one page, and few are longer: with fewer pages there is less to write around them.
            try db.execute(sql: "PRAGMA page_size = 16384")
            // Reads the file, whose own size counts; before anything that SQLite reckons in pages.
            try db.execute(sql: "PRAGMA schema_version")
            let pageSize = max(512, try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
            // A read error on mapped pages would be a signal, not an error.
            try db.execute(sql: "PRAGMA mmap_size = 0")
            // What a statement that fails half-way must undo: kept in memory, it costs no file beside the catalog.
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            // The pages of the largest commit: what doesn't fit is written before the commit, and once more with it.
            try db.execute(sql: "PRAGMA cache_size = -8192")
            // Pages that many commits change are written back once for all of them.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = \((16 << 20) / pageSize)")
            // The write-ahead log shrinks to this again after a large commit.
            try db.execute(sql: "PRAGMA journal_size_limit = 16777216")
            guard let sizeLimit else { return }
            try db.execute(sql: "PRAGMA max_page_count = \(max(1, sizeLimit / pageSize))")
        }
        return configuration
    }

    private static func readingConfiguration() -> Configuration {
        var configuration = Configuration()
        configuration.label = "wirespool.catalog.reader"
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        return configuration
    }

    /// SQLite can fail to enter these modes without an error; what it says afterwards counts.
    private static func demandDurability(_ db: Database, path: String) throws {
        // Here and not while the connection is prepared: GRDB sets NORMAL when it turns WAL on, after that.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        let journal = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "unknown"
        guard journal == "wal" else { throw CatalogError.notDurable(path: path, reason: "the journal mode is \(journal), not wal") }
        let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
        guard synchronous == 2 else { throw CatalogError.notDurable(path: path, reason: "synchronous is \(synchronous), not 2 (FULL)") }
    }
}

extension DatabaseQueue {
    fileprivate func refuseIfNewer(path: String) throws {
        guard try read(Schema.migrator.hasBeenSuperseded) else { return }
        throw CatalogError.newerVersion(path: path)
    }
}
