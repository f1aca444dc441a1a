// SPDX-License-Identifier: Apache-2.0
import Feeds
import Markup

extension Normalizer {
    /// Fills ids and links: ids as exact strings, the link as sent, and its canonical form beside it.
    func addIdentity(of item: ParsedItem, in feed: ParsedFeed, _ header: FeedHeader, to article: inout Article) {
        let isAtom = feed.format == .atom03 || feed.format == .atom10
        if isAtom { article.ids.atomId = item.id } else { article.ids.guid = item.id }
        article.ids.identifier = item.identifier.trimmedIfAny
        article.ids.revisionId = item.id.flatMap { revision(of: $0) }
        article.slug = article.ids.identifier.flatMap { slug($0) }
        article.link = item.link.trimmedIfAny ?? (item.isIDPermalink ? item.id.trimmedIfAny : nil)
        article.canonicalLink = (item.originalLink.trimmedIfAny ?? article.link).flatMap { CanonicalLink.of($0, site: header.host) }
    }

    /// The version behind the guid, where an agency is known to write one.
    private func revision(of guid: String) -> String? {
        let isReuters = guid.utf8.starts(with: "tag:reuters.com,".utf8)
        let agency = isReuters ? Agency.code("reuters") : context.agency
        return agency?.split(guid: guid).revision
    }

    /// A dc:identifier that is a slugline: `RUSSIA-SYRIA/`, `bc-oil-prices`; no number, path, address or sentence.
    private func slug(_ identifier: String) -> String? {
        let scalars = identifier.unicodeScalars
        let slashes = scalars.filter { $0 == "/" }.count
        let isJoined = slashes > 0 || scalars.contains("-")
        let isWord = scalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_/.&".unicodeScalars.contains($0) }
        let isNumber = identifier.utf8.allSatisfy { (0x61...0x66).contains($0 | 0x20) || (0x2D...0x39).contains($0) }
        guard isJoined, isWord, !isNumber, scalars.first != "/", slashes <= 2, identifier.utf8.count <= 64 else { return nil }
        return identifier
    }
}
