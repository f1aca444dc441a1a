// SPDX-License-Identifier: Apache-2.0
import Feeds

extension Normalizer {
    /// Fills the originating agency: the dateline says it, else a credit, else dc:publisher, else the operator.
    func addAgency(of item: ParsedItem, _ lead: Lead, to article: inout Article) {
        func credited() -> Agency? { article.media?.lazy.compactMap { $0.credit?.agency.flatMap(Agency.named) }.first }
        if let agency = lead.agency {
            article.agency = Article.AgencyReference(agency, from: .dateline, confidence: lead.dateline?.confidence ?? 0)
        } else if let agency = credited() {
            article.agency = Article.AgencyReference(agency, from: .credit, confidence: 70)
        } else if let agency = item.publisher.flatMap(Agency.named) {
            article.agency = Article.AgencyReference(agency, from: .publisher, confidence: 80)
        } else if let agency = context.agency {
            article.agency = Article.AgencyReference(agency, from: .feed, confidence: 60)
        }
    }

    /// Fills the byline: people from the "By" line and from the item's elements, each once.
    func addByline(of item: ParsedItem, _ lead: Lead, _ header: FeedHeader, to article: inout Article) {
        var people = lead.byline.compactMap { person($0, header) }
        for author in item.authors {
            guard let name = author.name else { continue }
            people += header.people.answer(to: name) { Self.names(in: $0).compactMap { person($0, header) } }
        }
        var seen: Set<String> = []
        if people.count > 1 { people.removeAll { !seen.insert($0.lowercased()).inserted } }
        article.byline = people.isEmpty ? nil : people
    }

    /// The feed itself is no person.
    private func person(_ name: String, _ header: FeedHeader) -> String? {
        PersonName.person(in: name.collapsed).flatMap { header.names.contains($0.lowercased()) ? nil : $0 }
    }

    /// Most authors are one name. Some feeds send them as HTML, though no format says so.
    private static func names(in author: String) -> [String] {
        let isMarkup = author.utf8.contains(UInt8(ascii: "&")) && author.utf8.contains(UInt8(ascii: ";"))
        let text = isMarkup ? MarkupText(author, kind: .html).plain : author
        return Byline.isOneName(text) ? [text] : Byline.people(in: text.collapsed)
    }
}

extension Article.AgencyReference {
    fileprivate init(_ agency: Agency, from origin: Origin, confidence: Int) {
        self.init(code: agency.code, name: agency.name, confidence: confidence, from: origin)
    }
}
