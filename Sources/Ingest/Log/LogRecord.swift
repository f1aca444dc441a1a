// SPDX-License-Identifier: Apache-2.0
import Foundation

/// One event of the ingestion log, read back for people and for filters (CLI.md "The ingestion log").
public struct LogRecord: Decodable, Hashable, Sendable {
    public var seq: Int64
    public var ts: String
    public var ev: String
    public var feed: String?
    public var verdict: String?
    public var story: String?
    public var rev: Int?
    public var headline: String?
    public var guid: String?
    public var of: String?
    public var code: String?
    public var status: Int?
    public var items: Int?
    public var new: Int?
    public var revised: Int?
    public var duplicate: Int?
    public var stage: String?
    public var `class`: String?
    public var message: String?
    public var outlet: String?
    public var state: String?
    public var next: String?

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
