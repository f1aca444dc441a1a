// SPDX-License-Identifier: Apache-2.0

/// One form for all the addresses that lead to the same page; a key for comparison, never a link to show.
public enum CanonicalLink {
    /// The canonical form of an absolute http(s) address, or nil for anything else.
    ///
    /// The result begins with `https://`, is pure ASCII, and its own canonical form is itself. The path keeps its case, and only
    /// parameters known to track readers go: `id`, `p`, `story` and the like tell pages apart.
    ///
    /// - Parameter site: the host of the feed; a parameter `ref` that names it (or the address's own host) is dropped.
    public static func of(_ address: String, site: String? = nil) -> String? {
        var address = address
        for _ in 0..<maximumWrappers {
            guard let parts = LinkParts(address) else { return nil }
            guard let inner = WrappedLink.target(of: parts) else { return text(of: parts, site: site) }
            address = inner
        }
        return LinkParts(address).map { text(of: $0, site: site) }
    }

    /// Wrappers inside wrappers are opened so often, and no further.
    private static let maximumWrappers = 4

    private static func text(of parts: LinkParts, site: String?) -> String {
        var text = "https://"
        text.reserveCapacity(parts.host.utf8.count + parts.path.utf8.count + 64)
        text += parts.host
        text += parts.port
        text += parts.path
        var parameters = parts.parameters { TrackingParameter.matches($0, host: parts.host, site: site) }
        if parameters.count > 1 { parameters.sort { $0.name == $1.name ? $0.value < $1.value : $0.name < $1.name } }
        var separator = "?"
        for parameter in parameters {
            text += separator
            text += parameter.text
            separator = "&"
        }
        text += parts.hashBang
        return text
    }
}
