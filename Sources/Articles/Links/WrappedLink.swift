// SPDX-License-Identifier: Apache-2.0
import Markup

/// The address that a redirecting or caching service carries inside its own.
enum WrappedLink {
    /// The inner address, or nil where `parts` is no wrapper that we know.
    static func target(of parts: LinkParts) -> String? {
        if isGoogle(parts.host) { return googleTarget(parts) }
        if parts.host.hasSuffix(".cdn.ampproject.org") || parts.host == "cdn.ampproject.org" { return cacheTarget(parts) }
        return nil
    }

    private static func googleTarget(_ parts: LinkParts) -> String? {
        if parts.path == "/url" {
            let parameters = parts.parameters()
            let wrapped = parameters.first { $0.name == "q" } ?? parameters.first { $0.name == "url" }
            return wrapped.map { PercentEncoding.decoded($0.value) }
        }
        guard parts.path.hasPrefix("/amp/s/") else { return nil }
        return "https://" + parts.path.dropFirst("/amp/s/".count) + query(of: parts)
    }

    /// `/c/s/host/path` and `/v/s/host/path` hold an https address, without the `s` an http one.
    private static func cacheTarget(_ parts: LinkParts) -> String? {
        for prefix in ["/c/", "/v/"] where parts.path.hasPrefix(prefix) {
            let rest = parts.path.dropFirst(prefix.count)
            return "https://" + (rest.hasPrefix("s/") ? rest.dropFirst(2) : rest) + query(of: parts)
        }
        return nil
    }

    private static func query(of parts: LinkParts) -> String {
        let parameters = parts.parameters()
        return parameters.isEmpty ? "" : "?" + parameters.map(\.text).joined(separator: "&")
    }

    /// `google.com`, `news.google.com`, `www.google.co.uk`; not `google.example.com`.
    private static func isGoogle(_ host: String) -> Bool {
        guard host.holds("google") else { return false }
        let labels = host.split(separator: ".")
        guard let index = labels.lastIndex(of: "google") else { return false }
        let suffix = labels[(index + 1)...]
        return suffix.count == 1 || (suffix.count == 2 && ["co", "com"].contains(suffix.first))
    }
}
