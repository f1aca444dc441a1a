// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@testable import Catalog
@testable import Ingest

struct FeedHealthTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    private func health(
        commitsHoursAgo hours: [Double] = [], failures: Int = 0, isGone: Bool = false, isEnabled: Bool = true, wasPolled: Bool = true
    ) -> FeedHealth {
        var settings = FeedSettings(name: "a", url: "http://a.example")
        settings.isEnabled = isEnabled
        var state = FeedState(name: "a", url: settings.url)
        if wasPolled { (state.lastSuccess, state.nextPoll) = (now - 60, now + 60) }
        (state.failures, state.isGone) = (failures, isGone)
        return FeedHealth(settings, state: state, commits: hours.map { now - $0 * 3600 }, gaps: 0, now: now)
    }

    @Test func `a feed is what is most worth knowing of it`() {
        #expect(health().condition == .ok)
        #expect(health(wasPolled: false).condition == .new)
        #expect(health(failures: 1).condition == .failing)
        #expect(health(failures: 1, isGone: true).condition == .gone)
        #expect(health(failures: 1, isEnabled: false).condition == .paused)
    }

    @Test func `stories of 24 hours are counted`() {
        #expect(health(commitsHoursAgo: [1, 2, 23, 25]).recent == 3)
    }

    @Test(arguments: [
        (Array(stride(from: 1.0, to: 12.0, by: 1)), 3600.0), ([1, 2, 3], nil),
        ([1, 1, 1] + Array(stride(from: 4.0, to: 13.0, by: 1)), nil), ([1, 1] + Array(stride(from: 4.0, to: 14.0, by: 1)), 3 * 3600.0),
    ])
    func `a rhythm is learnt from ten pauses on`(hours: [Double], expected: TimeInterval?) {
        #expect(health(commitsHoursAgo: hours).longestPause == expected)
    }

    @Test(arguments: [(5.0, 3600.0, false), (7, 3600, true), (29, 36_000, false), (31, 36_000, true), (160, nil, false), (170, nil, true)])
    func `quiet is what is silent for much longer than ever`(hours: Double, pause: TimeInterval?, expected: Bool) {
        #expect(FeedHealth.isQuiet(since: now - hours * 3600, longestPause: pause, now) == expected)
        #expect(!FeedHealth.isQuiet(since: nil, longestPause: pause, now))
    }

    @Test(
        arguments: [
            (1.0, 1.0, true, false), (9, 1, true, true), (1, 9, true, true), (nil, nil, true, true), (1, nil, true, true),
            (9, 9, false, false),
        ] as [(Double?, Double?, Bool, Bool)])
    func `dead is what had no success or no news for so many days`(success: Double?, story: Double?, isEnabled: Bool, expected: Bool) {
        var feed = health(isEnabled: isEnabled)
        feed.state.lastSuccess = success.map { now - $0 * 86_400 }
        feed.state.lastStory = story.map { now - $0 * 86_400 }
        #expect(feed.isDead(for: .seconds(7 * 86_400), at: now) == expected)
    }

    @Test func `a next poll that is long past shows that nobody polls`() {
        let feed = health()
        #expect(!feed.isOverdue(at: now + 600))
        #expect(feed.isOverdue(at: now + 1000))
        #expect(!health(isEnabled: false).isOverdue(at: now + 1e6))
    }
}

struct LatencyTests {
    private static let start = Date(timeIntervalSince1970: 1_800_000_000)

    /// The version's number is the second of its commit.
    private func note(_ feed: String, committed: Int64, after delay: Double?, revision: Int = 1) -> VersionNote {
        let time = Self.start + Double(committed)
        return VersionNote(sequence: committed, feed: feed, revision: revision, committed: time, published: delay.map { time - $0 })
    }

    /// An outlet that released each version so many seconds after its commit, as far as the last.
    private func outlet(after lag: Double, through last: Int64) -> ReleaseTimes {
        ReleaseTimes((0...last).map { (through: $0, time: Self.start + Double($0) + lag) })
    }

    @Test func `half and 95 of 100, without the first commit of a feed, revisions, and stories without a date`() throws {
        var notes = (0..<100).reversed().map { note("a", committed: $0 + 100, after: Double($0) + 1) }
        notes += [
            note("a", committed: 90, after: nil), note("a", committed: 80, after: 9e9, revision: 2), note("a", committed: 0, after: 1e6),
        ]
        let latency = try #require(Latency(of: notes, in: [outlet(after: 0, through: 200)]))
        #expect([Double(latency.stories), latency.median, latency.p95] == [100, 50, 95])
        #expect(Latency(of: [note("a", committed: 0, after: 5), note("a", committed: 0, after: 5)], in: []) == nil)
    }

    @Test func `counts to the last outlet's file, and what lacks one not at all`() {
        let notes = [note("a", committed: 3, after: 4), note("a", committed: 2, after: 4), note("a", committed: 1, after: 4)]
        let (main, desk) = (outlet(after: 1, through: 9), outlet(after: 8, through: 2))
        #expect(Latency(of: notes, in: [main])?.p95 == 5)
        #expect(Latency(of: notes, in: [main, desk]).map { [Double($0.stories), $0.p95] } == [1, 12])
        #expect(Latency(of: notes, in: [outlet(after: 0, through: 1)]) == nil)
        #expect(
            Latency(of: [note("a", committed: 2, after: -5), note("a", committed: 1, after: 5)], in: [outlet(after: 0, through: 9)])?.p95
                == 0)
    }
}

struct RecentEventTests {
    @Test func `finds the rare events among many, and the last of each outlet`() async throws {
        let directory = try TemporaryDirectory()
        let catalog = try Catalog(directory: directory.path + "/state")
        let log = LogWriter(catalog: catalog, path: directory.path + "/ingest.log")
        try await log.recover()
        try await catalog.append(
            [
                .started(version: "1", pid: 1, feeds: 1), .gap(feed: "a", items: 9, since: nil),
                .failed(feed: "a", stage: "fetch", label: "gap", message: "\"ev\":\"gap\"", next: nil), .outlet("main", state: "full"),
                .outlet("desk", state: "failed", message: "no"), .outlet("main", state: "ok"), .reloadRefused(message: "line 3"),
            ], at: Date())
        try await log.append()
        let events = RecentEvents(log: directory.path + "/ingest.log")
        #expect(events.gaps.map(\.items) == [9])
        #expect(events.outlets.mapValues(\.state) == ["main": "ok", "desk": "failed"])
        #expect(events.refusal?.message == "line 3")
        try await catalog.append([.reloaded(feeds: 1)], at: Date())
        try await log.append()
        #expect(RecentEvents(log: directory.path + "/ingest.log").refusal == nil)
        #expect(RecentEvents(log: directory.path + "/none").gaps.isEmpty)
    }
}

struct CatalogHolderTests {
    @Test func `tells who holds the lock, and takes it from nobody`() throws {
        let directory = try TemporaryDirectory()
        #expect(CatalogHolder.name(in: directory.path) == nil)
        var lock: CatalogLock? = try CatalogLock(directory: directory.path, command: "wirespool run", at: Date())
        #expect(CatalogHolder.name(in: directory.path)?.hasPrefix("wirespool run, pid \(getpid())") == true)
        lock = nil
        #expect(lock == nil && CatalogHolder.name(in: directory.path) == nil)
    }
}
