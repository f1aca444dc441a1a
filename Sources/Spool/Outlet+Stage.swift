// SPDX-License-Identifier: Apache-2.0

extension Outlet {
    /// The number of files that are open at a time while a batch is written.
    private static let groupSize = 64

    /// Writes every entry into `tmp/` and makes all of them durable, or leaves none there.
    ///
    /// The entries lie behind the outlet's prepared position, in catalog order. Nothing is visible afterwards; the caller
    /// commits `last` as the prepared position and calls `release`. Staging the same entries again is allowed until then.
    public func stage(_ entries: [SpoolEntry]) throws(SpoolError) -> StagedBatch {
        for entry in entries {
            precondition(SpoolName.sequence(of: entry.name) == entry.sequence, "an entry is named by SpoolName.make")
        }
        do throws(SpoolError) {
            for start in stride(from: 0, to: entries.count, by: Self.groupSize) {
                try write(entries[start..<min(start + Self.groupSize, entries.count)])
            }
            try tmp.synchronize()
        } catch {
            discard(entries)
            throw error
        }
        return StagedBatch(entries)
    }

    /// Writes one file that is durable and open no longer when this returns.
    func write(_ bytes: [UInt8], as name: String) throws(SpoolError) {
        let file = try startWriting(bytes, as: name)
        try file.synchronize()
        try file.close()
    }
}

extension Outlet {
    private func write(_ entries: ArraySlice<SpoolEntry>) throws(SpoolError) {
        var files: [OpenFile] = []
        for entry in entries { files.append(try startWriting(entry.bytes, as: entry.name)) }
        for (entry, file) in zip(entries, files) { try finish(file, entry) }
    }

    private func startWriting(_ bytes: [UInt8], as name: String) throws(SpoolError) -> OpenFile {
        try tmp.remove(name)
        let file = try OpenFile(creating: name, in: tmp)
        try file.write(bytes)
        file.startWriteOut()
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
