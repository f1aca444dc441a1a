// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import GRDB
import Stories

/// What the last document of a feed held, in the table `document`: an item that is there again as it was needs no verdict.
struct LastDocument {
    /// One item: what it said under its name, and the story that it is.
    struct Item: Hashable {
        /// Half a SHA-256; nil where each document must ask again.
        var digest: [UInt8]?
        var story: Int64
    }

    /// When the names of all items were last noted in the table `identity`, in milliseconds.
    var refreshed: Int64
    var items: [Item]

    /// A day, in milliseconds: within it an item is known by the document alone.
    private static let memory: Int64 = 86_400_000

    static func fetch(_ db: Database, feed: String) throws -> LastDocument? {
        let select = try db.cachedStatement(sql: "SELECT refreshed, items FROM document WHERE feed = ?")
        return try Row.fetchOne(select, arguments: [feed]).map { LastDocument(refreshed: $0[0], items: Item.list([UInt8]($0[1] as Data))) }
    }

    /// The stories in the last documents of all feeds.
    static func stories(_ db: Database) throws -> Set<Int64> {
        var stories: Set<Int64> = []
        let rows = try Row.fetchCursor(db, sql: "SELECT items FROM document")
        while let row = try rows.next() { stories.formUnion(Item.list([UInt8](row[0] as Data)).map(\.story)) }
        return stories
    }

    func save(_ db: Database, feed: String) throws {
        let replace = try db.cachedStatement(sql: "INSERT OR REPLACE INTO document (feed, refreshed, items) VALUES (?, ?, ?)")
        try replace.execute(arguments: [feed, refreshed, Data(items.flatMap(\.bytes))])
    }

    /// The stories by what their items said; empty once a day, so that the names are noted again.
    func known(at now: Int64) -> [[UInt8]: Int64] {
        guard (0..<LastDocument.memory).contains(now - refreshed) else { return [:] }
        return items.reduce(into: [:]) { known, item in
            if let digest = item.digest { known[digest] = item.story }
        }
    }

    /// What an article says under its strongest name, its date included: with a later one a withdrawn story may come back.
    static func digest(_ article: Article, key: StoryKey) -> [UInt8] {
        let said = "\(key.kind.rawValue)\0\(key.value)\0\(article.fingerprint)\0\(article.effective.utc)\0\(article.effective.quality)"
        return Array(SHA256.digest(said.utf8).prefix(16))
    }
}

extension LastDocument.Item {
    /// 24 bytes.
    fileprivate var bytes: [UInt8] {
        (digest ?? [UInt8](repeating: 0, count: 16)) + (0..<8).map { UInt8(truncatingIfNeeded: story >> Int64($0 * 8)) }
    }

    fileprivate static func list(_ bytes: [UInt8]) -> [LastDocument.Item] {
        stride(from: 0, to: bytes.count - bytes.count % 24, by: 24).map { start in
            let digest = Array(bytes[start..<start + 16])
            let story = (0..<8).reduce(Int64(0)) { $0 | Int64(bytes[start + 16 + $1]) << Int64($1 * 8) }
            return LastDocument.Item(digest: digest.contains { $0 != 0 } ? digest : nil, story: story)
        }
    }
}
