// SPDX-License-Identifier: Apache-2.0

/// Hosts that want to be asked over TLS alone, and until when (RFC 6797).
struct StrictHosts: Hashable, Sendable {
    private struct Rule: Hashable, Sendable {
        /// Seconds since 1970.
        var end: Int64
        var coversSubdomains: Bool
    }

    /// More are not remembered: a publisher has a few, and nobody shall fill our memory.
    private static let most = 10_000
    private static let longestAge: Int64 = 10 * 366 * 86_400
    /// A rule that is only prolonged is worth noting again after so many seconds, or a tenth of its age: each note writes the whole file.
    private static let worthNoting: Int64 = 86_400

    private var rules: [String: Rule] = [:]

    /// Whether `host` is to be asked over TLS alone at `now`, by a rule of its own or of a domain above it.
    func contains(_ host: String, at now: Int64) -> Bool {
        guard !rules.isEmpty else { return false }
        if let own = rules[host], own.end > now { return true }
        var domain = Substring(host)
        while let dot = domain.firstIndex(of: ".") {
            domain = domain[domain.index(after: dot)...]
            if let rule = rules[String(domain)], rule.coversSubdomains, rule.end > now { return true }
        }
        return false
    }

    /// Notes what a Strict-Transport-Security header of `host` says; false when that changes nothing that is worth keeping.
    ///
    /// - Parameter host: a name; addresses have no such rule (RFC 6797 §8.1.1).
    mutating func note(_ header: String, of host: String, at now: Int64) -> Bool {
        guard let (age, coversSubdomains) = Self.read(header) else { return false }
        guard age > 0 else { return rules.removeValue(forKey: host) != nil }
        let kept = min(age, Self.longestAge)
        let rule = Rule(end: now + kept, coversSubdomains: coversSubdomains)
        let before = rules[host]
        if rules.count >= Self.most { rules = rules.filter { $0.value.end > now } }
        guard before != nil || rules.count < Self.most else { return false }
        let worthNoting = max(Self.worthNoting, kept / 10)
        if let before, before.coversSubdomains == coversSubdomains, abs(rule.end - before.end) < worthNoting { return false }
        rules[host] = rule
        return true
    }

    /// RFC 6797 §6.1: `max-age` once, in seconds, perhaps quoted; what is unknown is passed over.
    private static func read(_ header: String) -> (age: Int64, coversSubdomains: Bool)? {
        var age: Int64?
        var coversSubdomains = false
        for directive in header.split(separator: ";") {
            let parts = directive.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " && $0 != "\t" && $0 != "\"" } }
            switch parts.first?.lowercased() {
            case "max-age":
                guard age == nil, parts.count == 2, !parts[1].isEmpty, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                    return nil
                }
                age = Int64(parts[1]) ?? .max
            case "includesubdomains": coversSubdomains = true
            default: break
            }
        }
        return age.map { ($0, coversSubdomains) }
    }
}

extension StrictHosts {
    /// Reads lines such as `1800000000 wire.example subdomains`; what is no such line, or over, is left out.
    init(text: String, at now: Int64) {
        for line in text.split(separator: "\n").prefix(Self.most) {
            let words = line.split(separator: " ")
            guard words.count >= 2, let end = Int64(words[0]), end > now else { continue }
            rules[String(words[1])] = Rule(end: end, coversSubdomains: words.count > 2)
        }
    }

    /// The same as text.
    var text: String {
        rules.sorted { $0.key < $1.key }
            .map { "\($0.value.end) \($0.key)\($0.value.coversSubdomains ? " subdomains" : "")\n" }.joined()
    }
}
