// SPDX-License-Identifier: Apache-2.0

/// A batch whose files are durable and invisible, and how far its release has come.
///
/// Only `Outlet.stage` makes one, so that nothing can be released that isn't on the disk.
public struct StagedBatch: Sendable {
    /// What is not visible yet, in catalog order.
    public internal(set) var remaining: ArraySlice<SpoolEntry>
    /// Files that had vanished from `tmp/` and were written again: somebody cleans there.
    public internal(set) var rewritten: [String] = []
    /// Files that went to `bad/`, because another file of the same name was published already.
    public internal(set) var setAside: [String] = []
    /// The sequence number to commit as the outlet's prepared position; nil when the batch is empty.
    public let last: Int64?

    init(_ entries: [SpoolEntry]) {
        remaining = entries[...]
        last = entries.last?.sequence
    }
}
