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

    /// How many stories an article is compared with at most.
    static let most = 8

    /// The versions that may be an earlier state of the article, the likeliest first; several may belong to one story.
    func candidates(for portrait: Portrait, sketch: CandidateIndex.Sketch, feed: String, time: Int64, in db: Database, now: Int64) throws
        -> [Int64]
    {
        try load(db, now: now)
        index.forget(before: now)
        snaps.removeAll { $0.time < now - 25 * 3_600_000 }
        let quoted = portrait.quotedKeys + [portrait.doubtedKey].compactMap(\.self)
        let found = index.candidates(
            for: sketch, quoting: quoted, bySubject: portrait.changesAnother, limit: RecentStories.most * 3)
        guard !sketch.prints.isEmpty else { return found }
        let near = snaps.filter { $0.feed == feed && (time - 3_600_000...time).contains($0.time) }
        return found + near.suffix(RecentStories.most).map(\.sequence).filter { !found.contains($0) }
    }

    func insert(_ sketch: CandidateIndex.Sketch, sequence: Int64, feed: String, time: Int64) {
        guard isLoaded else { return }
        index.insert(sketch, sequence: sequence, time: time)
        if sketch.prints.isEmpty { snaps.append(Snap(sequence: sequence, feed: feed, time: time)) }
    }

    private func load(_ db: Database, now: Int64) throws {
        guard !isLoaded else { return }
        let feed = try db.cachedStatement(sql: "SELECT feed FROM version WHERE sequence = ?")
        var bare: [(Int64, Int64)] = []
        try Sketches(db: db).forEach(since: now) { sketch, sequence, time in
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
