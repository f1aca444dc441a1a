// SPDX-License-Identifier: Apache-2.0
import Feeds

extension Normalizer {
    /// Fills the originating agency: the dateline says it, else a credit, else dc:publisher, else the operator.
    func addAgency(of item: ParsedItem, _ lead: Lead, to article: inout Article) {
        let credit = article.media?.lazy.compactMap { $0.credit?.agency.flatMap(Agency.named) }.first
        let origins: [(Agency?, Article.AgencyReference.Origin, Int)] = [
            (lead.agency, .dateline, lead.dateline?.confidence ?? 0),
            (credit, .credit, 70),
            (item.publisher.flatMap(Agency.named), .publisher, 80),
            (context.agency, .feed, 60),
        ]
        for case (let agency?, let origin, let confidence) in origins {
            article.agency = Article.AgencyReference(code: agency.code, name: agency.name, confidence: confidence, from: origin)
            return
        }
    }

    /// Fills the byline: people from the "By" line and from the item's elements, each once.
    func addByline(of item: ParsedItem, _ lead: Lead, _ header: FeedHeader, to article: inout Article) {
        let named = lead.byline + item.authors.compactMap(\.name).flatMap { Byline.isOneName($0) ? [$0] : Byline.people(in: $0) }
        var seen: Set<String> = []
        let people = named.map(\.collapsed).filter { name in
            isPerson(name) && !header.names.contains(name.lowercased()) && seen.insert(name.lowercased()).inserted
        }
        article.byline = people.isEmpty ? nil : people
    }

    /// An agency, a mail address, a site or a desk's initials (`asl/tib`) is nobody.
    private func isPerson(_ name: String) -> Bool {
        guard name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }), Agency.named(name) == nil else { return false }
        let isAddress = name.utf8.contains(UInt8(ascii: "@")) || name.hasPrefix("http")
        let isInitials =
            name.utf8.contains(UInt8(ascii: "/")) && name.utf8.allSatisfy { $0 == UInt8(ascii: "/") || (0x61...0x7A).contains($0) }
        return !isAddress && !isInitials
    }
}
