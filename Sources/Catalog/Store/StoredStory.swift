// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import GRDB
import Stories

/// The latest revision of a story, in the table `story`.
struct StoredStory {
    var number: Int64
    var id: String
    var publisher: String
    var revision = 1
    /// The latest version's.
    var sequence: Int64
    var silentRevisions = 0
    var contentHash = ""
    var titleHash = ""
    var headline = ""
    var link: String?
    var effective: Int64?
    var firstEffective: Int64?
    var status = Article.Status.usable
    /// Joined by commas.
    var announcements = ""
    var created: Int64 = 0

    init(number: Int64, id: String, publisher: String, sequence: Int64) {
        (self.number, self.id, self.publisher, self.sequence) = (number, id, publisher, sequence)
    }

    /// Makes `article`, a revision of this story, the latest.
    ///
    /// - Parameter now: milliseconds; `created` becomes a whole second after the last revision's, even if the clock went back.
    mutating func advance(to article: Article, sequence: Int64, now: Int64) {
        self.sequence = sequence
        revision = article.revision
        (contentHash, titleHash, headline) = (article.hashes.content, article.hashes.title, article.headline)
        (link, status) = (article.canonicalLink ?? article.link, article.status)
        announcements = article.announcements.sorted().joined(separator: ",")
        effective = article.effective.instant?.milliseconds
        firstEffective = [firstEffective, (article.published ?? article.effective).instant?.milliseconds].compactMap(\.self).min()
        let wholeSecond = now / 1000 * 1000
        created = created == 0 ? wholeSecond : max(wholeSecond, created + 1000)
    }
}

extension StoredStory {
    static func fetch(_ db: Database, number: Int64) throws -> StoredStory? {
        try Query(db, "SELECT \(columns) FROM story WHERE number = ?").first(number, read: StoredStory.init)
    }

    static func fetch(_ db: Database, id: String) throws -> StoredStory? {
        try Query(db, "SELECT \(columns) FROM story WHERE id = ?").first(id, read: StoredStory.init)
    }

    static func exists(_ db: Database, id: String) throws -> Bool {
        try Query(db, "SELECT 1 FROM story WHERE id = ?").first(id) { _ in true } != nil
    }

    /// The stories of a publisher that still stand and are not older than `time`, the latest first; of so many as are looked at in a moment.
    static func recent(_ db: Database, publisher: String, since time: Int64) throws -> [StoredStory] {
        let select = """
            SELECT * FROM (SELECT \(columns) FROM story ORDER BY number DESC LIMIT 20000)
            WHERE publisher = ? AND status = ? AND ifnull(effective, 0) >= ? ORDER BY number DESC
            """
        return try Query(db, select).all(publisher, Article.Status.usable.rawValue, time, read: StoredStory.init)
    }

    func save(_ db: Database) throws {
        try Query(db, StoredStory.replacement).run(
            number, id, publisher, sequence, revision, silentRevisions, contentHash, titleHash, headline, link,
            effective, firstEffective, status.rawValue, announcements, created)
    }

    /// In the order of `save` and `init`.
    private static let columns = """
        number, id, publisher, sequence, revision, silent_revisions, content_hash, title_hash, headline, link, effective, first_effective,
        status, announcements, created
        """

    private static let replacement = """
        INSERT INTO story (\(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (number) DO UPDATE SET revision = excluded.revision, sequence = excluded.sequence,
            silent_revisions = excluded.silent_revisions, content_hash = excluded.content_hash, title_hash = excluded.title_hash,
            headline = excluded.headline, link = excluded.link, effective = excluded.effective,
            first_effective = excluded.first_effective, status = excluded.status, announcements = excluded.announcements,
            created = excluded.created
        """

    private init(_ row: Query.Columns) throws {
        self.init(number: try row[0], id: try row[1], publisher: try row[2], sequence: try row[3])
        (revision, silentRevisions) = (try row[4], try row[5])
        (contentHash, titleHash, headline) = (try row[6], try row[7], try row[8])
        (link, effective, firstEffective) = (row[ifAny: 9], row[ifAny: 10], row[ifAny: 11])
        // A status that this version doesn't know is no withdrawal.
        status = Article.Status(rawValue: try row[12]) ?? .usable
        (announcements, created) = (try row[13], try row[14])
    }
}

extension StoredStory {
    /// The story as verdicts see it, without its text.
    func known(found evidence: KnownStory.Evidence, lastSeen: String) -> KnownStory {
        var known = KnownStory(id: id, revision: revision, found: evidence)
        (known.lastSeen, known.silentRevisions) = (lastSeen, silentRevisions)
        (known.contentHash, known.titleHash, known.headline) = (contentHash, titleHash, headline)
        (known.link, known.status, known.publisher) = (link, status, publisher)
        known.effective = effective.map(Date.init(milliseconds:))
        known.announcements = Set(announcements.split(separator: ",").map(String.init))
        return known
    }

    /// The text of the latest revision, from its record; nil where that was pruned.
    func text(_ db: Database) throws -> String? {
        struct Body: Decodable { var text: String }
        return try decodeRecord(Body.self, db)?.text
    }

    /// The latest revision; nil where it was pruned.
    func article(_ db: Database) throws -> Article? { try decodeRecord(Article.self, db) }

    /// How often the last 64 revisions before the latest had which content hash.
    func earlierHashes(_ db: Database) throws -> [String: Int] {
        let select = "SELECT content_hash FROM version WHERE story = ? AND revision < ? ORDER BY revision DESC LIMIT 64"
        let hashes = try String.fetchAll(db.cachedStatement(sql: select), arguments: [number, revision])
        return hashes.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private func decodeRecord<Value: Decodable>(_ type: Value.Type, _ db: Database) throws -> Value? {
        let select = try db.cachedStatement(sql: "SELECT record FROM version WHERE sequence = ?")
        guard let record = try Data.fetchOne(select, arguments: [sequence]) else { return nil }
        guard let value = try? JSONDecoder().decode(type, from: record) else {
            // Whatever is wrong with it, the record is not the one that was written.
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "version \(sequence) can't be read")
        }
        return value
    }
}
