// SPDX-License-Identifier: Apache-2.0

/// The query parameters that say who sent the reader, and nothing about the page.
enum TrackingParameter {
    /// - Parameter site: the feed's host; a `ref` that names it or the address's own is tracking, any other may be a page.
    static func matches(_ parameter: LinkParts.Parameter, host: String, site: String?) -> Bool {
        if hasPrefix(parameter.name) { return true }
        switch named[parameter.name] {
        case .everywhere: return true
        case .under(let domain): return isHost(host, under: domain)
        case .ofOwnSite:
            let value = parameter.value.lowercased()
            return value == host || value == site.map(hostWithoutWWW)
        case nil: return false
        }
    }

    /// Where a parameter is tracking.
    private enum Reach {
        case everywhere
        case under(String)
        /// Where its value is the site itself.
        case ofOwnSite
    }

    private static func hasPrefix(_ name: String) -> Bool {
        name.utf8.contains(UInt8(ascii: "_")) && prefixes.contains { name.utf8.starts(with: $0.utf8) }
    }

    private static func hostWithoutWWW(_ host: String) -> String {
        let lower = host.lowercased()
        return lower.hasPrefix("www.") ? String(lower.dropFirst(4)) : lower
    }

    /// Each has an underscore.
    private static let prefixes = ["utm_", "mtm_", "at_", "ga_", "otm_", "itm_", "vn_", "oly_", "__hs"]

    private static let named: [String: Reach] = {
        let everywhere = [
            "fbclid", "gclid", "dclid", "msclkid", "yclid", "twclid", "srsltid", "_openstat", "mkt_tok", "gs_l", "_ga", "_gl", "cmpid",
            "CMP", "wt_mc", "Echobox", "spm", "_hsenc", "__s", "mc_eid", "mc_cid", "mc_tc", "ml_subscriber", "rb_clickid", "s_cid",
            "vero_id", "wickedid", "xtor", "__twitter_impression",
        ]
        let somewhere: [String: Reach] = [
            "taid": .under("reuters.com"), "smid": .under("nytimes.com"), "__source": .under("cnbc.com"), "b": .under("spiegel.de"),
            "cvid": .under("msn.com"), "ocid": .under("msn.com"), "ref": .ofOwnSite,
        ]
        return everywhere.reduce(into: somewhere) { $0[$1] = .everywhere }
    }()

    private static func isHost(_ host: String, under domain: String) -> Bool {
        host == domain || host.hasSuffix("." + domain)
    }
}
