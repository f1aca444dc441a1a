// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Glibc

/// Times for people, in the local zone.
enum Clock {
    /// `2026-11-25 14:03:07`, or only the time when it is today.
    static func local(_ instant: Date) -> String {
        let (day, time) = parts(instant)
        return day == parts(Date()).day ? time : "\(day) \(time)"
    }

    /// A length of time to one or two units: `42 s`, `3 m`, `1 h 20 m`, `2 d 3 h`.
    static func span(_ seconds: TimeInterval) -> String {
        let total = Int(min(max(seconds, 0), 1e11))
        let (days, hours, minutes) = (total / 86_400, total / 3600 % 24, total / 60 % 60)
        if days > 0 { return hours > 0 ? "\(days) d \(hours) h" : "\(days) d" }
        if hours > 0 { return minutes > 0 ? "\(hours) h \(minutes) m" : "\(hours) h" }
        return minutes > 0 ? "\(minutes) m" : "\(total) s"
    }

    private static func parts(_ instant: Date) -> (day: String, time: String) {
        var seconds = time_t(max(-1e11, min(1e11, instant.timeIntervalSince1970)))
        var local = tm()
        localtime_r(&seconds, &local)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return (
            "\(local.tm_year + 1900)-\(two(local.tm_mon + 1))-\(two(local.tm_mday))",
            "\(two(local.tm_hour)):\(two(local.tm_min)):\(two(local.tm_sec))"
        )
    }
}

extension Double {
    /// With two digits after the point.
    var formatted2: String {
        let hundredths = Int((Swift.min(Swift.max(self, 0), 1e9) * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
