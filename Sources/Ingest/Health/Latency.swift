// SPDX-License-Identifier: Apache-2.0
public import Catalog
public import FoundationEssentials

/// How long stories took from the publisher's own date to the visible file. What is not published yet is told by itself.
public struct Latency: Sendable, Hashable {
    /// Stories that were measured.
    public var stories: Int
    /// Half of them took at most this long.
    public var median: TimeInterval
    /// 95 of 100 took at most this long.
    public var p95: TimeInterval

    /// New stories with a date of their own that lie in every one of `outlets`. Of each feed, the oldest commit among `notes` is left out: a feed's first poll brings
    /// stories of days ago, which says nothing of us. Nil when nothing is left.
    init?(of notes: [VersionNote], in outlets: [ReleaseTimes]) {
        var first: [String: Date] = [:]
        // The newest come first, so that the last one to write is the oldest.
        for note in notes { first[note.feed] = note.committed }
        let delays = notes.filter { $0.revision == 1 && $0.committed > first[$0.feed] ?? .distantFuture }
            .compactMap { $0.delay(into: outlets) }
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

extension VersionNote {
    /// Seconds from the publisher's date to the visible file in the last of `outlets`; nil without a date, or where one lacks the file.
    public func delay(into outlets: [ReleaseTimes]) -> TimeInterval? {
        guard let published else { return nil }
        let releases = outlets.compactMap { $0.time(of: sequence) }
        guard releases.count == outlets.count, let last = releases.max() else { return nil }
        return max(0, last.timeIntervalSince(published))
    }
}
