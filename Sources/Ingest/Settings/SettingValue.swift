// SPDX-License-Identifier: Apache-2.0
import Yams

/// What is wrong with one value.
struct SettingFlaw: Error, Hashable {
    var message: String
    var suggestion: String?

    init(_ message: String, suggestion: String? = nil) {
        self.message = message
        self.suggestion = suggestion
    }
}

/// One value of the configuration, and the file that it stands in.
struct SettingValue {
    let node: Node
    let source: SettingsSource

    /// `null` or `~`: as if the key were not written.
    var isNull: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return scalar.string == "null" || scalar.string == "~"
    }

    /// A scalar, whatever it looks like: `no` is Norwegian, not false.
    func text() throws(SettingFlaw) -> String {
        guard case .scalar(let scalar) = node else { throw SettingFlaw("is \(kind), and must be one value") }
        guard !scalar.string.isEmpty else { throw SettingFlaw("has no value") }
        guard !scalar.string.unicodeScalars.contains(where: \.isControl) else { throw SettingFlaw("contains a control character") }
        return scalar.string
    }

    func flag() throws(SettingFlaw) -> Bool {
        let text = try text()
        switch text.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default: throw SettingFlaw("'\(text)' is neither true nor false", suggestion: text.nearest(among: ["true", "false"]))
        }
    }

    /// A whole number without a unit.
    func count() throws(SettingFlaw) -> Int {
        let text = try text()
        guard text.utf8.allSatisfy(\.isDigit), let number = Int(text) else { throw SettingFlaw("'\(text)' is not a whole number") }
        return number
    }

    /// One of a few words.
    func word(among words: [String]) throws(SettingFlaw) -> String {
        let text = try text()
        guard words.contains(text) else {
            throw SettingFlaw("'\(text)' is none of \(words.joined(separator: ", "))", suggestion: text.nearest(among: words))
        }
        return text
    }

    /// A sequence of texts; one text alone is a sequence of one.
    func list() throws(SettingFlaw) -> [String] {
        switch node {
        case .sequence(let sequence):
            var texts: [String] = []
            for element in sequence { texts.append(try SettingValue(node: element, source: source).text()) }
            return texts
        case .scalar: return [try text()]
        default: throw SettingFlaw("is \(kind), and must be a list")
        }
    }

    /// A mapping's members, in the order written; an empty value is an empty mapping.
    func members() throws(SettingFlaw) -> [SettingMember] {
        if case .scalar(let scalar) = node, scalar.string.isEmpty || isNull { return [] }
        guard case .mapping(let mapping) = node else { throw SettingFlaw("is \(kind), and must be a map of names and values") }
        return mapping.map { key, value in
            SettingMember(name: key.scalar?.string ?? "", mark: key.mark, value: SettingValue(node: value, source: source))
        }
    }

    private var kind: String {
        switch node {
        case .scalar: "one value"
        case .mapping: "a map"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }
}

extension String {
    /// The same text in memory of its own: one text of a document that is kept keeps the page that it lies in, and all documents have many.
    var detached: String { String(decoding: Array(utf8), as: UTF8.self) }
}
