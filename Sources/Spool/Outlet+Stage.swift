// SPDX-License-Identifier: Apache-2.0

import Glibc

extension Outlet {
    /// The number of files that are open at a time while each is made durable by itself.
    private static let groupSize = 64
    /// From so many files on, one syncfs(2) costs less than an fsync for each.
    private static let bulk = 16

    /// Writes every entry into `tmp/` and makes all of them durable, or leaves none there.
    ///
    /// The entries lie behind the outlet's prepared position, in catalog order. Nothing is visible afterwards; the caller
    /// commits `last` as the prepared position and calls `release`. Staging the same entries again is allowed until then.
    public func stage(_ entries: [SpoolEntry]) throws(SpoolError) -> StagedBatch {
        for entry in entries {
            precondition(SpoolName.sequence(of: entry.name) == entry.sequence, "an entry is named by SpoolName.make")
        }
        do throws(SpoolError) {
            let isDone = entries.count >= Self.bulk && isSyncedAsWhole ? try writeAtOnce(entries) : false
            if !isDone { try writeEach(entries) }
        } catch {
            discard(entries)
            throw error
        }
        return StagedBatch(entries)
    }

    /// Writes one file that is durable and open no longer when this returns.
    func write(_ bytes: [UInt8], as name: String) throws(SpoolError) {
        let file = try startWriting(bytes, as: name)
        file.startWriteOut()
        try file.synchronize()
        try file.close()
    }
}

extension Outlet {
    /// Makes all files and their names durable by one call.
    ///
    /// False when the disk failed: whose write was lost the call doesn't tell, so that each file must be written and asked for by itself.
    private func writeAtOnce(_ entries: [SpoolEntry]) throws(SpoolError) -> Bool {
        do throws(SpoolError) {
            for entry in entries { try startWriting(entry.bytes, as: entry.name).close() }
            try tmp.synchronizeFileSystem()
            return true
        } catch {
            guard case .io = error else { throw error }
            return false
        }
    }

    private func writeEach(_ entries: [SpoolEntry]) throws(SpoolError) {
        for start in stride(from: 0, to: entries.count, by: Self.groupSize) {
            try writeGroup(entries[start..<min(start + Self.groupSize, entries.count)])
        }
        try tmp.synchronize()
    }

    private func writeGroup(_ entries: ArraySlice<SpoolEntry>) throws(SpoolError) {
        var files: [OpenFile] = []
        for entry in entries {
            let file = try startWriting(entry.bytes, as: entry.name)
            file.startWriteOut()
            files.append(file)
        }
        for (entry, file) in zip(entries, files) { try finish(file, entry) }
    }

    /// A new file under this name; what an earlier attempt left there goes.
    private func startWriting(_ bytes: [UInt8], as name: String) throws(SpoolError) -> OpenFile {
        let file: OpenFile
        do throws(SpoolError) {
            file = try OpenFile(creating: name, in: tmp)
        } catch {
            guard case .io(let fault) = error, fault.code == EEXIST else { throw error }
            try tmp.remove(name)
            file = try OpenFile(creating: name, in: tmp)
        }
        try file.write(bytes)
        return file
    }

    /// Makes a file durable; when the disk fails, once more as a new file, because a failed fsync can't be repeated.
    private func finish(_ file: OpenFile, _ entry: SpoolEntry) throws(SpoolError) {
        do throws(SpoolError) {
            try file.synchronize()
            try file.close()
        } catch {
            guard case .io = error else { throw error }
            try write(entry.bytes, as: entry.name)
        }
    }

    private func discard(_ entries: [SpoolEntry]) {
        // What can't be removed now lies behind the prepared position, and so the next recovery removes it.
        for entry in entries { _ = try? tmp.remove(entry.name) }
    }
}
