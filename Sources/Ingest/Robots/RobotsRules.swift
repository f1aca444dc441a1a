// SPDX-License-Identifier: Apache-2.0
import Articles

/// What a robots.txt asks of one crawler (RFC 9309 §2.2).
struct RobotsRules {
    private struct Rule {
        let isAllowed: Bool
        /// With `*` for any text, and `$` at its end for the end of the path.
        let pattern: [UInt8]
    }

    private let rules: [Rule]

    /// Reads the groups that name `product`, in whatever case; where there is none, those for `*`.
    init(_ text: String, for product: String) {
        var own: [Rule] = []
        var common: [Rule] = []
        var isNamed = false
        var (isOwn, isCommon, isInRules) = (false, false, true)
        for (key, value) in Self.lines(of: text) {
            switch key {
            case "user-agent":
                // Agents one after the other share the rules that follow them.
                if isInRules { (isOwn, isCommon, isInRules) = (false, false, false) }
                let agent = value.prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") }
                isOwn = isOwn || agent.lowercased() == product
                isCommon = isCommon || value == "*"
                isNamed = isNamed || isOwn
            case "allow", "disallow":
                isInRules = true
                guard !value.isEmpty else { continue }
                let rule = Rule(isAllowed: key == "allow", pattern: Self.normalized(value))
                if isOwn { own.append(rule) }
                if isCommon { common.append(rule) }
            default: continue
            }
        }
        rules = isNamed ? own : common
    }

    /// Whether the path, with its query, may be fetched: the longest pattern that fits it decides, and of two the one that allows.
    func allow(_ path: String) -> Bool {
        let path = Self.normalized(path)
        let fitting = rules.filter { Self.fits($0.pattern, path) }
        guard let longest = fitting.map(\.pattern.count).max() else { return true }
        return fitting.contains { $0.pattern.count == longest && $0.isAllowed }
    }
}

extension RobotsRules {
    private static func lines(of text: String) -> some Sequence<(key: String, value: String)> {
        text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.lazy.compactMap { line in
            let parts = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(trimmed)
            return parts.count == 2 ? (parts[0].lowercased(), parts[1]) : nil
        }
    }

    private static func trimmed(_ text: Substring.UnicodeScalarView) -> String {
        let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" || scalar == "\u{FEFF}" }
        guard let last = text.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(Substring(text[...last].drop(while: isBlank)))
    }

    /// One spelling for what RFC 9309 §2.2.2 takes for the same.
    private static func normalized(_ path: String) -> [UInt8] {
        Array(PercentEncoding.normalized(Array(path.utf8)[...]).utf8)
    }

    private static func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isAnchored = pattern.last == UInt8(ascii: "$")
        let parts = (isAnchored ? pattern.dropLast() : pattern[...]).split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last, path.starts(with: first) else { return false }
        var rest = path.dropFirst(first.count)
        guard parts.count > 1 else { return !isAnchored || rest.isEmpty }
        for part in parts.dropFirst().dropLast() {
            guard let place = rest.firstRange(of: part) else { return false }
            rest = rest[place.upperBound...]
        }
        guard isAnchored else { return last.isEmpty || rest.firstRange(of: last) != nil }
        return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
    }
}
