// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import GRDB
import Stories

extension StoryHistory {
    static func fetch(_ db: Database, name: String) throws -> StoryHistory? {
        guard let number = try number(db, name: name), let story = try StoredStory.fetch(db, number: number) else { return nil }
        let select = try db.cachedStatement(sql: "SELECT feed, key, link, seen FROM copy WHERE story = ? ORDER BY seen")
        let copies = try Row.fetchAll(select, arguments: [number]).map { row in
            Copy(feed: row[0], key: row[1], link: row[2], seen: Date(milliseconds: row[3]))
        }
        return StoryHistory(
            id: story.id, publisher: story.publisher, versions: try StoredVersion.fetch(db, story: number), copies: copies,
            decisions: try Decision.fetch(db, story: number))
    }

    private static func number(_ db: Database, name: String) throws -> Int64? {
        if let number = try Int64.fetchOne(db, sql: "SELECT number FROM story WHERE id = ?", arguments: [name]) { return number }
        if let sequence = Int64(name), let number = try number(db, sequence: sequence) { return number }
        let identities = try Identities(db)
        for feed in try String.fetchAll(db, sql: "SELECT name FROM feed ORDER BY name") {
            let id = "tag:wirespool.invalid,2026:\(feed)/\(name)"
            if let number = try Int64.fetchOne(db, sql: "SELECT number FROM story WHERE id = ?", arguments: [id]) { return number }
            for kind in [StoryKey.Kind.guid, .link] {
                if let number = try identities.story(StoryKey(kind, name), feed: feed) { return number }
            }
        }
        return nil
    }

    private static func number(_ db: Database, sequence: Int64) throws -> Int64? {
        try Int64.fetchOne(db, sql: "SELECT story FROM version WHERE sequence = ?", arguments: [sequence])
    }
}

extension StoryHistory.Decision {
    fileprivate static func fetch(_ db: Database, story number: Int64) throws -> [StoryHistory.Decision] {
        let select = "SELECT sequence, at, feed, verdict, code, weighed FROM decision WHERE story = ? ORDER BY number"
        return try Row.fetchAll(db.cachedStatement(sql: select), arguments: [number]).map { row in
            let json: String = row[5]
            // What a later version added, this one can't show: the decision stands without it.
            let weighed = try? JSONDecoder().decode([StoryHistory.Weighed].self, from: Data(json.utf8))
            return StoryHistory.Decision(
                sequence: row[0], at: Date(milliseconds: row[1]), feed: row[2], verdict: row[3], code: row[4], weighed: weighed ?? [],
                json: json)
        }
    }
}
