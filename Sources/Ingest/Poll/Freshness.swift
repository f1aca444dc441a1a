// SPDX-License-Identifier: Apache-2.0
import Feeds
public import FoundationEssentials
public import Transport

/// For how long an answer says that it stays the newest (RFC 9111 §4.2): asking earlier can bring nothing.
public struct Freshness: Hashable, Sendable {
    /// What is left of it when the answer comes.
    public var pause: Duration
    /// Where it was read: `max-age`, `Expires`.
    public var name: String

    /// Numbers beyond it are taken for it (RFC 9111 §1.2.2).
    private static let longest: Int64 = 1 << 31

    /// Reads Cache-Control, Expires, Age and Date; nil when the answer is stale at once, or says nothing.
    ///
    /// `s-maxage` speaks to shared caches, and we are none. What is no number of seconds or no date means stale.
    ///
    /// - Parameter now: stands in for a Date that is missing.
    public init?(_ response: FetchResponse, now: Date) {
        let age = response.header("Age").flatMap(Self.seconds) ?? 0
        let lifetime: Int64
        if let value = Self.maxAge(response.headers) {
            (lifetime, name) = (Self.seconds(value) ?? 0, "max-age")
        } else if let expires = response.header("Expires").flatMap(Self.date) {
            let sent = response.header("Date").flatMap(Self.date) ?? now
            (lifetime, name) = (Int64(min(max(expires.timeIntervalSince(sent), 0), Double(Self.longest))), "Expires")
        } else {
            return nil
        }
        guard lifetime > age else { return nil }
        pause = .seconds(lifetime - age)
    }
}

extension Freshness {
    /// The value of the first max-age, in whatever field it stands.
    private static func maxAge(_ headers: [HeaderField]) -> String? {
        for field in headers where field.isNamed("Cache-Control") {
            for directive in String(decoding: field.value, as: UTF8.self).split(separator: ",") {
                let parts = directive.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard trimmed(parts[0]).lowercased() == "max-age" else { continue }
                return parts.count == 2 ? trimmed(parts[1]).trimmingQuotes : ""
            }
        }
        return nil
    }

    private static func seconds(_ text: String) -> Int64? {
        let digits = trimmed(Substring(text))
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return min(Int64(digits) ?? .max, longest)
    }

    private static func date(_ text: String) -> Date? { FeedDate.read(text, timeZone: nil).instant }

    private static func trimmed(_ text: Substring) -> String {
        text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
}

extension String {
    /// RFC 9111 §5.2: a directive's argument may be written as a token or as a quoted string.
    fileprivate var trimmingQuotes: String {
        count >= 2 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
    }
}
