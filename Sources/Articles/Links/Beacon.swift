// SPDX-License-Identifier: Apache-2.0
import Markup

/// Pictures that services put into feeds to count readers, to advertise, to offer buttons, or to show who wrote.
enum Beacon {
    /// The picture at `address` is no picture of a story.
    static func isBeacon(_ address: String) -> Bool {
        guard let parts = LinkParts(address) else { return false }
        // FeedBurner's own paths, on whatever host it serves: `/~a/`, `/~ff/`.
        if parts.path.hasPrefix("/~"), let end = parts.path.dropFirst(2).firstIndex(of: "/") {
            let name = parts.path[..<end].dropFirst(2)
            if (1...2).contains(name.utf8.count) { return true }
        }
        return hosts.contains { isHost(parts.host, under: $0) } || parts.path.holds("rss-pixel") || parts.path.holds("/tracking/")
            || parts.path.holds("/tracker/")
    }

    private static func isHost(_ host: String, under domain: String) -> Bool {
        host.hasSuffix(domain) && (host.utf8.count == domain.utf8.count || host.hasSuffix("." + domain))
    }

    private static let hosts = [
        "feeds.feedburner.com", "feedsportal.com", "pheedo.com", "googleadservices.com", "doubleclick.net", "pixel.wp.com",
        "gravatar.com", "stats.wordpress.com", "feeds.wordpress.com", "sb.scorecardresearch.com", "pixel.quantserve.com",
    ]
}
