// SPDX-License-Identifier: Apache-2.0
import Yams

/// One name of a map, its value, and where it stands.
struct SettingMember {
    let name: String
    let mark: Mark?
    let value: SettingValue

    var place: FeedSettings.Place {
        .init(file: value.source.path, line: mark?.line ?? 0)
    }

    func mistake(_ message: String, suggestion: String? = nil) -> SettingsError.Mistake {
        .init(file: value.source.path, line: mark?.line ?? 0, column: mark?.column ?? 0, message: message, suggestion: suggestion)
    }

    func mistake(_ flaw: SettingFlaw) -> SettingsError.Mistake {
        mistake("\(name): \(flaw.message)", suggestion: flaw.suggestion)
    }
}

extension [SettingMember] {
    /// One of the members has this name and a value.
    func names(_ name: String) -> Bool {
        contains { $0.name == name && !$0.value.isNull }
    }
}

/// The keys that may stand in one place, by name.
struct SettingIndex<Target> {
    private let settings: [String: Setting<Target>]

    init(_ settings: [Setting<Target>]) {
        self.settings = Dictionary(uniqueKeysWithValues: settings.map { ($0.name, $0) })
    }

    subscript(name: String) -> Setting<Target>? { settings[name] }

    /// Says what was probably meant: a key that is spelt like it, or the place where the key belongs.
    func mistake(ofUnknown member: SettingMember) -> SettingsError.Mistake {
        let near = member.name.nearest(among: settings.keys)
        guard near == nil, let home = SettingsTable.rows.first(where: { $0.name == member.name })?.scope.home else {
            return member.mistake("unknown key '\(member.name)'", suggestion: near)
        }
        return member.mistake("'\(member.name)' does not stand here; it belongs \(home)")
    }
}

extension SettingsTable.Scope {
    fileprivate var home: String {
        switch self {
        case .top: "at the top of the main file"
        case .outlet: "to an outlet"
        case .feed: "to a feed"
        case .inheritable: "under 'defaults' or to a feed"
        }
    }
}
