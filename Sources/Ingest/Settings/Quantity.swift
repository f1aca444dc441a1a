// SPDX-License-Identifier: Apache-2.0

/// A number with a unit, as the configuration writes durations (`15m`) and sizes (`16MiB`).
enum Quantity {
    /// Milliseconds in each unit of time, the smallest first.
    static let durations: KeyValuePairs = ["ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000, "w": 604_800_000]
    /// Bytes in each unit of size.
    static let sizes: KeyValuePairs = [
        "B": 1, "KB": 1000, "KiB": 1 << 10, "MB": 1_000_000, "MiB": 1 << 20, "GB": 1_000_000_000, "GiB": 1 << 30,
    ]

    /// Reads `15m`, `500ms`, `7d`.
    static func duration(_ text: String) throws(SettingFlaw) -> Duration {
        .milliseconds(try amount(text, in: durations, what: "a duration, such as 90s, 15m or 7d"))
    }

    /// Reads `16MiB`, `64KB`; a number alone is bytes.
    static func size(_ text: String) throws(SettingFlaw) -> Int {
        if text.utf8.allSatisfy(\.isDigit), let bytes = Int(text) { return bytes }
        return try amount(text, in: sizes, what: "a size, such as 64KiB or 16MiB")
    }

    private static func amount(_ text: String, in units: KeyValuePairs<String, Int>, what: String) throws(SettingFlaw) -> Int {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard let number = Int(digits) else { throw SettingFlaw("'\(text)' is not \(what)") }
        guard !unit.isEmpty else { throw SettingFlaw("'\(text)' needs a unit", suggestion: "\(digits)s") }
        guard let factor = units.first(where: { $0.key == unit && digits.count + unit.count == text.count })?.value else {
            throw SettingFlaw("'\(text)' is not \(what)", suggestion: meant(String(unit), in: units).map { "\(digits)\($0)" })
        }
        let (product, hasOverflowed) = number.multipliedReportingOverflow(by: factor)
        guard !hasOverflowed else { throw SettingFlaw("'\(text)' is too large") }
        return product
    }

    /// The unit that a word stands for: `minutes`, `hr`, `mib`, `M`.
    private static func meant(_ word: String, in units: KeyValuePairs<String, Int>) -> String? {
        let word = word.lowercased()
        if let exact = units.first(where: { $0.key.lowercased() == word })?.key { return exact }
        let words = [
            "mill": "ms", "msec": "ms", "min": "m", "sec": "s", "h": "h", "day": "d", "week": "w", "k": "KiB", "m": "MiB", "g": "GiB",
        ]
        let stem = words.keys.filter { word.hasPrefix($0) }.max { $0.utf8.count < $1.utf8.count }
        return stem.flatMap { words[$0] }.flatMap { meant in units.contains { $0.key == meant } ? meant : nil }
    }
}
