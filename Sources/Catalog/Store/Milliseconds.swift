// SPDX-License-Identifier: Apache-2.0
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
        // ISO8601FormatStyle cuts; half a millisecond more, and what was rounded above stays whole.
        (Date(milliseconds: milliseconds) + 0.0005).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// RFC 3339 in UTC, whole seconds.
    var rfc3339Seconds: String { formatted(.iso8601) }
}

extension Duration {
    /// Whole milliseconds; a duration beyond 30 years is given as 30 years.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(min(max(seconds, 0), 1_000_000_000)) * 1000 + Int(max(attoseconds, 0) / 1_000_000_000_000_000)
    }
}
