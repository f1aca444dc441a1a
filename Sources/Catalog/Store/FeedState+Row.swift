// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import GRDB
import Stories

extension FeedState {
    static func fetch(_ db: Database, name: String) throws -> FeedState? {
        let select = try db.cachedStatement(sql: "SELECT * FROM feed WHERE name = ?")
        // The row as SQLite has it: no copy is made.
        return try Row.fetchCursor(select, arguments: [name]).map(FeedState.init).next()
    }

    static func fetchAll(_ db: Database) throws -> [FeedState] {
        // One row at a time: thousands of them take more memory than the states.
        try Array(Row.fetchCursor(db, sql: "SELECT * FROM feed ORDER BY name").map(FeedState.init))
    }

    func save(_ db: Database) throws {
        let columns = arguments
        let names = columns.map(\.0).joined(separator: ", ")
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        let replace = try db.cachedStatement(sql: "INSERT OR REPLACE INTO feed (\(names)) VALUES (\(marks))")
        try replace.execute(arguments: StatementArguments(columns.map(\.1)))
    }

    /// Saves what a poll that brought nothing new can change, if the catalog knows the feed at this address.
    func saveUnchanged(_ db: Database) throws {
        let update = try db.cachedStatement(
            sql: """
                UPDATE feed SET entity_tag = ?, last_modified = ?, validators_url = ?, last_poll = ?, last_success = ?, next_poll = ?,
                next_reason = ?, last_status = ?, pace = ?, detour = ? WHERE name = ? AND url = ?
                """)
        try update.execute(arguments: [
            entityTag.map { Data($0) }, lastModified.map { Data($0) }, validatorsURL, lastPoll?.milliseconds, lastSuccess?.milliseconds,
            nextPoll?.milliseconds, nextReason, lastStatus, pace?.milliseconds, detour, name, url,
        ])
    }
}

extension FeedState {
    /// Each column with its value: the one list that `save` goes by.
    private var arguments: [(String, (any DatabaseValueConvertible)?)] {
        [
            ("name", name), ("url", url),
            ("entity_tag", entityTag.map { Data($0) }), ("last_modified", lastModified.map { Data($0) }),
            ("validators_url", validatorsURL), ("last_poll", lastPoll?.milliseconds),
            ("last_success", lastSuccess?.milliseconds), ("last_document", lastDocument?.milliseconds),
            ("next_poll", nextPoll?.milliseconds), ("next_reason", nextReason),
            ("last_status", lastStatus), ("last_items", lastItems),
            ("failures", failures), ("failing_since", failingSince?.milliseconds),
            ("error_stage", errorStage), ("error_label", errorLabel), ("error_message", errorMessage),
            ("unconditional_requests", unconditionalRequests), ("permanent_redirect", move?.target),
            ("move_sightings", move?.sightings), ("move_since", move?.since.milliseconds), ("adopted_url", adoptedURL),
            ("detour", detour), ("is_gone", isGone), ("is_paused", isPaused),
            ("publisher_pause", rhythm.pause?.milliseconds), ("publisher_pause_name", rhythm.pauseName),
            ("skipped_hours", Int64(rhythm.skippedHours)), ("skipped_days", Int64(rhythm.skippedDays)), ("pace", pace?.milliseconds),
            ("identity", identity?.rawValue),
            ("total_new", totalNew), ("total_revised", totalRevised), ("total_duplicate", totalDuplicate),
            ("last_story", lastStory?.milliseconds),
        ]
    }

    private init(_ row: Row) {
        self.init(name: row["name"], url: row["url"])
        entityTag = (row["entity_tag"] as Data?).map { [UInt8]($0) }
        lastModified = (row["last_modified"] as Data?).map { [UInt8]($0) }
        validatorsURL = row["validators_url"]
        (lastPoll, lastSuccess, lastDocument) = (row.date("last_poll"), row.date("last_success"), row.date("last_document"))
        (nextPoll, nextReason) = (row.date("next_poll"), row["next_reason"])
        (lastStatus, lastItems) = (row["last_status"], row["last_items"])
        (failures, failingSince) = (row["failures"], row.date("failing_since"))
        (errorStage, errorLabel, errorMessage) = (row["error_stage"], row["error_label"], row["error_message"])
        unconditionalRequests = row["unconditional_requests"]
        (move, adoptedURL, detour) = (row.move, row["adopted_url"], row["detour"])
        (isGone, isPaused) = (row["is_gone"], row["is_paused"])
        (rhythm.pause, rhythm.pauseName) = (row.duration("publisher_pause"), row["publisher_pause_name"])
        rhythm.skippedHours = UInt32(truncatingIfNeeded: row["skipped_hours"] as Int64)
        rhythm.skippedDays = UInt8(truncatingIfNeeded: row["skipped_days"] as Int64)
        pace = row.duration("pace")
        identity = (row["identity"] as String?).flatMap(IdentityStrategy.init)
        (totalNew, totalRevised, totalDuplicate) = (row["total_new"], row["total_revised"], row["total_duplicate"])
        lastStory = row.date("last_story")
    }
}

extension Row {
    fileprivate func date(_ column: String) -> Date? {
        (self[column] as Int64?).map(Date.init(milliseconds:))
    }

    fileprivate func duration(_ column: String) -> Duration? {
        (self[column] as Int64?).map { .milliseconds($0) }
    }

    /// A move that an older version noted has no time yet: it counts from now on, as any that is seen for the first time.
    fileprivate var move: Move? {
        guard let target = self["permanent_redirect"] as String?, let since = date("move_since") else { return nil }
        var move = Move(to: target, at: since)
        move.sightings = self["move_sightings"]
        return move
    }
}
