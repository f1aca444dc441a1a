// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Foundation
import GRDB
import TestSupport
import Testing

@Suite struct PruneTests {
    private static let day = 86_400
    let directory: TemporaryDirectory
    let catalog: Catalog

    /// Ten stories on the first day, of which the last two stand in the feed for ever; one more on the second and on the tenth day.
    init() async throws {
        directory = try TemporaryDirectory()
        catalog = try Catalog(directory: directory.path)
        _ = try await catalog.commit(.of((1...10).map { .item($0, minute: $0) }))
        _ = try await catalog.commit(.of((9...11).map { .item($0, minute: $0) }, at: Self.day))
        _ = try await catalog.commit(.of([9, 10, 12].map { .item($0, minute: $0) }, at: 9 * Self.day))
        _ = try await catalog.outlet(named: "main", startingAt: .beginning)
        try await publish(through: 12)
    }

    private func publish(_ outlet: String = "main", through sequence: Int64) async throws {
        try await catalog.setPrepared(outlet, through: sequence)
        try await catalog.setPublished(outlet, through: sequence)
    }

    private func prune(before day: Int? = nil, most: Int? = nil, bytes: Int? = nil, outlets: [String] = ["main"]) async throws -> [Int64] {
        let limit = VersionLimit(before: day.map { time($0 * Self.day) }, most: most, bytes: bytes, outlets: outlets)
        let standing = try await catalog.standingStories()
        var position = Int64(0) as Int64?
        while let start = position { position = try await catalog.pruneVersions(after: start, limit, sparing: standing).next }
        return try await catalog.versions(after: 0, limit: .max).map(\.sequence)
    }

    @Test(
        arguments: [
            (before: nil, most: nil, bytes: nil, left: Array(1...12)), (before: 0, most: nil, bytes: nil, left: Array(1...12)),
            (before: 1, most: nil, bytes: nil, left: [9, 10, 11, 12]), (before: 9, most: nil, bytes: nil, left: [9, 10, 12]),
            (before: 99, most: nil, bytes: nil, left: [9, 10, 12]), (before: nil, most: 6, bytes: nil, left: Array(7...12)),
            (before: 1, most: 1, bytes: nil, left: [9, 10, 12]), (before: nil, most: nil, bytes: 1, left: [9, 10, 12]),
            (before: nil, most: nil, bytes: 1 << 30, left: Array(1...12)),
        ] as [(before: Int?, most: Int?, bytes: Int?, left: [Int64])])
    func `forgets what is too old, too many or too large, but not what stands in a feed`(
        example: (before: Int?, most: Int?, bytes: Int?, left: [Int64])
    ) async throws {
        #expect(try await prune(before: example.before, most: example.most, bytes: example.bytes) == example.left)
    }

    @Test func `never forgets what an outlet has not published`() async throws {
        _ = try await catalog.outlet(named: "desk", startingAt: .beginning)
        try await publish("desk", through: 3)
        #expect(try await prune(before: 99, outlets: ["main", "desk"]) == Array(4...12))
        #expect(try await prune(before: 99, outlets: ["main", "desk", "not opened yet"]) == Array(4...12))
        #expect(try await prune(before: 99, outlets: ["main"]) == [9, 10, 12])
    }

    @Test func `keeps the last revision of a story in a feed, and forgets the ones before`() async throws {
        let changed = Article.item(
            9, text: "The ship was full of lemons, not of oranges, and the harbour master had miscounted every crate.")
        _ = try await catalog.commit(.of([changed], at: 10 * Self.day))
        try await publish(through: 13)
        #expect(try await prune(before: 99) == [13])
    }

    @Test func `a forgotten story is still known, and what comes of it is its next revision`() async throws {
        #expect(try await prune(before: 99) == [9, 10, 12])
        let again = try await catalog.commit(.of([.item(1, minute: 1)], at: 20 * Self.day))
        #expect(again.verdicts == [] && again.counts.unchanged == 1)
        let changed = Article.item(
            2, text: "The ship was full of lemons, not of oranges, and the harbour master had miscounted every crate.")
        #expect(try await catalog.commit(.of([changed], at: 21 * Self.day)).verdicts == ["revision r2"])
        var deletion = Batch.of([], at: 22 * Self.day)
        deletion.deletions = [Withdrawal(id: "coast-3")]
        #expect(try await catalog.commit(deletion).verdicts == ["withdrawn r2"])
        let kill = try Article(json: try #require(try await catalog.versions(after: 0, limit: .max).last).record)
        #expect(kill.status == .canceled && kill.text.isEmpty && !kill.headline.isEmpty && kill.ids.guid == "coast-3")
    }

    @Test func `a number is never given out twice, also after its version was forgotten`() async throws {
        _ = try await prune(before: 99)
        let next = try await catalog.commit(.of([.item(20)], at: 20 * Self.day))
        #expect(next.receipts.map(\.sequence) == [13])
        #expect(try await catalog.outlets().first?.publishedThrough == 12)
    }

    @Test func `the file uses the room again, and shrinks when it is compacted`() async throws {
        _ = try await catalog.commit(.of((1...100).map { .item(100 + $0) }, at: 10 * Self.day))
        _ = try await catalog.commit(.of([.item(12, minute: 12)], at: 11 * Self.day))
        let sequence = try await catalog.lastSequence()
        try await publish(through: sequence)
        try await catalog.compact()
        let before = try size()
        _ = try await prune(before: 99)
        try await catalog.compact()
        #expect(try size() < before)
    }

    private func size() throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: directory.path("catalog.sqlite"))
        return try #require(attributes[.size] as? Int)
    }
}
