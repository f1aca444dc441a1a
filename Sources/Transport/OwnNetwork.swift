// SPDX-License-Identifier: Apache-2.0

/// Hosts that are visibly the operator's own: nobody else's patience is at stake.
public enum OwnNetwork {
    /// Whether a host, with or without a port, is this machine or an address that only a private network knows.
    public static func holds(_ authority: String) -> Bool {
        let host = withoutPort(authority).lowercased()
        if let address = IPAddress(host) { return !AddressRule.permits(address) }
        return host == "localhost" || host.hasSuffix(".localhost") || host.hasSuffix(".internal") || host.hasSuffix(".local")
    }

    private static func withoutPort(_ authority: String) -> String {
        if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
        return String(authority.prefix { $0 != ":" })
    }
}
