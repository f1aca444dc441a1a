// SPDX-License-Identifier: Apache-2.0
import Transport
import Yams

/// One key as it is in force, and where that comes from.
public struct EffectiveSetting: Sendable, Hashable {
    /// What the key belongs to.
    public enum Owner: Sendable, Hashable {
        case top
        case outlet(String)
        case feed(String)
    }

    /// Why the value is what it is.
    public enum Origin: Sendable, Hashable {
        /// Nobody said otherwise.
        case standard
        /// A line of a file says so; `viaDefaults` when it stands under its `defaults`.
        case line(FeedSettings.Place, viaDefaults: Bool)
    }

    /// What the key belongs to.
    public var owner: Owner
    /// The key as it is written.
    public var key: String
    /// The value as it is written, or the default; a secret that was written out is hidden.
    public var value: String
    /// Why it is that.
    public var origin: Origin
}

/// What a reading of the configuration saw of each key.
struct SettingOrigins: Sendable {
    private struct Written: Sendable {
        var value: String
        var place: FeedSettings.Place
    }

    /// Where members stand: at the top, in an outlet, in a feed, or in a file's defaults.
    enum Section: Hashable, Sendable {
        case top
        case outlet(String)
        case feed(String)
        case defaults(file: String)
    }

    private var written: [Section: [String: Written]] = [:]
    private var outlets: [String] = []
    private var feeds: [(name: String, files: [String])] = []

    /// Who only wants the settings needs no origins.
    private let isKept: Bool

    init(isKept: Bool) { self.isKept = isKept }

    mutating func note(_ members: [SettingMember], in section: Section) {
        guard isKept else { return }
        for member in members where !member.value.isNull {
            written[section, default: [:]][member.name] = Written(value: Self.shown(member), place: member.place)
        }
    }

    mutating func noteOutlet(_ name: String) { outlets.append(name) }

    /// - Parameter files: those whose defaults hold for the feed, the nearest first.
    mutating func noteFeed(_ name: String, defaultsOf files: [String]) { feeds.append((name, files)) }

    /// Every key of everything, in the order of the table.
    var effective: [EffectiveSetting] {
        let rows = SettingsTable.rows
        let sections = ["outlets", "defaults", "feeds"]
        let top = rows.filter { $0.scope == .top && !sections.contains($0.name) }.map { setting($0, .top, [.top]) }
        let ofOutlets = outlets.flatMap { name in
            rows.filter { $0.scope == .outlet }.map { setting($0, .outlet(name), [.outlet(name)]) }
        }
        let ofFeeds = feeds.flatMap { name, files in
            rows.filter { $0.scope == .feed || $0.scope == .inheritable }.map { row in
                setting(row, .feed(name), [.feed(name)] + files.map { .defaults(file: $0) })
            }
        }
        return top + ofOutlets + ofFeeds
    }

    private func setting(_ row: SettingsTable.Row, _ owner: EffectiveSetting.Owner, _ sections: [Section]) -> EffectiveSetting {
        for section in sections {
            guard let found = written[section]?[row.name] else { continue }
            var viaDefaults = false
            if case .defaults = section { viaDefaults = true }
            return EffectiveSetting(owner: owner, key: row.name, value: found.value, origin: .line(found.place, viaDefaults: viaDefaults))
        }
        return EffectiveSetting(owner: owner, key: row.name, value: row.standard ?? "null", origin: .standard)
    }

    /// What may carry a secret is shown only as far as it names one.
    private static func shown(_ member: SettingMember) -> String {
        let text = flow(member.value.node)
        switch member.name {
        case "url": return Redaction.redacted(text)
        case "username", "password": return text.hasPrefix("\"@") || text.hasPrefix("@") ? text : "(hidden)"
        case "proxy": return text.contains("@") && !text.hasPrefix("\"@") && !text.hasPrefix("@") ? "(hidden)" : text
        case "headers":
            guard case .mapping(let headers) = member.value.node else { return "(hidden)" }
            let shown = headers.map { name, value in
                let value = flow(value)
                return "\(flow(name)): \(value.hasPrefix("\"@") ? value : "(hidden)")"
            }
            return "{\(shown.joined(separator: ", "))}"
        default: return text
        }
    }

    /// A value as YAML would have it on one line.
    private static func flow(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): plainIfPossible(scalar.string)
        case .sequence(let sequence): "[\(sequence.map(flow).joined(separator: ", "))]"
        case .mapping(let mapping): "{\(mapping.map { "\(flow($0)): \(flow($1))" }.joined(separator: ", "))}"
        case .alias: "(alias)"
        }
    }

    private static func plainIfPossible(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && text.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0.isDigit || "/._-".utf8.contains($0) }
        guard !isPlain else { return text }
        return "\"" + text.reduce(into: "") { $0 += $1 == "\"" || $1 == "\\" ? "\\\($1)" : String($1) } + "\""
    }
}
