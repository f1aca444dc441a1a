// SPDX-License-Identifier: Apache-2.0
import Markup

/// Atom elements of an entry, or of an RSS item that borrows them.
extension ItemReader {
    mutating func readAtom() throws(XMLFault) {
        switch cursor.name {
        case .title: title.offer(try cursor.construct(limit: FeedLimits.title)?.text, rank: rank)
        case .id: id.offer(try cursor.text(limit: FeedLimits.guid), rank: rank)
        case .link: try readLinkElement()
        case .summary: summary.offer(try cursor.construct(limit: FeedLimits.body)?.text, rank: rank)
        case .content: try readContent()
        case .published, .issued: published.offer(try cursor.date(), rank: rank)
        case .updated, .modified: updated.offer(try cursor.date(), rank: rank)
        case .created: item.created = try cursor.date()
        case .author: persons.add(try cursor.person(), rank: rank)
        case .contributor: persons.addContributor(try cursor.person())
        case .category: try readAtomCategory()
        case .source: item.source = try ItemSource(cursor) ?? item.source
        case .rights, .copyright: rights.offer(try cursor.construct(limit: FeedLimits.title)?.text, rank: rank)
        default: break
        }
    }

    /// A link by its relation: the address of the item, a file, a licence, or one of the others.
    mutating func readAtomLink() {
        guard let url = cursor.address(.href) else { return }
        addLink(url, relation: cursor.attribute(.rel), type: cursor.attribute(.type), length: cursor.attribute(.length))
    }

    private mutating func addLink(_ url: String, relation: String?, type: String?, length: String?) {
        let relation = relation?.lowercased() ?? "alternate"
        switch relation {
        case "alternate" where link.value == nil:
            link.offer(url, rank: rank)
        case "enclosure":
            item.enclosures.append(Enclosure(url: url, type: type, length: length), limit: FeedLimits.enclosures)
        case "license":
            license.offer(url, rank: Rank.own)
            addLink(url, relation: relation, type: type)
        default:
            addLink(url, relation: relation, type: type)
        }
    }

    private mutating func readLinkElement() throws(XMLFault) {
        guard cursor.attribute(.href) == nil else { return readAtomLink() }
        // The address as text, as early drafts of Atom had it.
        let (relation, type, length) = (cursor.attribute(.rel), cursor.attribute(.type), cursor.attribute(.length))
        guard let url = try cursor.addressText() else { return }
        addLink(url, relation: relation, type: type, length: length)
    }

    private mutating func readContent() throws(XMLFault) {
        if let source = cursor.address(.src) { return addLink(source, relation: "content", type: cursor.attribute(.type)) }
        guard let (text, mediaType) = try cursor.construct(limit: FeedLimits.body, isContent: true) else { return }
        let preference = text.kind == .xhtml ? 5 : text.kind == .html ? 4 : 3
        add(Content(text, mediaType: mediaType), rank: preference)
    }

    private mutating func readAtomCategory() throws(XMLFault) {
        let (scheme, label) = (cursor.attribute(.scheme), cursor.attribute(.label))
        let attribute = cursor.attribute(.term)
        let text = try cursor.text()
        guard let term = attribute ?? text ?? label else { return }
        item.categories.append(FeedCategory(term: term, scheme: scheme, label: label), limit: FeedLimits.categories)
    }
}
