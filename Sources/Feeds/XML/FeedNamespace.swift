// SPDX-License-Identifier: Apache-2.0

/// The namespaces that a feed reader knows (MODEL.md §11); the numbers are those of the vocabulary.
enum FeedNamespace: UInt8 {
    /// Some other one, or none: both are met as elements without a prefix.
    case unknown
    case rss, atom, media, content, dublinCore, dublinTerms, itunes, syndication, georss, gml, geo, creativeCommons, feedBurner
    case tombstones, xhtml, xml, rdf, news, sitemap, sitemapImage, threading, commentAPI, slash, prism
    /// RSS 0.90 and Atom 0.3: read as `rss` and `atom`, but they tell the format.
    case netscape, earlyAtom

    /// URIs, in the spellings that occur; they compare without regard to case.
    static let addresses: [String: UInt8] = spellings([
        .rss: [
            "http://backend.userland.com/rss", "http://backend.userland.com/rss2", "http://blogs.law.harvard.edu/tech/rss",
            "http://purl.org/rss/1.0/",
            "http://purl.org/rss/1.0/modules/rss091#", "http://my.netscape.com/publish/formats/rss-0.91.dtd",
            "http://backend.userland.com/rss091", "http://backend.userland.com/rss092", "http://cyber.law.harvard.edu/rss/rss.html",
            "http://purl.org/net/rss1.1#",
        ],
        .netscape: ["http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/"],
        .atom: ["http://www.w3.org/2005/Atom"],
        .earlyAtom: ["http://purl.org/atom/ns#"],
        .media: ["http://search.yahoo.com/mrss/", "http://www.rssboard.org/media-rss"],
        .content: ["http://purl.org/rss/1.0/modules/content/"],
        .dublinCore: ["http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/"],
        .dublinTerms: ["http://purl.org/dc/terms/"],
        .itunes: ["http://www.itunes.com/dtds/podcast-1.0.dtd", "http://www.google.com/schemas/play-podcasts/1.0"],
        .syndication: ["http://purl.org/rss/1.0/modules/syndication/", "http://purl.org/rss/modules/syndication/"],
        .georss: ["http://www.georss.org/georss"],
        .gml: ["http://www.opengis.net/gml"],
        .geo: ["http://www.w3.org/2003/01/geo/wgs84_pos#"],
        .creativeCommons: [
            "http://backend.userland.com/creativeCommonsRssModule", "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html",
            "http://web.resource.org/cc/", "http://creativecommons.org/ns#", "http://creativecommons.org/ns#license",
        ],
        .feedBurner: ["http://rssnamespace.org/feedburner/ext/1.0"],
        .tombstones: ["http://purl.org/atompub/tombstones/1.0"],
        .xhtml: ["http://www.w3.org/1999/xhtml"],
        .xml: ["http://www.w3.org/XML/1998/namespace"],
        .rdf: ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"],
        .news: ["http://www.google.com/schemas/sitemap-news/0.9"],
        .sitemap: ["http://www.sitemaps.org/schemas/sitemap/0.9"],
        .sitemapImage: ["http://www.google.com/schemas/sitemap-image/1.1"],
        .threading: ["http://purl.org/syndication/thread/1.0", "http://purl.org/rss/1.0/modules/threading/"],
        .commentAPI: ["http://wellformedweb.org/CommentAPI/"],
        .slash: ["http://purl.org/rss/1.0/modules/slash/"],
        .prism: [
            "http://prismstandard.org/namespaces/1.2/basic/", "http://prismstandard.org/namespaces/basic/2.0/",
            "http://prismstandard.org/namespaces/basic/2.1/", "http://purl.org/rss/1.0/modules/prism/",
        ],
    ])

    /// What an undeclared prefix stands for.
    static let prefixes: [String: UInt8] = table([
        .rss: ["rss"], .atom: ["atom", "atom10", "a10"], .media: ["media"], .content: ["content"], .dublinCore: ["dc"],
        .dublinTerms: ["dcterms", "dct"], .itunes: ["itunes", "googleplay"], .syndication: ["sy"], .georss: ["georss"], .gml: ["gml"],
        .geo: ["geo"],
        .creativeCommons: ["creativecommons", "cc"], .feedBurner: ["feedburner"], .tombstones: ["at"], .xhtml: ["xhtml"],
        .xml: ["xml"], .rdf: ["rdf"], .news: ["news"], .sitemapImage: ["image"], .threading: ["thr"], .commentAPI: ["wfw"],
        .slash: ["slash"], .prism: ["prism"],
    ])

    /// Every URI also with `https:`, without a scheme, and with or without a slash at its end: all of these are met.
    private static func spellings(_ names: [FeedNamespace: [String]]) -> [String: UInt8] {
        var table: [String: UInt8] = [:]
        for (namespace, addresses) in names {
            for address in addresses {
                let rest = String(address.dropFirst("http:".count))
                let other = rest.hasSuffix("/") ? String(rest.dropLast()) : rest + "/"
                for scheme in ["http:", "https:", ""] {
                    table[scheme + rest] = namespace.rawValue
                    table[scheme + other] = namespace.rawValue
                }
            }
        }
        return table
    }

    private static func table(_ names: [FeedNamespace: [String]]) -> [String: UInt8] {
        Dictionary(uniqueKeysWithValues: names.flatMap { entry in entry.value.map { ($0, entry.key.rawValue) } })
    }
}
