// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import GRDB
import Stories

/// Takes versions and stories that were found elsewhere into a catalog that may lack them.
struct Absorption {
    /// What became of a version.
    enum Outcome: Hashable {
        case added
        /// The catalog has it, byte for byte.
        case known
        /// The catalog has another one of its number, or of its story's revision.
        case different
        /// It is no native record.
        case unreadable
    }

    let db: Database
    let publishers: Publishers

    /// Takes in one version, its story, and the keys that recognise it, as far as the catalog lacks them.
    func absorb(_ version: RecoveredVersion) throws -> Outcome {
        if let record = try Data.fetchOne(db, sql: "SELECT record FROM version WHERE sequence = ?", arguments: [version.sequence]) {
            return record.elementsEqual(version.record) ? .known : .different
        }
        // Only what it is, not why, matters here: the report counts it.
        guard let article = try? Article(json: version.record), !article.id.isEmpty, version.sequence > 0 else { return .unreadable }
        let entries = try entries(of: article)
        let number = entries.lazy.compactMap(\.memory?.story).first ?? version.sequence
        var story = try StoredStory.fetch(db, id: article.id) ?? fresh(article.id, feed: article.feed.name, number)
        let isTaken = "SELECT 1 FROM version WHERE story = ? AND revision = ?"
        guard try Row.fetchOne(db, sql: isTaken, arguments: [story.number, article.revision]) == nil else { return .different }
        let now = version.committed.milliseconds
        if article.revision >= story.revision { story.advance(to: article, sequence: version.sequence, now: now) }
        try story.save(db)
        let insert = """
            INSERT INTO version (sequence, story, revision, feed, content_hash, committed, created, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        try Query(db, insert).run(
            version.sequence, story.number, article.revision, article.feed.name, article.hashes.content, now, story.created,
            Data(version.record))
        for entry in entries where entry.memory == nil {
            try Identities(db).save(entry, Identities.Memory(story: story.number, fingerprint: article.fingerprint, seen: now))
        }
        if story.sequence == version.sequence { try sketch(article, story, now) }
        return .added
    }

    /// Takes in a story of which nothing but its name is left: what comes of it is its next revision, not a story of its own.
    func absorb(_ logged: LoggedStory) throws -> Bool {
        guard try !StoredStory.exists(db, id: logged.id) else { return false }
        let identities = try Identities(db)
        let entry = try logged.guid.map { try identities.entry(Identities.Name(StoryKey(.guid, $0), feed: logged.feed)) }
        var story = try fresh(logged.id, feed: logged.feed, try entry?.memory?.story ?? Counters.fetch(db).sequence + 1)
        // Of no version: none of its text is left.
        story.sequence = 0
        (story.revision, story.headline, story.created) = (logged.revision, logged.headline, logged.time.milliseconds / 1000 * 1000)
        try story.save(db)
        guard let entry, entry.memory == nil else { return true }
        try identities.save(entry, Identities.Memory(story: story.number, fingerprint: "", seen: logged.time.milliseconds))
        return true
    }
}

extension Absorption {
    /// Lets articles find the story's latest version by its words, unless its sketch was found, too.
    private func sketch(_ article: Article, _ story: StoredStory, _ now: Int64) throws {
        guard article.status != .canceled, try !Sketches(db).holds(story.sequence) else { return }
        let clues = Clues(article)
        try Sketches(db).save(clues.sketch, mask: article.revision == 1 ? clues.mask : nil, of: story, now: now)
    }

    /// A story's number is the one that its names point to, else that of its first version; where that is taken, the next free one.
    private func fresh(_ id: String, feed: String, _ sequence: Int64) throws -> StoredStory {
        let isTaken = try Row.fetchOne(db, sql: "SELECT 1 FROM story WHERE number = ?", arguments: [sequence]) != nil
        let number = isTaken ? (try Int64.fetchOne(db, sql: "SELECT max(number) + 1 FROM story") ?? sequence) : sequence
        var story = StoredStory(number: number, id: id, publisher: publishers[feed], sequence: sequence)
        story.revision = 0
        return story
    }

    /// The names that an article goes by, and what the catalog remembers under them.
    private func entries(of article: Article) throws -> [Identities.Entry] {
        let (feed, identities) = (article.feed.name, try Identities(db))
        let keys = StoryIdentity(of: [article], strategy: .auto).keys[0].map { Identities.Name($0, feed: feed) }
        let text = Identities.Name(textOf: article, publisher: publishers[feed])
        return try (keys + [text].compactMap(\.self)).map(identities.entry)
    }
}
