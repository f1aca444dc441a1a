// SPDX-License-Identifier: Apache-2.0
import Markup

extension FeedFormat {
    /// The format that a root element stands for, by its name, namespace and version; nil where it is no feed's.
    init?(root cursor: FeedCursor) {
        switch cursor.name {
        case .rss: self = Self.rss(version: cursor.attribute(.version))
        case .rdf: self = .rss10
        case .feed: self = Self.atom(cursor)
        case .channel: self = .rss20
        case .urlset: self = .newssitemap
        default: return nil
        }
    }

    /// What elements without a prefix belong to.
    var plainNamespace: FeedNamespace {
        switch self {
        case .atom03, .atom10: .atom
        case .newssitemap: .sitemap
        default: .rss
        }
    }

    private static func rss(version: String?) -> FeedFormat {
        switch version {
        case "0.90"?, "0.9"?: .rss090
        case "0.91"?: .rss091
        case "0.92"?: .rss092
        case "0.93"?: .rss093
        case "0.94"?: .rss094
        case "1.0"?, "1.1"?: .rss10
        default: .rss20
        }
    }

    private static func atom(_ cursor: FeedCursor) -> FeedFormat {
        if cursor.attribute(.version) == "0.3" { return .atom03 }
        return cursor.hasEarlyAtom ? .atom03 : .atom10
    }
}
