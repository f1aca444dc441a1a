// SPDX-License-Identifier: Apache-2.0
import Catalog
public import FoundationEssentials

/// How long stories took from the publisher's own date to the commit. An outlet that is up to date has them a moment later, one that is not when it
/// has caught up: what it lacks is told by itself.
public struct Latency: Sendable, Hashable {
    /// Stories that were measured.
    public var stories: Int
    /// Half of them took at most this long.
    public var median: TimeInterval
    /// 95 of 100 took at most this long.
    public var p95: TimeInterval

    /// New stories with a date of their own. Of each feed, the oldest commit among `notes` is left out: a feed's first poll brings
    /// stories of days ago, which says nothing of us. Nil when nothing is left.
    init?(of notes: [VersionNote]) {
        var first: [String: Date] = [:]
        // The newest come first, so that the last one to write is the oldest.
        for note in notes { first[note.feed] = note.committed }
        let delays = notes.filter { $0.revision == 1 && $0.committed > first[$0.feed] ?? .distantFuture }
            .compactMap { note in note.published.map { max(0, note.committed.timeIntervalSince($0)) } }
            .sorted()
        guard !delays.isEmpty else { return nil }
        stories = delays.count
        median = Self.percentile(50, of: delays)
        p95 = Self.percentile(95, of: delays)
    }

    /// The nearest rank.
    private static func percentile(_ percent: Int, of sorted: [TimeInterval]) -> TimeInterval {
        sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
    }
}
