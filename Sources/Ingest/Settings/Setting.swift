// SPDX-License-Identifier: Apache-2.0
import Yams

/// One key of the configuration: how it is read into its place, and what people are told about it.
struct Setting<Target>: Sendable {
    let name: String
    /// For people: `duration`, `text`, `native | ninjs31 | …`.
    let type: String
    /// As it would be written; nil when there is none.
    let standard: String?
    let help: String
    let read: @Sendable (SettingValue, inout Target) throws(SettingFlaw) -> Void

    init(
        _ name: String, type: String, standard: String? = nil, _ help: String,
        read: @escaping @Sendable (SettingValue, inout Target) throws(SettingFlaw) -> Void
    ) {
        self.name = name
        self.type = type
        self.standard = standard
        self.help = help
        self.read = read
    }
}

/// A place in the target that a key is read into.
typealias Slot<Target, Value> = WritableKeyPath<Target, Value> & Sendable

/// The least and the most that a key allows, as the configuration would write them.
struct Limits: Sendable {
    let least: String
    let most: String

    init(_ least: String, _ most: String) {
        self.least = least
        self.most = most
    }

    func check<Value: Comparable>(_ value: Value, _ read: (String) throws(SettingFlaw) -> Value) throws(SettingFlaw) {
        guard try read(least) <= value, try value <= read(most) else { throw SettingFlaw("must be between \(least) and \(most)") }
    }
}

extension Setting {
    static func text(_ name: String, _ slot: any Slot<Target, String>, standard: String? = nil, _ help: String) -> Setting {
        Setting(name, type: "text", standard: standard, help) { value, target throws(SettingFlaw) in
            target[keyPath: slot] = try value.text()
        }
    }

    /// A text that may be absent and must pass a check.
    static func text(
        _ name: String, type: String, _ slot: any Slot<Target, String?>, _ help: String,
        check: @escaping @Sendable (String) throws(SettingFlaw) -> Void
    ) -> Setting {
        Setting(name, type: type, help) { value, target throws(SettingFlaw) in
            let text = try value.text()
            try check(text)
            target[keyPath: slot] = text
        }
    }

    /// A path, relative to the file that names it.
    static func path(_ name: String, _ slot: any Slot<Target, String>, standard: String? = nil, _ help: String) -> Setting {
        Setting(name, type: "path", standard: standard, help) { value, target throws(SettingFlaw) in
            target[keyPath: slot] = Path.absolute(try value.text(), in: value.source.directory)
        }
    }

    static func flag(_ name: String, _ slot: any Slot<Target, Bool>, standard: Bool, _ help: String) -> Setting {
        Setting(name, type: "true | false", standard: String(standard), help) { value, target throws(SettingFlaw) in
            target[keyPath: slot] = try value.flag()
        }
    }

    static func duration(_ name: String, _ slot: any Slot<Target, Duration>, _ limits: Limits, standard: String, _ help: String) -> Setting
    {
        Setting(name, type: "duration, \(limits.least) … \(limits.most)", standard: standard, help) { value, target throws(SettingFlaw) in
            let duration = try Quantity.duration(value.text())
            try limits.check(duration, Quantity.duration)
            target[keyPath: slot] = duration
        }
    }

    /// A duration that may be absent.
    static func duration(_ name: String, _ slot: any Slot<Target, Duration?>, _ limits: Limits, _ help: String) -> Setting {
        Setting(name, type: "duration, \(limits.least) … \(limits.most)", help) { value, target throws(SettingFlaw) in
            let duration = try Quantity.duration(value.text())
            try limits.check(duration, Quantity.duration)
            target[keyPath: slot] = duration
        }
    }

    /// A size that may be absent.
    static func size(_ name: String, _ slot: any Slot<Target, Int?>, _ limits: Limits, _ help: String) -> Setting {
        Setting(name, type: "size, \(limits.least) … \(limits.most)", help) { value, target throws(SettingFlaw) in
            let size = try Quantity.size(value.text())
            try limits.check(size, Quantity.size)
            target[keyPath: slot] = size
        }
    }

    static func count(_ name: String, _ slot: any Slot<Target, Int>, _ limits: ClosedRange<Int>, standard: Int, _ help: String) -> Setting {
        Setting(name, type: "number, \(limits.lowerBound) … \(limits.upperBound)", standard: "\(standard)", help) {
            value, target throws(SettingFlaw) in target[keyPath: slot] = try value.count(in: limits)
        }
    }

    /// A number that may be absent.
    static func count(_ name: String, _ slot: any Slot<Target, Int?>, _ limits: ClosedRange<Int>, _ help: String) -> Setting {
        Setting(name, type: "number, \(limits.lowerBound) … \(limits.upperBound)", help) { value, target throws(SettingFlaw) in
            target[keyPath: slot] = try value.count(in: limits)
        }
    }

    static func size(_ name: String, _ slot: any Slot<Target, Int>, _ limits: Limits, standard: String, _ help: String) -> Setting {
        Setting(name, type: "size, \(limits.least) … \(limits.most)", standard: standard, help) { value, target throws(SettingFlaw) in
            let size = try Quantity.size(value.text())
            try limits.check(size, Quantity.size)
            target[keyPath: slot] = size
        }
    }

    static func list(_ name: String, _ slot: any Slot<Target, [String]>, standard: String, _ help: String) -> Setting {
        Setting(name, type: "list", standard: standard, help) { value, target throws(SettingFlaw) in
            target[keyPath: slot] = try value.list()
        }
    }

    static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String, _ slot: any Slot<Target, Choice>, standard: Choice, _ help: String
    ) -> Setting {
        let words = Choice.allCases.map(\.rawValue)
        return Setting(name, type: words.joined(separator: " | "), standard: standard.rawValue, help) { value, target throws(SettingFlaw) in
            guard let choice = Choice(rawValue: try value.word(among: words)) else { return }
            target[keyPath: slot] = choice
        }
    }

    /// A map that its own table reads.
    static func section(_ name: String, _ slot: any Slot<Target, SettingMember?>, type: String, _ help: String) -> Setting {
        Setting(name, type: type, help) { value, target in
            target[keyPath: slot] = SettingMember(name: name, mark: value.node.mark, value: value)
        }
    }
}

extension SettingValue {
    fileprivate func count(in limits: ClosedRange<Int>) throws(SettingFlaw) -> Int {
        let count = try count()
        guard limits.contains(count) else { throw SettingFlaw("must be between \(limits.lowerBound) and \(limits.upperBound)") }
        return count
    }
}
