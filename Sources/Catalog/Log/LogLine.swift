// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials
import Markup

extension LogEvent {
    /// The longest line, its newline included.
    public static let longestLine = 8192

    /// The event as one JSON line, newline included, of at most `longestLine` bytes: `v`, `seq`, `ts`, `ev`, `feed`, then the members.
    ///
    /// Texts are cut between characters, the cut marked by `…`, and as far as needed only.
    public func line(seq: Int64, at time: Date) -> [UInt8] {
        // The last limit always suffices: it leaves room for thirty texts of nothing but escaped characters.
        for limit in [6144, 2048, 1024, 512, 128] {
            let line = line(seq: seq, at: time, longestText: limit)
            if line.count <= LogEvent.longestLine { return line }
        }
        return line(seq: seq, at: time, longestText: 32)
    }

    private func line(seq: Int64, at time: Date, longestText limit: Int) -> [UInt8] {
        var json = JSONWriter(capacity: 512)
        json.object { json in
            json.member("v", 1)
            json.member("seq", Int(seq))
            json.member("ts", time.rfc3339Milliseconds)
            json.member("ev", ev.cut(to: limit))
            json.member("feed", feed?.cut(to: limit))
            for member in members { member.write(into: &json, longestText: limit) }
        }
        json.newline()
        return json.bytes
    }
}

extension LogEvent.Member {
    fileprivate func write(into json: inout JSONWriter, longestText limit: Int) {
        json.key(named: name)
        switch value {
        case .text(let text): json.value(text.cut(to: limit))
        case .number(let number): json.value(number)
        case .decimal(let number): json.value(number)
        }
    }
}

extension String {
    /// The text itself, or as many whole characters as fit into `limit` bytes with a `…` after them.
    fileprivate func cut(to limit: Int) -> String {
        guard utf8.count > limit else { return self }
        let ellipsis = "…"
        var end = utf8.index(utf8.startIndex, offsetBy: limit - ellipsis.utf8.count)
        while utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
        var kept = self[..<end]
        if String.Index(end, within: self) == nil { kept.removeLast() }
        return kept + ellipsis
    }
}
