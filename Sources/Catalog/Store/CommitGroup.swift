// SPDX-License-Identifier: Apache-2.0

/// Batches that wait for the disk together, and then go into one transaction.
///
/// Making a transaction durable takes as long for one batch as for many.
final class CommitGroup {
    /// So many articles are enough for one transaction: those who read the catalog shall not wait long.
    private static let mostArticles = 1000
    private static let mostBatches = 64

    private(set) var batches: [PreparedBatch] = []
    /// One for each batch, in their order; empty until the group was written.
    var outcomes: [Result<Commitment, CatalogError>] = []
    private var articles = 0

    var isFull: Bool { articles >= Self.mostArticles || batches.count >= Self.mostBatches }

    /// Takes a batch in, and returns its place.
    func add(_ batch: PreparedBatch) -> Int {
        batches.append(batch)
        articles += batch.items.count
        return batches.count - 1
    }
}
