// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials
import Ingest

/// One event of the ingestion log as a line for people: `07:12:03 xinhua-world new r1 MOSCOW Title…`.
struct EventLine {
    let text: String

    init(_ record: LogRecord) {
        let time = Date(rfc3339: record.ts).map(Clock.local) ?? Terminal.escape(record.ts)
        let name = Terminal.pad(Terminal.escape(record.feed ?? record.outlet ?? "-"), 16)
        text = ([Terminal.paint(time, .grey), name] + Self.body(record)).joined(separator: "  ")
    }

    private static func body(_ record: LogRecord) -> [String] {
        switch record.ev {
        case "story":
            return story(record)
        case "poll":
            let counts = [("new", record.new), ("revised", record.revised), ("duplicate", record.duplicate)]
                .compactMap { name, count in count.flatMap { $0 > 0 ? "\($0) \(name)" : nil } }
            let read = record.status == 304 ? "304 not modified" : "\(record.status ?? 0) \(record.items ?? 0) items"
            return [Self.word("poll", .grey), ([read] + counts).joined(separator: ", ")]
        case "failed":
            let what = "\(record.stage ?? "") \(record.class ?? "")"
            return [Self.word("failed", .red), Terminal.escape("\(what): \(record.message ?? "")")]
        case "pruned":
            let counts = "\(Count.of(record.versions ?? 0, "version")) forgotten, \(Count.of(record.files ?? 0, "file")) removed"
            return [Self.word("pruned", .grey), counts]
        default:
            return [Self.word(record.ev, .cyan)]
                + [record.state, record.target, record.file, record.message].compactMap { $0.map(Terminal.escape) }
        }
    }

    private static func story(_ record: LogRecord) -> [String] {
        let verdict = record.verdict ?? "story"
        let colour: Terminal.Colour =
            switch verdict {
            case "new": .green
            case "kill", "rejected": .red
            case "duplicate", "copy", "unchanged": .grey
            default: .yellow
            }
        let revision = Terminal.pad(record.rev.map { "r\($0)" } ?? "", 3)
        return [word(verdict, colour), revision, Terminal.escape(record.headline ?? record.guid ?? "")]
    }

    /// The event's word in a column of its own.
    private static func word(_ word: String, _ colour: Terminal.Colour) -> String {
        Terminal.paint(Terminal.pad(Terminal.escape(word), 10), colour)
    }
}
