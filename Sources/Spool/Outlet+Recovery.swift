// SPDX-License-Identifier: Apache-2.0

import Glibc

/// What a recovery found and did.
public struct Recovery: Hashable, Sendable {
    /// Files that had been committed to publishing and became visible now.
    public var published: Int
    /// Files of `tmp/` that were removed: unfinished ones, strangers, and second names of published ones.
    public var removed: Int
    /// Files that went to `bad/`, because another file of the same name was published already.
    public var setAside: [String]

    /// Reports nothing, unless told otherwise.
    public init(published: Int = 0, removed: Int = 0, setAside: [String] = []) {
        self.published = published
        self.removed = removed
        self.setAside = setAside
    }
}

extension Outlet {
    /// Finishes or undoes whatever a crash interrupted; it may itself be interrupted and made again.
    ///
    /// Afterwards every file up to `preparedThrough` has been visible exactly once, and `tmp/` is empty. The caller commits
    /// `preparedThrough` as the published position and stages what follows it.
    ///
    /// - Parameters:
    ///   - preparedThrough: the outlet's prepared position in the catalog.
    ///   - catalogThrough: the last sequence number that the catalog has committed.
    public func recover(preparedThrough: Int64, catalogThrough: Int64) throws(SpoolError) -> Recovery {
        try checkCatalog(catalogThrough)
        var recovery = Recovery()
        // Driven by what is in tmp/, never by a range of numbers: a file that is nowhere was published and taken.
        let prepared = try sortTmp(preparedThrough, &recovery)
        let taken = try takenNames(among: prepared)
        for name in prepared {
            if taken.contains(name) {
                try tmp.remove(name)
                recovery.removed += 1
            } else {
                try finish(name, &recovery)
            }
        }
        try out.synchronize()
        return recovery
    }
}

extension Outlet {
    /// Refuses to go on when a visible file is newer than the catalog: its numbers would be given out again.
    private func checkCatalog(_ last: Int64) throws(SpoolError) {
        var highest: Int64 = -1
        try out.visit { name, _ in highest = max(highest, SpoolName.sequence(of: String(cString: name)) ?? -1) }
        try visitTaken { (directory) throws(SpoolError) in
            try directory.visit { name, _ in highest = max(highest, SpoolName.sequence(of: String(cString: name)) ?? -1) }
        }
        guard highest <= last else { throw .aheadOfCatalog(path: out.path, found: highest, catalog: last) }
    }

    /// Removes from `tmp/` what was not committed to publishing, and returns the names of the rest in catalog order.
    private func sortTmp(_ preparedThrough: Int64, _ recovery: inout Recovery) throws(SpoolError) -> [String] {
        var prepared: [String] = []
        var removed = 0
        try tmp.visit { (bytes, _) throws(SpoolError) in
            let name = String(cString: bytes)
            // Ours are files; a link to somebody else's is not published.
            if let sequence = SpoolName.sequence(of: name), sequence <= preparedThrough, try tmp.length(of: bytes) != nil {
                prepared.append(name)
            } else if try tmp.remove(bytes) {
                removed += 1
            }
        }
        recovery.removed += removed
        return prepared.sorted()
    }

    /// Those of `names` that a consumer has taken.
    private func takenNames(among names: [String]) throws(SpoolError) -> Set<String> {
        guard !names.isEmpty else { return [] }
        var found: Set<String> = []
        try visitTaken { (directory) throws(SpoolError) in
            for name in names where try directory.contains(name) { found.insert(name) }
        }
        return found
    }

    private func visitTaken(_ body: (Directory) throws(SpoolError) -> Void) throws(SpoolError) {
        try taken.visit { (name, mayBeDirectory) throws(SpoolError) in
            // A consumer's directory that is closed to us, or a symbolic link, holds nothing that we could have lost.
            guard mayBeDirectory, let directory = try? taken.subdirectory(String(cString: name)) else { return }
            try body(directory)
        }
    }

    private func finish(_ name: String, _ recovery: inout Recovery) throws(SpoolError) {
        switch try place(name, as: name) {
        case .published: recovery.published += 1
        case .repeated, .absent: recovery.removed += 1
        case .setAside: recovery.setAside.append(name)
        }
    }
}
