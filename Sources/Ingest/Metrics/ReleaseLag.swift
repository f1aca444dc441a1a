// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Synchronization

/// How long versions took to their files, counted since the start of the process.
public final class ReleaseLag: Sendable {
    private struct Lags {
        var committed = Histogram(bounds: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300])
        var published = Histogram(bounds: [1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600])
    }

    private let lags = Mutex(Lags())

    /// Nothing was released yet.
    public init() {}

    /// Counts versions whose files became visible at `now`.
    func note(_ versions: [StoredVersion], at now: Date) {
        lags.withLock { lags in
            for version in versions {
                lags.committed.note(max(0, now.timeIntervalSince(version.committed)))
                // A later revision has no date here that is its own.
                guard version.revision == 1, let published = version.firstCreated else { continue }
                lags.published.note(max(0, now.timeIntervalSince(published)))
            }
        }
    }

    func write(to text: inout MetricsText) {
        let lags = lags.withLock { $0 }
        text.add(
            "wirespool_lag_seconds", "From the publisher's date of a new story, and from a version's commit, to its visible file.",
            [([("from", "committed"), ("to", "spooled")], lags.committed), ([("from", "published"), ("to", "spooled")], lags.published)])
    }
}
