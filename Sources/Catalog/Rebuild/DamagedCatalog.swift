// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Glibc

/// The file of a damaged catalog, and the workshop where its successor is made: whole before it gets its name.
struct DamagedCatalog {
    /// Where the new catalog is made.
    let workshop: String
    /// What there is of the damaged one; nil when it is gone.
    let file: String?
    private let directory: String
    private let path: String

    /// Finds it in a state directory. Where it has no longer its name, it is the one that was set aside last: a loss of power came between
    /// that and the naming of the new one.
    init(directory: String) throws(CatalogError) {
        self.directory = directory
        path = directory + "/" + CatalogFile.name
        workshop = directory + "/rebuilding"
        guard access(path, F_OK) != 0 else {
            file = path
            return
        }
        let old = Self.setAside(in: directory).max().map { directory + "/" + $0 }
        if let old { try Self.move(path + "-wal", to: old + "-wal", in: directory) }
        file = old
    }

    /// Makes the workshop, and removes what an interrupted rebuilding left there.
    func emptyWorkshop() throws(CatalogError) -> String {
        try StateDirectory.create(workshop)
        for suffix in ["", "-wal", "-shm", "-journal"] { try StateDirectory.remove(workshop + "/" + CatalogFile.name + suffix) }
        return workshop
    }

    /// Sets the damaged file aside, and puts the new one in its place. Returns where the damaged one is now; nil when there is none.
    func replace(at time: Date) throws(CatalogError) -> String? {
        let new = workshop + "/" + CatalogFile.name
        // Its last commits would be left behind.
        guard access(new + "-wal", F_OK) != 0 else { throw .unexpected(reason: "\(new) was not closed") }
        let old = file == path ? path + Self.mark + time.rfc3339Seconds.filter { $0 != ":" } : file
        if let old {
            // In this order: where the file itself has moved, the next rebuilding finds what belongs to it.
            try Self.move(path, to: old, in: directory)
            try Self.move(path + "-wal", to: old + "-wal", in: directory)
        }
        try StateDirectory.remove(path + "-shm")
        try StateDirectory.publish(new, as: path)
        rmdir(workshop)
        return old
    }
}

extension DamagedCatalog {
    private static let mark = ".damaged-"

    private static func setAside(in directory: String) -> [String] {
        // A directory that can't be read holds none.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.filter { $0.hasPrefix(CatalogFile.name + mark) && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
    }

    /// Does nothing where there is no such file.
    private static func move(_ old: String, to new: String, in directory: String) throws(CatalogError) {
        guard rename(old, new) == 0 else {
            guard errno == ENOENT else { throw StateDirectory.failure(old) }
            return
        }
        try StateDirectory.sync(directory)
    }
}
