// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

extension Catalog {
    /// Commits everything of the batch, or nothing.
    ///
    /// Articles are judged in the order of their dates, each seeing what the ones before it left. Batches that come while the disk is busy
    /// share one transaction in the order of their coming; when that fails each is tried by itself, so that none fails for another.
    public nonisolated func commit(_ batch: Batch) async throws(CatalogError) -> Commitment {
        // Another batch of the feed that comes in between changes what is known: then something is made in vain, or made later.
        let known = batch.articles.isEmpty ? [] : try await lastItems(of: batch.feed.name, at: batch.at)
        return try await commit(PreparedBatch(batch, known: known))
    }

    private func commit(_ batch: PreparedBatch) async throws(CatalogError) -> Commitment {
        let group = openGroup()
        let position = group.add(batch)
        // Lets those in who queue for the catalog; whoever of the group comes back first writes for all.
        await Task.yield()
        if group.outcomes.isEmpty {
            if gathering === group { gathering = nil }
            group.outcomes = outcomes(of: group.batches)
        }
        return try group.outcomes[position].get()
    }

    /// Saves the states of feeds whose polls brought nothing new: all of them in one transaction.
    ///
    /// Only what such a poll can change is saved: its time, the next poll, and the validators. A feed that the catalog does not know is passed over.
    public func save(unchanged states: [FeedState]) throws(CatalogError) {
        guard !states.isEmpty else { return }
        try write { db in
            for state in states { try state.saveUnchanged(db) }
        }
    }
}

extension Catalog {
    private func lastItems(of feed: String, at time: Date) throws(CatalogError) -> Set<[UInt8]> {
        try read { db in Set(try LastDocument.fetch(db, feed: feed)?.known(at: time.milliseconds).keys.map(\.self) ?? []) }
    }

    private func openGroup() -> CommitGroup {
        if let gathering, !gathering.isFull { return gathering }
        let group = CommitGroup()
        gathering = group
        return group
    }

    private func outcomes(of batches: [PreparedBatch]) -> [Result<Commitment, CatalogError>] {
        do throws(CatalogError) {
            let recent = recent
            return try write { db in try batches.map { try BatchCommit.run($0, in: db, recent: recent) } }.map { .success($0) }
        } catch {
            recent.forgetPortraits()
            guard batches.count > 1 else { return [.failure(error)] }
            return batches.flatMap { outcomes(of: [$0]) }
        }
    }
}
