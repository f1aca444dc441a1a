// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials
import Ingest

/// One event of the ingestion log as a line for people: `07:12:03 xinhua-world new r1 MOSCOW Title…`.
struct EventLine {
    let text: String

    init(_ record: LogRecord) {
        let time = Date(rfc3339: record.ts).map(Clock.local) ?? record.ts
        let head = [Terminal.paint(time, .grey), Terminal.escape(record.feed ?? record.outlet ?? "-")]
        text = (head + Self.body(record)).joined(separator: " ")
    }

    private static func body(_ record: LogRecord) -> [String] {
        switch record.ev {
        case "story":
            return story(record)
        case "poll":
            let counts = [("new", record.new), ("revised", record.revised), ("duplicate", record.duplicate)]
                .compactMap { name, count in count.flatMap { $0 > 0 ? "\($0) \(name)" : nil } }
            return ["poll", "\(record.status ?? 0)", record.status == 304 ? "not modified" : "\(record.items ?? 0) items"] + counts
        case "failed":
            let what = "\(record.stage ?? "") \(record.class ?? "")"
            return [Terminal.paint("failed", .red), what, Terminal.escape(record.message ?? "")]
        default:
            return [record.ev, record.state, record.message.map(Terminal.escape)].compactMap { $0 }
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
        return [Terminal.paint(verdict, colour), record.rev.map { "r\($0)" } ?? "", Terminal.escape(record.headline ?? record.guid ?? "")]
            .filter { !$0.isEmpty }
    }
}
