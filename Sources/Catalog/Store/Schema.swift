// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import GRDB

/// The catalog's tables, and how each older form of them becomes the newest.
enum Schema {
    /// Migrations are appended here, and never changed once released.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1-first-wire") { db in
            for table in [counters, feed, story, version, identity, copy, event, outlet] { try db.execute(sql: table) }
            try db.execute(sql: "INSERT INTO counters(one, catalog) VALUES (1, ?)", arguments: [UUID().uuidString.lowercased()])
        }
        migrator.registerMigration("2-likeness") { db in
            for table in [sketch, sketchByMask, decision, decisionByStory, document] { try db.execute(sql: table) }
        }
        migrator.registerMigration("3-moves-and-rhythm") { db in
            for column in movesAndRhythm { try db.execute(sql: "ALTER TABLE feed ADD COLUMN \(column)") }
        }
        migrator.registerMigration("4-detour") { db in try db.execute(sql: "ALTER TABLE feed ADD COLUMN detour TEXT") }
        migrator.registerMigration("5-names-by-feed") { db in try Identities.move(db) }
        migrator.registerMigration("6-release-times") { db in
            for change in ["ALTER TABLE outlet ADD COLUMN releases INTEGER NOT NULL DEFAULT 0", release] { try db.execute(sql: change) }
        }
        return migrator
    }

    /// When files became visible, of each outlet's last releases in a ring.
    private static let release = """
        CREATE TABLE release (
            outlet TEXT NOT NULL,
            slot INTEGER NOT NULL,
            through INTEGER NOT NULL,
            time INTEGER NOT NULL,
            PRIMARY KEY (outlet, slot)
        ) STRICT, WITHOUT ROWID
        """

    /// One row. A number taken in a transaction that is rolled back is free again, so there are no gaps.
    private static let counters = """
        CREATE TABLE counters (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            catalog TEXT NOT NULL,
            sequence INTEGER NOT NULL DEFAULT 0,
            log_sequence INTEGER NOT NULL DEFAULT 0,
            synced_sequence INTEGER NOT NULL DEFAULT 0,
            synced_offset INTEGER NOT NULL DEFAULT 0,
            log_device INTEGER NOT NULL DEFAULT 0,
            log_inode INTEGER NOT NULL DEFAULT 0
        ) STRICT
        """

    /// Times are milliseconds since 1970, here and below.
    private static let feed = """
        CREATE TABLE feed (
            name TEXT PRIMARY KEY,
            url TEXT NOT NULL,
            entity_tag BLOB,
            last_modified BLOB,
            last_poll INTEGER,
            last_success INTEGER,
            next_poll INTEGER,
            next_reason TEXT,
            last_status INTEGER,
            last_items INTEGER,
            failures INTEGER NOT NULL,
            failing_since INTEGER,
            error_stage TEXT,
            error_label TEXT,
            error_message TEXT,
            unconditional_requests INTEGER NOT NULL,
            permanent_redirect TEXT,
            is_gone INTEGER NOT NULL,
            identity TEXT,
            total_new INTEGER NOT NULL,
            total_revised INTEGER NOT NULL,
            total_duplicate INTEGER NOT NULL,
            last_story INTEGER
        ) STRICT, WITHOUT ROWID
        """

    /// Where a feed has gone, whether it is to be polled, and how often its publisher and its own rhythm want it.
    private static let movesAndRhythm = [
        "validators_url TEXT", "last_document INTEGER", "move_sightings INTEGER", "move_since INTEGER", "adopted_url TEXT",
        "is_paused INTEGER NOT NULL DEFAULT 0", "publisher_pause INTEGER", "publisher_pause_name TEXT",
        "skipped_hours INTEGER NOT NULL DEFAULT 0", "skipped_days INTEGER NOT NULL DEFAULT 0", "pace INTEGER",
    ]

    /// The latest revision of each story, as far as verdicts need it.
    private static let story = """
        CREATE TABLE story (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            publisher TEXT NOT NULL,
            revision INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            silent_revisions INTEGER NOT NULL,
            content_hash TEXT NOT NULL,
            title_hash TEXT NOT NULL,
            headline TEXT NOT NULL,
            link TEXT,
            effective INTEGER,
            first_effective INTEGER,
            status TEXT NOT NULL,
            announcements TEXT NOT NULL,
            created INTEGER NOT NULL
        ) STRICT
        """

    /// The record stands last, so that the other columns are read without it.
    private static let version = """
        CREATE TABLE version (
            sequence INTEGER PRIMARY KEY,
            story INTEGER NOT NULL REFERENCES story,
            revision INTEGER NOT NULL,
            feed TEXT NOT NULL,
            content_hash TEXT NOT NULL,
            committed INTEGER NOT NULL,
            created INTEGER NOT NULL,
            record BLOB NOT NULL,
            UNIQUE (story, revision)
        ) STRICT
        """

    /// Every name that a story goes by: four bytes of its scope's, then half a SHA-256 over the kind of name, its scope and the name itself.
    private static let identity = """
        CREATE TABLE identity (
            digest BLOB PRIMARY KEY,
            story INTEGER NOT NULL,
            fingerprint TEXT NOT NULL,
            seen INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """

    /// Where else a story appeared with the very same text.
    private static let copy = """
        CREATE TABLE copy (
            story INTEGER NOT NULL,
            feed TEXT NOT NULL,
            key TEXT NOT NULL,
            link TEXT,
            seen INTEGER NOT NULL,
            PRIMARY KEY (story, feed, key)
        ) STRICT, WITHOUT ROWID
        """

    private static let event = "CREATE TABLE event (sequence INTEGER PRIMARY KEY, line BLOB NOT NULL) STRICT"

    private static let outlet = """
        CREATE TABLE outlet (
            name TEXT PRIMARY KEY,
            id TEXT NOT NULL,
            prepared INTEGER NOT NULL,
            published INTEGER NOT NULL CHECK (published <= prepared)
        ) STRICT, WITHOUT ROWID
        """

    /// What a version is found by when another text resembles it; kept as long as the memory of series.
    private static let sketch = """
        CREATE TABLE sketch (
            sequence INTEGER PRIMARY KEY,
            story INTEGER NOT NULL,
            at INTEGER NOT NULL,
            committed INTEGER NOT NULL,
            mask INTEGER,
            prints BLOB NOT NULL
        ) STRICT
        """

    /// Revisions have no mask: a story does not make a series of itself.
    private static let sketchByMask = "CREATE INDEX sketch_mask ON sketch (mask, at) WHERE mask IS NOT NULL"

    /// Why an article was taken for what, where other stories were looked at: `weighed` is JSON.
    private static let decision = """
        CREATE TABLE decision (
            number INTEGER PRIMARY KEY,
            story INTEGER NOT NULL,
            sequence INTEGER,
            at INTEGER NOT NULL,
            feed TEXT NOT NULL,
            verdict TEXT NOT NULL,
            code TEXT,
            weighed TEXT NOT NULL
        ) STRICT
        """

    private static let decisionByStory = "CREATE INDEX decision_story ON decision (story)"

    /// What the last document of each feed held: 48 bytes an item.
    private static let document = """
        CREATE TABLE document (
            feed TEXT PRIMARY KEY,
            refreshed INTEGER NOT NULL,
            items BLOB NOT NULL
        ) STRICT, WITHOUT ROWID
        """
}
