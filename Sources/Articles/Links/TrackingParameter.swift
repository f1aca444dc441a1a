// SPDX-License-Identifier: Apache-2.0

/// The query parameters that say who sent the reader, and nothing about the page.
enum TrackingParameter {
    /// - Parameter hosts: the address's own host and the feed's; a `ref` that names one of them is tracking, any other may be a page.
    static func matches(_ parameter: LinkParts.Parameter, host: String, hosts: [String]) -> Bool {
        let name = parameter.name
        if names.contains(name) || prefixes.contains(where: name.hasPrefix) { return true }
        if name == "ref" { return hosts.contains(parameter.value.lowercased()) }
        return byHost.contains { isHost(host, under: $0.domain) && $0.names.contains(name) }
    }

    private static let prefixes = ["utm_", "mtm_", "at_", "ga_", "otm_", "itm_", "vn_", "oly_", "__hs"]

    private static let names: Set<String> = [
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "twclid", "srsltid", "_openstat", "mkt_tok", "gs_l", "_ga", "_gl", "cmpid", "CMP",
        "wt_mc", "Echobox", "spm", "_hsenc", "__s", "mc_eid", "mc_cid", "mc_tc", "ml_subscriber", "rb_clickid", "s_cid", "vero_id",
        "wickedid", "xtor", "__twitter_impression",
    ]

    private static let byHost: [(domain: String, names: Set<String>)] = [
        ("reuters.com", ["taid"]),
        ("nytimes.com", ["smid"]),
        ("cnbc.com", ["__source"]),
        ("spiegel.de", ["b"]),
        ("msn.com", ["cvid", "ocid"]),
    ]

    private static func isHost(_ host: String, under domain: String) -> Bool {
        host == domain || host.hasSuffix("." + domain)
    }
}
