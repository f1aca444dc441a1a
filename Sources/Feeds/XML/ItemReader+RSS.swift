// SPDX-License-Identifier: Apache-2.0
import Markup

/// RSS 0.9x, 1.0 and 2.0 elements of an item, and the Apple ones.
extension ItemReader {
    mutating func readRSS() throws(XMLFault) {
        switch cursor.name {
        case .title: title.offer(try cursor.looseText(limit: FeedLimits.title), rank: rank)
        case .link: try readLink()
        case .guid: try readGUID()
        case .description, .abstract: summary.offer(try cursor.looseText(limit: FeedLimits.body)?.asHTML, rank: rank)
        case .pubDate: published.offer(try cursor.date(), rank: rank)
        // Some sites nest Atom's elements here.
        case .author: persons.add(try cursor.person(), rank: rank)
        case .category: try readCategory()
        case .enclosure: readEnclosure()
        case .source where item.source == nil: item.source = try ItemSource(cursor)
        case .expirationDate: item.expires = try cursor.date()
        case .language: language.offer(try cursor.text(), rank: Rank.guess)
        case .content, .body, .fullItem: try readBody()
        case .tags, .keywords: try readKeywords()
        case .copyright, .rights: rights.offer(try cursor.looseText(limit: FeedLimits.title), rank: rank)
        case .comments: addLink(try cursor.addressText(), relation: "replies", type: nil)
        default: try readUnspecified()
        }
    }

    /// Words of Atom that publishers write into RSS without its namespace.
    private mutating func readUnspecified() throws(XMLFault) {
        switch cursor.name {
        case .id: id.offer(try cursor.text(limit: FeedLimits.guid), rank: Rank.guess)
        case .published, .date: published.offer(try cursor.date(), rank: Rank.guess)
        case .updated, .modified: updated.offer(try cursor.date(), rank: Rank.guess)
        case .summary: summary.offer(try cursor.looseText(limit: FeedLimits.body)?.asHTML, rank: Rank.guess)
        case .encoded where cursor.namespace == .rss: try readBody()
        default: break
        }
    }

    /// Of several links of RSS itself the last one counts, as in the readers that publishers try their feeds with.
    private mutating func readLink() throws(XMLFault) {
        guard let href = cursor.address(.href) else { return link.replace(with: try cursor.addressText(), rank: Rank.own) }
        if cursor.attribute(.rel) != nil { return readAtomLink() }
        link.replace(with: href, rank: Rank.own)
    }

    private mutating func readGUID() throws(XMLFault) {
        let isPermaLink = cursor.attribute(.isPermaLink).map { $0.lowercased() == "true" } ?? true
        guard let guid = try cursor.text(limit: FeedLimits.guid), id.value == nil || !item.isIDPermalink else { return }
        id.offer(guid, rank: rank)
        item.isIDPermalink = isPermaLink && id.value == guid && guid.isAbsoluteWebAddress
    }

    private mutating func readBody() throws(XMLFault) {
        guard let text = try cursor.looseText(limit: FeedLimits.body) else { return }
        add(Content(text.asHTML, mediaType: "text/html"), rank: 0)
    }

    private mutating func readCategory() throws(XMLFault) {
        let scheme = cursor.attribute(.domain)
        let category = try cursor.text().map { FeedCategory(term: $0, scheme: scheme) }
        item.categories.append(category, limit: FeedLimits.categories)
    }

    mutating func readKeywords() throws(XMLFault) {
        for keyword in try cursor.keywords() where !item.categories.contains(keyword) {
            item.categories.append(keyword, limit: FeedLimits.categories)
        }
    }

    private mutating func readEnclosure() {
        guard let url = cursor.address(.url) ?? cursor.address(.href) else { return }
        let enclosure = Enclosure(url: url, type: cursor.attribute(.type), length: cursor.attribute(.length))
        item.enclosures.append(enclosure, limit: FeedLimits.enclosures)
    }

    mutating func readITunes() throws(XMLFault) {
        switch cursor.name {
        case .author: persons.add(try cursor.text().flatMap { Person(text: $0) }, rank: Rank.module)
        case .summary, .subtitle, .description:
            summary.offer(try cursor.looseText(limit: FeedLimits.body), rank: cursor.name == .subtitle ? Rank.guess : Rank.module)
        case .title: title.offer(try cursor.looseText(limit: FeedLimits.title), rank: Rank.guess)
        case .category: try readITunesCategory()
        case .keywords: try readKeywords()
        default: break
        }
    }
}

extension ItemReader {
    /// Apple's categories stand inside one another, the narrower in the wider.
    private mutating func readITunesCategory() throws(XMLFault) {
        let category = cursor.attribute(.text).map { FeedCategory(term: $0, scheme: "http://www.itunes.com/") }
        item.categories.append(category, limit: FeedLimits.categories)
        let level = cursor.depth
        while try cursor.nextChild(of: level) {
            guard cursor.name == .category else { continue }
            try readITunesCategory()
        }
    }
}

extension String {
    /// An http or https URL with a host.
    var isAbsoluteWebAddress: Bool {
        let head = prefix(9).lowercased()
        return (head.hasPrefix("http://") && utf8.count > 7) || (head.hasPrefix("https://") && utf8.count > 8)
    }
}
