// SPDX-License-Identifier: Apache-2.0

/// The query parameters that say who sent the reader, and nothing about the page.
enum TrackingParameter {
    /// - Parameter site: the feed's host; a `ref` that names it or the address's own is tracking, any other may be a page.
    static func matches(_ parameter: LinkParts.Parameter, host: String, site: String?) -> Bool {
        let name = parameter.name
        if names.contains(name) || hasPrefix(name) { return true }
        if name == "ref" {
            let value = parameter.value.lowercased()
            return value == host || value == site.map(hostWithoutWWW)
        }
        return byName[name].map { isHost(host, under: $0) } ?? false
    }

    private static func hasPrefix(_ name: String) -> Bool {
        name.utf8.contains(UInt8(ascii: "_")) && prefixes.contains(where: name.hasPrefix)
    }

    private static func hostWithoutWWW(_ host: String) -> String {
        let lower = host.lowercased()
        return lower.hasPrefix("www.") ? String(lower.dropFirst(4)) : lower
    }

    /// Each has an underscore.
    private static let prefixes = ["utm_", "mtm_", "at_", "ga_", "otm_", "itm_", "vn_", "oly_", "__hs"]

    private static let names: Set<String> = [
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "twclid", "srsltid", "_openstat", "mkt_tok", "gs_l", "_ga", "_gl", "cmpid", "CMP",
        "wt_mc", "Echobox", "spm", "_hsenc", "__s", "mc_eid", "mc_cid", "mc_tc", "ml_subscriber", "rb_clickid", "s_cid", "vero_id",
        "wickedid", "xtor", "__twitter_impression",
    ]

    /// The domains on which these are tracking.
    private static let byName = [
        "taid": "reuters.com", "smid": "nytimes.com", "__source": "cnbc.com", "b": "spiegel.de", "cvid": "msn.com", "ocid": "msn.com",
    ]

    private static func isHost(_ host: String, under domain: String) -> Bool {
        host == domain || host.hasSuffix("." + domain)
    }
}
