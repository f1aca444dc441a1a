// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Spool

extension OutletPublisher {
    /// How many files are recorded and removed together.
    private static let expiryBatch = 256

    /// Removes the files that nobody took and that the settings don't keep. Returns how many.
    ///
    /// Each has an event in the log before it is removed: nothing is dropped silently, whatever dies in between.
    func expire(at now: Date) async throws(IngestError) -> Int {
        guard !settings.keep.isUnlimited else { return 0 }
        do {
            let outlet = try await opened()
            let files = try outlet.expired(beyond: settings.keep, at: Int64(now.timeIntervalSince1970))
            var removed = 0
            for start in stride(from: 0, to: files.count, by: Self.expiryBatch) {
                let batch = files[start..<min(start + Self.expiryBatch, files.count)]
                try await catalog.append(batch.map { .expired($0.isSetAside ? "bad/\($0.name)" : $0.name, outlet: settings.name) }, at: now)
                for file in batch where try outlet.remove(file) { removed += 1 }
            }
            return removed
        } catch {
            throw IngestError(error, outlet: settings.name)
        }
    }
}
