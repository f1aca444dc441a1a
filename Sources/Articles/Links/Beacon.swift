// SPDX-License-Identifier: Apache-2.0
import Markup

/// Pictures that services put into feeds to count readers, to advertise, to offer buttons, or to show who wrote.
enum Beacon {
    /// The picture at `address` is no picture of a story.
    static func isBeacon(_ address: String) -> Bool {
        guard mayBeBeacon(address), let parts = LinkParts(address) else { return false }
        // FeedBurner's own paths, on whatever host it serves: `/~a/`, `/~ff/`.
        if parts.path.hasPrefix("/~"), let end = parts.path.dropFirst(2).firstIndex(of: "/") {
            let name = parts.path[..<end].dropFirst(2)
            if (1...2).contains(name.utf8.count) { return true }
        }
        return hosts.contains { isHost(parts.host, under: $0) } || parts.path.holds("rss-pixel") || parts.path.holds("/tracking/")
            || parts.path.holds("/tracker/")
    }

    /// Letters stand in the address, in whatever case, without which it is no beacon's. Most pictures are done with in this one look.
    private static func mayBeBeacon(_ address: String) -> Bool {
        let bytes = address.utf8Span.span
        var word: UInt32 = 0
        for index in bytes.indices {
            word = word << 8 | UInt32(bytes[index] | 0x20)
            switch word {
            // `feed`, `phee`, `goog`, `doub`, `pixe`, `grav`
            case 0x6665_6564, 0x7068_6565, 0x676F_6F67, 0x646F_7562, 0x7069_7865, 0x6772_6176: return true
            // `ordp`, `scor`, `trac`
            case 0x6F72_6470, 0x7363_6F72, 0x7472_6163: return true
            default: break
            }
            if bytes[index] == UInt8(ascii: "~") || bytes[index] == UInt8(ascii: "%") { return true }
        }
        return false
    }

    private static func isHost(_ host: String, under domain: String) -> Bool {
        host.hasSuffix(domain) && (host.utf8.count == domain.utf8.count || host.hasSuffix("." + domain))
    }

    /// Each with four letters that `mayBeBeacon` looks for.
    static let hosts = [
        "feeds.feedburner.com", "feedsportal.com", "pheedo.com", "googleadservices.com", "doubleclick.net", "pixel.wp.com",
        "gravatar.com", "stats.wordpress.com", "feeds.wordpress.com", "sb.scorecardresearch.com", "pixel.quantserve.com",
    ]
}
