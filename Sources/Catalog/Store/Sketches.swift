// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import GRDB
import Stories

/// What versions are found by when another text resembles them, in the table `sketch`.
struct Sketches {
    private let db: Database
    private let insert: Query
    private let ofSeries: Query

    init(_ db: Database) throws {
        self.db = db
        insert = try Query(db, "INSERT INTO sketch (sequence, story, at, committed, mask, prints) VALUES (?, ?, ?, ?, ?, ?)")
        ofSeries = try Query(db, "SELECT 1 FROM sketch WHERE mask = ? AND at >= ? AND at < ? LIMIT 1")
    }

    /// A version that the index suggested.
    struct Found {
        var story: Int64
        var mask: Int64?
        var excerpt: Excerpt
    }

    /// - Parameter mask: only of a story's first version.
    func save(_ sketch: CandidateIndex.Sketch, mask: Int64?, of story: StoredStory, now: Int64) throws {
        try insert.run(story.sequence, story.number, story.effective ?? now, now, mask, Data(sketch.bytes))
    }

    /// The version has a sketch.
    func holds(_ sequence: Int64) throws -> Bool {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM sketch WHERE sequence = ?"), arguments: [sequence]) != nil
    }

    /// The version and its story's number, or nil where it is gone.
    func find(_ sequence: Int64) throws -> Found? {
        let select = "SELECT sketch.story, sketch.mask, record FROM sketch JOIN version USING (sequence) WHERE sketch.sequence = ?"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: select), arguments: [sequence]) else { return nil }
        return Found(story: row[0], mask: row[1], excerpt: try Excerpt(record: row[2], sequence: sequence))
    }

    /// A headline of the series was seen in the 35 days before `time`, and more than 18 hours before the version of `other`.
    func recurs(_ masks: [Int64], before time: Int64, other: Int64) throws -> Bool {
        for mask in Set(masks) {
            if try ofSeries.first(mask, time - Sketches.memory, other - 18 * 3_600_000, read: { _ in true }) != nil { return true }
        }
        return false
    }

    /// Calls `body` with every version that an article of `now` can be compared with.
    func forEach(since now: Int64, _ body: (CandidateIndex.Sketch, _ sequence: Int64, _ time: Int64) -> Void) throws {
        // A date may lie a day ahead of the commit, never more.
        let oldest = now - Int64(CandidateIndex.hours + 24) * 3_600_000
        let select = try db.cachedStatement(sql: "SELECT sequence, at, committed, prints FROM sketch ORDER BY sequence DESC")
        let rows = try Row.fetchCursor(select)
        while let row = try rows.next(), (row[2] as Int64) >= oldest {
            guard (row[1] as Int64) >= oldest else { continue }
            body(CandidateIndex.Sketch(bytes: [UInt8](row[3] as Data)), row[0], row[1])
        }
    }

    /// Forgets some of what is older than any series is remembered; called with every commit, so that it never takes long.
    func forget(before now: Int64) throws {
        let oldest = now - Sketches.memory
        let first = try db.cachedStatement(sql: "SELECT committed FROM sketch ORDER BY sequence LIMIT 1")
        guard let committed = try Int64.fetchOne(first), committed < oldest else { return }
        let delete = "DELETE FROM sketch WHERE sequence IN (SELECT sequence FROM sketch ORDER BY sequence LIMIT 64) AND committed < ?"
        try db.cachedStatement(sql: delete).execute(arguments: [oldest])
    }

    /// 35 days, in milliseconds.
    private static let memory: Int64 = 35 * 86_400_000
}

extension CandidateIndex.Sketch {
    /// Four bytes a number: headline, subject, fingerprints; the least significant byte first.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity((prints.count + 2) * 4)
        for number in [headline, lead] + prints {
            for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        return bytes
    }

    init(bytes: [UInt8]) {
        let numbers = stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map { start in
            (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32($1 * 8) }
        }
        self.init(headline: numbers.first ?? 0, lead: numbers.dropFirst().first ?? 0, prints: Array(numbers.dropFirst(2)))
    }
}

/// The part of a record that stories are compared by.
struct Excerpt: Decodable {
    private var headline: String
    private var headlineRaw: String
    private var markers: [Article.Marker]?
    private var slug: String?
    private var text: String
    private var advisory: String?
    private var language: String?
    private var fetched: Article.Moment
    private var effective: Article.Moment
    private var ids: Article.Identifiers

    init(record: Data, sequence: Int64) throws {
        do { self = try JSONDecoder().decode(Excerpt.self, from: record) } catch {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "version \(sequence) can't be read")
        }
    }

    var portrait: Portrait {
        var article = Article(feed: Article.FeedReference(name: "", url: ""), fetched: fetched)
        (article.headline, article.headlineRaw, article.markers) = (headline, headlineRaw, markers)
        (article.slug, article.text, article.advisory, article.language) = (slug, text, advisory, language)
        (article.effective, article.ids) = (effective, ids)
        return Portrait(article)
    }
}
