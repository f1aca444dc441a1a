// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials

/// The rare events of the ingestion log's last megabytes: gaps, outlets' troubles, reloads that were refused.
struct RecentEvents {
    /// How much of the log is looked at.
    private static let window: Int64 = 16 << 20

    private(set) var gaps: [LogRecord] = []
    /// The last event about each outlet.
    private(set) var outlets: [String: LogRecord] = [:]
    /// The last reload, if it was refused.
    private(set) var refusal: LogRecord?
    /// Why nothing is polled, if polling pauses.
    private(set) var shortage: LogRecord?

    /// Nothing, where there is no log that can be read.
    init(log path: String) {
        let size = FileIdentity.size(ofFileAt: path)
        // A log that can't be read hides nothing else.
        guard let bytes = try? FileBytes.read(path, from: max(0, size - Self.window), limit: Int(Self.window)) else { return }
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard Self.isRare(line), let record = LogRecord(line: Array(line)) else { continue }
            note(record)
        }
    }

    private mutating func note(_ record: LogRecord) {
        switch record.ev {
        case "gap": gaps.append(record)
        case "outlet": outlets[record.outlet ?? ""] = record
        case "reload-refused": refusal = record
        case "intake": shortage = record.state == "paused" ? record : nil
        case "reloaded": refusal = nil
        case "started": (refusal, shortage) = (nil, nil)
        default: break
        }
    }

    /// The event's word stands near the line's beginning; most lines are polls and stories, and need no decoding.
    private static func isRare(_ line: ArraySlice<UInt8>) -> Bool {
        let end = min(line.endIndex, line.startIndex + 100)
        var place = line.startIndex
        while place + key.count < end {
            guard line[place] == key[0], line[place..<place + key.count].elementsEqual(key) else {
                place += 1
                continue
            }
            let word = line[(place + key.count)...]
            return word.first != UInt8(ascii: "p") && word.first != UInt8(ascii: "s") || word.starts(with: started)
        }
        return false
    }

    private static let key = Array("\"ev\":\"".utf8)
    private static let started = Array("started".utf8)
}

extension LogRecord {
    /// When it was committed.
    var time: Date? { Date(rfc3339: ts) }
}
