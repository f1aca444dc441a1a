// SPDX-License-Identifier: Apache-2.0
import Foundation
import Markup

/// An object of a JSON document that anybody may have written: a member of another type than expected is absent.
struct JSONObject {
    private let members: [String: Any]

    init(_ members: [String: Any]) {
        self.members = members
    }

    /// The names of the members, in order.
    var names: [String] { members.keys.sorted() }

    /// A string that isn't empty, cut to `limit` bytes.
    func string(_ name: String, limit: Int) -> String? {
        guard let text = members[name] as? String, !text.isEmpty else { return nil }
        return text.cut(to: limit)
    }

    /// A string, or a number as a string: JSON Feed 1.0 has both as ids.
    func stringOrNumber(_ name: String, limit: Int) -> String? {
        string(name, limit: limit) ?? number(name).map(\.stringValue)
    }

    /// A number as it is written out, so that none is too large.
    func digits(_ name: String) -> String? { number(name).map(\.stringValue) }

    /// A number.
    func double(_ name: String) -> Double? { number(name).map(\.doubleValue) }

    /// An address, absolute where `base` is, unless that is so long that repeating it is an attack.
    func address(_ name: String, base: String?) -> String? {
        let base = base.flatMap { $0.utf8.count <= 512 ? $0 : nil }
        return string(name, limit: FeedLimits.url).map { WebAddress.resolve($0, against: base) }
    }

    /// An object.
    func object(_ name: String) -> JSONObject? {
        (members[name] as? [String: Any]).map(JSONObject.init)
    }

    /// The objects of an array, at most `limit`, and how many there are.
    func objects(_ name: String, limit: Int) -> (first: [JSONObject], count: Int) {
        let objects = (members[name] as? [Any] ?? []).compactMap { $0 as? [String: Any] }
        return (objects.prefix(limit).map(JSONObject.init), objects.count)
    }

    /// The strings of an array, at most `limit`.
    func strings(_ name: String, limit: Int) -> [String] {
        (members[name] as? [Any] ?? []).lazy.compactMap { ($0 as? String)?.cut(to: FeedLimits.word) }.filter { !$0.isEmpty }.prefix(limit)
            .map(\.self)
    }
}

extension JSONObject {
    /// A number, but not a truth value, which Foundation wraps in a number too, of a class of its own.
    private func number(_ name: String) -> NSNumber? {
        guard let number = members[name] as? NSNumber, ObjectIdentifier(type(of: number)) != Self.truthValue else { return nil }
        return number
    }

    private static let truthValue = ObjectIdentifier(type(of: NSNumber(value: true)))
}

extension String {
    /// At most `limit` bytes of UTF-8, cut between two characters.
    fileprivate func cut(to limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var end = utf8.index(startIndex, offsetBy: limit)
        while end > startIndex, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}
