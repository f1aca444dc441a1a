// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB
import Stories

/// The index of the last days' stories in memory, built from the catalog when it is first asked.
///
/// What a rolled back transaction leaves in it does no harm: every suggestion is read from the catalog, and compared.
final class RecentStories {
    /// A headline without a text, which the full story may follow.
    private struct Snap {
        var sequence: Int64
        var feed: String
        var time: Int64
    }

    private var index = CandidateIndex()
    private var snaps: [Snap] = []
    private var isLoaded = false
    private var portraits = PortraitCache()

    /// How many stories an article is compared with at most.
    static let most = 8

    /// The versions that may be an earlier state of the article, the likeliest first; several may belong to one story.
    func candidates(for clues: Clues, feed: String, time: Int64, in db: Database, now: Int64) throws -> [Int64] {
        try load(db, now: now)
        index.forget(before: now)
        snaps.removeAll { $0.time < now - 25 * 3_600_000 }
        let found = index.candidates(
            for: clues.sketch, quoting: clues.namedKeys, bySubject: clues.changesAnother, limit: RecentStories.most * 3)
        guard !clues.sketch.prints.isEmpty else { return found }
        let near = snaps.filter { $0.feed == feed && (time - 3_600_000...time).contains($0.time) }
        return found + near.suffix(RecentStories.most).map(\.sequence).filter { !found.contains($0) }
    }

    /// The story of a version, and what it is compared by; nil where the version is gone.
    func version(_ sequence: Int64, in db: Database) throws -> (story: Int64, portrait: Portrait)? {
        if let kept = portraits[sequence] { return kept }
        guard let found = try Sketches(db).find(sequence) else { return nil }
        let version = (story: found.story, portrait: found.excerpt.portrait)
        portraits.keep(version, of: sequence)
        return version
    }

    /// Forgets what a transaction that is rolled back may have left: its numbers are used again.
    func forgetPortraits() { portraits = PortraitCache() }

    /// Keeps the portrait of a version that was just made, since it was compared already.
    func keep(_ portrait: Portrait, story: Int64, sequence: Int64) { portraits.keep((story, portrait), of: sequence) }

    func insert(_ sketch: CandidateIndex.Sketch, sequence: Int64, feed: String, time: Int64) {
        guard isLoaded else { return }
        index.insert(sketch, sequence: sequence, time: time)
        if sketch.prints.isEmpty { snaps.append(Snap(sequence: sequence, feed: feed, time: time)) }
    }

    private func load(_ db: Database, now: Int64) throws {
        guard !isLoaded else { return }
        let feed = try db.cachedStatement(sql: "SELECT feed FROM version WHERE sequence = ?")
        var bare: [(Int64, Int64)] = []
        try Sketches(db).forEach(since: now) { sketch, sequence, time in
            index.insert(sketch, sequence: sequence, time: time)
            if sketch.prints.isEmpty, time > now - 3_600_000 { bare.append((sequence, time)) }
        }
        for (sequence, time) in bare.reversed() {
            guard let name = try String.fetchOne(feed, arguments: [sequence]) else { continue }
            snaps.append(Snap(sequence: sequence, feed: name, time: time))
        }
        isLoaded = true
    }
}

/// The portraits of the versions that were compared last: most stories go on within the hour.
private struct PortraitCache {
    /// Some 8 kB each.
    private static let most = 512

    private var kept: [Int64: (story: Int64, portrait: Portrait)] = [:]
    private var order: [Int64] = []
    private var oldest = 0

    subscript(sequence: Int64) -> (story: Int64, portrait: Portrait)? { kept[sequence] }

    mutating func keep(_ version: (story: Int64, portrait: Portrait), of sequence: Int64) {
        guard kept.updateValue(version, forKey: sequence) == nil else { return }
        guard order.count == PortraitCache.most else { return order.append(sequence) }
        kept[order[oldest]] = nil
        order[oldest] = sequence
        oldest = (oldest + 1) % PortraitCache.most
    }
}
