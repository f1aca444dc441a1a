// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import GRDB
import Stories

/// The names that stories go by, in the table `identity`.
struct Identities {
    /// One name of an article, and what is remembered under it.
    struct Entry {
        var digest: Data
        var evidence: KnownStory.Evidence
        /// What was last seen under the name; nil where the name is new.
        var memory: Memory?
    }

    struct Memory {
        var story: Int64
        var fingerprint: String
        var seen: Int64
    }

    let db: Database

    /// The entry of a key within its feed.
    func entry(_ key: StoryKey, feed: String) throws -> Entry {
        let evidence: KnownStory.Evidence =
            switch key.kind {
            case .guid: .guid
            case .link: .link
            case .content: .content
            }
        return try entry(Identities.digest(key, feed: feed), evidence)
    }

    /// The entry of a text within its publisher's feeds, or nil where there is no text to compare.
    func entry(textOf article: Article, publisher: String) throws -> Entry? {
        guard !article.text.isEmpty, !article.hashes.content.isEmpty else { return nil }
        return try entry(Identities.digest("text", publisher, article.hashes.content), .identicalText)
    }

    func save(_ entry: Entry, _ memory: Memory) throws {
        let upsert = """
            INSERT INTO identity (digest, story, fingerprint, seen) VALUES (?, ?, ?, ?)
            ON CONFLICT (digest) DO UPDATE SET story = excluded.story, fingerprint = excluded.fingerprint, seen = excluded.seen
            """
        try db.cachedStatement(sql: upsert).execute(arguments: [entry.digest, memory.story, memory.fingerprint, memory.seen])
    }

    /// The number of the story that goes by `key` in `feed`.
    func story(_ key: StoryKey, feed: String) throws -> Int64? {
        try entry(key, feed: feed).memory?.story
    }

    private func entry(_ digest: Data, _ evidence: KnownStory.Evidence) throws -> Entry {
        let select = try db.cachedStatement(sql: "SELECT story, fingerprint, seen FROM identity WHERE digest = ?")
        let memory = try Row.fetchOne(select, arguments: [digest]).map { Memory(story: $0[0], fingerprint: $0[1], seen: $0[2]) }
        return Entry(digest: digest, evidence: evidence, memory: memory)
    }

    private static func digest(_ key: StoryKey, feed: String) -> Data { digest(key.kind.rawValue, feed, key.value) }

    private static func digest(_ kind: String, _ scope: String, _ value: String) -> Data {
        Data(SHA256.digest("\(kind)\0\(scope)\0\(value)".utf8).prefix(16))
    }
}
