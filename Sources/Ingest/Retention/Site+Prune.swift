// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials

extension Site {
    /// Applies retention: removes what is older or more than the settings keep, and never what is not yet published.
    ///
    /// One part's failure keeps no other from being pruned.
    public func prune() async -> Pruning {
        await prune(settings)
    }

    func prune(_ settings: Settings) async -> Pruning {
        let now = clock.now()
        var pruning = Pruning()
        switch await forget(settings, now) {
        case .success(let count): pruning.versions = count
        case .failure(let error): pruning.failures.append(error)
        }
        let expired = await spooler.expire()
        (pruning.files, pruning.failures) = (expired.released, pruning.failures + expired.failures)
        pruning.logs = settings.retention.log.removeExpired(settings.log, now: now)
        pruning.documents = Quarantine(directory: settings.state + "/quarantine", limits: settings.retention.quarantine).prune(now: now)
        if !pruning.isEmpty { await note(pruning) }
        return pruning
    }

    /// Lets the catalog's file shrink to what is in it; without this, what is free is used again.
    public func compact() async throws {
        try await catalog.compact()
    }
}

extension Site {
    /// A chunk at a time, so that polls commit in between.
    private func forget(_ settings: Settings, _ now: Date) async -> Result<Int, IngestError> {
        let retention = settings.retention
        let limit = VersionLimit(
            before: now - retention.age.inSeconds, most: retention.versions, bytes: retention.catalogSize,
            outlets: settings.outlets.map(\.name))
        do {
            let standing = try await catalog.standingStories()
            var (removed, position) = (0, Int64(0) as Int64?)
            while let start = position, !Task.isCancelled {
                let chunk = try await catalog.pruneVersions(after: start, limit, sparing: standing)
                removed += chunk.removed
                position = chunk.next
            }
            return .success(removed)
        } catch {
            return .failure(IngestError(error))
        }
    }

    private func note(_ pruning: Pruning) async {
        let event = LogEvent("pruned").with("versions", pruning.versions).with("files", pruning.files).with("logs", pruning.logs)
            .with("documents", pruning.documents)
        // What is not recorded is pruned all the same; the catalog's own trouble is told elsewhere.
        try? await record(event)
    }
}
