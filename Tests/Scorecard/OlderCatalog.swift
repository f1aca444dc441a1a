// SPDX-License-Identifier: Apache-2.0
import GRDB

/// A catalog as the version before moves and wishes left it.
enum OlderCatalog {
    static func make(of path: String) throws {
        let database = try DatabaseQueue(path: path)
        try database.write { db in
            let columns = [
                "validators_url", "last_document", "move_sightings", "move_since", "adopted_url", "is_paused", "publisher_pause",
                "publisher_pause_name", "skipped_hours", "skipped_days", "pace", "detour",
            ]
            for column in columns { try db.execute(sql: "ALTER TABLE feed DROP COLUMN \(column)") }
            try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier IN ('3-moves-and-rhythm', '4-detour')")
        }
        try database.close()
    }
}
