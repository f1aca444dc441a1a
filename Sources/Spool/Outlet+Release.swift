// SPDX-License-Identifier: Apache-2.0

extension Outlet {
    /// Makes the files of a staged batch visible, in order, and makes that durable.
    ///
    /// The caller has committed `batch.last` as the prepared position. After an error `batch` knows what is visible, and
    /// while `remaining` isn't empty the call can be made again: nothing is shown twice.
    public func release(_ batch: inout StagedBatch) throws(SpoolError) {
        while let entry = batch.remaining.first {
            try release(entry, of: &batch)
            batch.remaining.removeFirst()
        }
        try out.synchronize()
    }

    /// How a file in `tmp/` came to its place.
    enum Placement {
        case published
        /// It was published before, with the same bytes; ours is removed.
        case repeated
        /// Another file has its name; ours lies in `bad/`.
        case setAside
        /// It isn't in `tmp/`.
        case absent
    }

    /// Moves one file out of `tmp/` to where consumers look.
    func place(_ source: String, as name: String) throws(SpoolError) -> Placement {
        switch try tmp.move(source, to: out, as: name) {
        case .moved: return .published
        case .absent: return .absent
        case .occupied where try isPublished(source, as: name):
            try tmp.remove(source)
            return .repeated
        case .occupied:
            if case .occupied = try tmp.move(source, to: bad, as: name) { try tmp.remove(source) }
            return .setAside
        }
    }
}

extension Outlet {
    private func release(_ entry: SpoolEntry, of batch: inout StagedBatch) throws(SpoolError) {
        var placement = try place(entry.name, as: entry.name)
        if placement == .absent {
            placement = try writeAgain(entry)
            batch.rewritten.append(entry.name)
        }
        if placement == .setAside { batch.setAside.append(entry.name) }
    }

    /// Replaces a file that somebody removed from `tmp/`.
    ///
    /// Its name there is not one of ours until it is whole: a recovery would publish whatever has the name of a prepared file.
    private func writeAgain(_ entry: SpoolEntry) throws(SpoolError) -> Placement {
        let name = entry.name + ".again"
        try write(entry.bytes, as: name)
        let placement = try place(name, as: entry.name)
        guard placement != .absent else { throw .tmpTouched(path: tmp.path) }
        return placement
    }

    private func isPublished(_ source: String, as name: String) throws(SpoolError) -> Bool {
        let ours = try OpenFile(reading: source, in: tmp)
        // What can't be opened, or has just been taken, isn't known to be the same.
        guard let length = try out.length(of: name), let theirs = try? OpenFile(reading: name, in: out) else { return false }
        guard try length == tmp.length(of: source) else { return false }
        return try ours.hasSameBytes(as: theirs)
    }
}
