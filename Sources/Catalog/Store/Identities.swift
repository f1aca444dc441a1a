// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import GRDB
import Stories

/// The names that stories go by, in the table `identity`.
struct Identities {
    /// One name of an article, as it is looked for.
    struct Name: Sendable {
        let digest: Data
        let evidence: KnownStory.Evidence
    }

    /// A name, and what is remembered under it.
    struct Entry {
        var name: Name
        /// What was last seen under the name; nil where the name is new.
        var memory: Memory?

        var evidence: KnownStory.Evidence { name.evidence }
    }

    struct Memory {
        var story: Int64
        var fingerprint: String
        var seen: Int64
    }

    private let find: Query
    private let upsert: Query

    init(_ db: Database) throws {
        find = try Query(db, "SELECT story, fingerprint, seen FROM identity WHERE digest = ?")
        upsert = try Query(
            db,
            """
            INSERT INTO identity (digest, story, fingerprint, seen) VALUES (?, ?, ?, ?)
            ON CONFLICT (digest) DO UPDATE SET story = excluded.story, fingerprint = excluded.fingerprint, seen = excluded.seen
            """)
    }

    func entry(_ name: Name) throws -> Entry {
        let memory = try find.first(name.digest) { Memory(story: try $0[0], fingerprint: try $0[1], seen: try $0[2]) }
        return Entry(name: name, memory: memory)
    }

    func save(_ entry: Entry, _ memory: Memory) throws {
        try upsert.run(entry.name.digest, memory.story, memory.fingerprint, memory.seen)
    }

    /// The number of the story that goes by `key` in `feed`.
    func story(_ key: StoryKey, feed: String) throws -> Int64? {
        try entry(Name(key, feed: feed)).memory?.story
    }

    /// Half a SHA-256: no two names share it.
    fileprivate static func half(_ kind: String, _ scope: String, _ value: String) -> ArraySlice<UInt8> {
        SHA256.digest("\(kind)\0\(scope)\0\(value)".utf8).prefix(16)
    }

    /// Four bytes in front that keep the names of one feed together: a document's are looked for and noted on a few pages, not on one each.
    fileprivate static func place(of scope: String) -> [UInt8] {
        // FNV-1a: feeds that share it only share pages.
        let hash = scope.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: hash >> $0) }
    }
}

extension Identities.Name {
    /// A key within its feed.
    init(_ key: StoryKey, feed: String) {
        let evidence: KnownStory.Evidence =
            switch key.kind {
            case .guid: .guid
            case .link: .link
            case .content: .content
            }
        self.init(digest: Self.digest(key.kind.rawValue, feed, key.value), evidence: evidence)
    }

    /// A text within its publisher's feeds; nil where there is none to compare.
    init?(textOf article: borrowing Article, publisher: String) {
        guard !article.text.isEmpty, !article.hashes.content.isEmpty else { return nil }
        self.init(digest: Self.digest("text", publisher, article.hashes.content), evidence: .identicalText)
    }

    private static func digest(_ kind: String, _ scope: String, _ value: String) -> Data {
        Data(Identities.place(of: scope) + Identities.half(kind, scope, value))
    }
}

extension Identities {
    /// Puts the names of an older catalog, which are half a SHA-256 alone, where they belong.
    ///
    /// A name doesn't tell its scope. That of a text is told by the hashes of the story's versions; any other is put to every feed that ever
    /// carried the story: under a wrong one it is never looked for.
    static func move(_ db: Database) throws {
        let old = try Row.fetchCursor(
            db, sql: "SELECT digest, story, fingerprint, seen FROM identity WHERE length(digest) = 16 ORDER BY story")
        try db.execute(
            sql: "CREATE TEMP TABLE moved (digest BLOB PRIMARY KEY, story INTEGER, fingerprint TEXT, seen INTEGER) WITHOUT ROWID")
        var scopes: (story: Int64, feeds: Set<String>, publisher: String, texts: Set<Data>)?
        while let row = try old.next() {
            let (digest, story): (Data, Int64) = (row[0], row[1])
            if scopes?.story != story { scopes = try Self.scopes(of: story, db) }
            guard let scopes else { continue }
            let isText = scopes.texts.contains(digest)
            for scope in isText ? [scopes.publisher] : scopes.feeds.sorted() {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO moved VALUES (?, ?, ?, ?)",
                    arguments: [Data(place(of: scope)) + digest, story, row[2] as String, row[3] as Int64])
            }
        }
        try db.execute(sql: "DELETE FROM identity WHERE length(digest) = 16")
        try db.execute(sql: "INSERT OR IGNORE INTO identity (digest, story, fingerprint, seen) SELECT * FROM moved ORDER BY digest")
        try db.execute(sql: "DROP TABLE moved")
    }

    private static func scopes(of story: Int64, _ db: Database) throws
        -> (story: Int64, feeds: Set<String>, publisher: String, texts: Set<Data>)?
    {
        let select = "SELECT id, publisher, content_hash FROM story WHERE number = ?"
        guard let row = try Row.fetchOne(db, sql: select, arguments: [story]) else { return nil }
        let (id, publisher, latest): (String, String, String) = (row[0], row[1], row[2])
        var feeds = Set(try String.fetchAll(db, sql: "SELECT feed FROM copy WHERE story = ?", arguments: [story]))
        feeds.formUnion(try String.fetchAll(db, sql: "SELECT feed FROM version WHERE story = ?", arguments: [story]))
        // tag:wirespool.invalid,2026:FEED/KEY
        if let name = id.split(separator: ":").last?.split(separator: "/").first { feeds.insert(String(name)) }
        let hashes = try String.fetchAll(db, sql: "SELECT content_hash FROM version WHERE story = ?", arguments: [story]) + [latest]
        return (story, feeds, publisher, Set(hashes.map { Data(half("text", publisher, $0)) }))
    }
}
