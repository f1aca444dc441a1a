// SPDX-License-Identifier: Apache-2.0
import Foundation

/// One event of the ingestion log, read back for people and for filters (CLI.md "The ingestion log").
public struct LogRecord: Decodable, Hashable, Sendable {
    /// The number of the event; there are no gaps.
    var seq: Int64
    /// When it was committed: RFC 3339 in UTC, with milliseconds.
    public var ts: String
    /// The event's word: `story`, `poll`, `failed`…
    public var ev: String
    /// The feed's name; absent for events of the whole daemon.
    public var feed: String?
    /// What a story was judged to be: `new`, `revision`, `duplicate`… (CLI.md).
    public var verdict: String?
    /// The story's id; of a duplicate, the id that it would have had.
    var story: String?
    /// The story's revision, from 1.
    public var rev: Int?
    /// The headline without its markers.
    public var headline: String?
    /// The guid or atom:id of the item, as sent.
    public var guid: String?
    /// The id of the story that a duplicate repeats.
    var of: String?
    /// The rule that decided: `key-guid`, `R3`.
    var code: String?
    /// The HTTP status of a poll; 304 means that nothing changed.
    public var status: Int?
    /// How many items the document held, those that could not be read included.
    public var items: Int?
    /// How many items began a story.
    public var new: Int?
    /// How many items became a revision of a known story.
    public var revised: Int?
    /// How many items only repeated a known story.
    public var duplicate: Int?
    /// Where a failed poll stopped: `fetch`, `parse`, `normalize`, `commit`, `spool`.
    public var stage: String?
    /// The bounded label of a failure: `refused-503`, `timed-out`.
    public var `class`: String?
    /// What happened, in words for people.
    public var message: String?
    /// The outlet's name, in events about one.
    public var outlet: String?
    /// An outlet's new state: `ok`, `full`, `failed`.
    public var state: String?
    /// The file that nobody took, and that was removed.
    public var file: String?
    /// How many versions were forgotten.
    public var versions: Int?
    /// How many files of outlets were removed.
    public var files: Int?
    /// Where a feed moved to.
    public var target: String?
    /// The feed's next poll: RFC 3339 in UTC.
    var next: String?

    /// Nil when the line is no event of ours.
    public init?(line: [UInt8]) {
        guard let record = try? JSONDecoder().decode(LogRecord.self, from: Data(line)) else { return nil }
        self = record
    }
}

/// Which events `tail` shows.
public struct LogFilter: Hashable, Sendable {
    /// Only feeds with such a name.
    public var feed: Glob?
    /// Event or verdict names; empty means all.
    public var events: Set<String> = []
    /// RFC 3339 in UTC; earlier events are left out.
    public var since: String?
    /// Text that the line must contain, whatever its case.
    public var text: String?

    /// Everything.
    public init() {}

    /// Nothing is left out.
    public var isEmpty: Bool { self == LogFilter() }

    /// Whether a line is wanted.
    public func accepts(_ line: [UInt8]) -> Bool {
        guard !isEmpty else { return true }
        if let text, !String(decoding: line, as: UTF8.self).lowercased().contains(text.lowercased()) { return false }
        guard let record = LogRecord(line: line) else { return false }
        if let feed, !feed.matches(record.feed ?? "") { return false }
        if !events.isEmpty, !events.contains(record.ev), !events.contains(record.verdict ?? "") { return false }
        return since.map { record.ts >= $0 } ?? true
    }
}
