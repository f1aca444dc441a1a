// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials

extension Date {
    /// Whole milliseconds since 1970, cut to the years that the catalog can hold.
    var milliseconds: Int64 {
        let exact = (timeIntervalSince1970 * 1000).rounded()
        return Int64(exactly: min(max(exact, -1e15), 1e15)) ?? 0
    }

    init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }

    /// RFC 3339 in UTC with milliseconds: `2026-11-23T07:12:03.120Z`.
    var rfc3339Milliseconds: String {
        let (whole, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        let (second, part) = rest < 0 ? (whole - 1, rest + 1000) : (whole, rest)
        let fraction = String(part + 1000).utf8.dropFirst()
        let text = Date(timeIntervalSince1970: Double(second)).rfc3339.utf8.dropLast() + ".".utf8 + fraction + "Z".utf8
        return String(decoding: text, as: UTF8.self)
    }

    /// RFC 3339 in UTC, whole seconds.
    var rfc3339Seconds: String { rfc3339 }
}

extension Duration {
    /// Whole milliseconds; a duration beyond 30 years is given as 30 years.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(min(max(seconds, 0), 1_000_000_000)) * 1000 + Int(max(attoseconds, 0) / 1_000_000_000_000_000)
    }
}
