// SPDX-License-Identifier: Apache-2.0
import Markup

/// The channel of RSS, and the feed of Atom: what belongs to the document as a whole.
extension FeedDocumentReader {
    mutating func readChannel() throws(XMLFault) {
        let level = cursor.depth
        language.offer(cursor.language, rank: Rank.guess)
        id.offer(cursor.attribute(.about), rank: Rank.foreign)
        updated.offer(cursor.attribute(.lastMod).map { FeedDate.read($0, timeZone: cursor.source.timeZone) }, rank: Rank.foreign)
        link.offer(cursor.address(.href), rank: Rank.guess)
        while try cursor.nextChild(of: level) { try readChannelChild() }
    }

    mutating func readChannelChild() throws(XMLFault) {
        switch cursor.namespace {
        case .rss: try readRSS()
        case .atom: try readAtom()
        case .dublinCore, .dublinTerms: try readDublinCore()
        case .itunes: try readITunes()
        case .syndication: try readSyndication()
        case .tombstones where cursor.name == .deletedEntry: try readDeletion()
        case .creativeCommons where cursor.name == .license:
            feed.license = cursor.address(.resource) ?? feed.license
            feed.license = try cursor.addressText() ?? feed.license
        case .media where cursor.name == .category: try readCategory(scheme: cursor.attribute(.scheme))
        default: break
        }
    }

    private var rank: Int { cursor.namespace == cursor.plainNamespace ? Rank.own : Rank.foreign }

    private mutating func readRSS() throws(XMLFault) {
        switch cursor.name {
        case .item, .entry: try readItem()
        case .title: title.offer(try cursor.looseText(limit: FeedLimits.title), rank: Rank.own)
        case .link: try readLink()
        case .description, .abstract, .subtitle: subtitle.offer(try cursor.looseText(limit: FeedLimits.body), rank: Rank.own)
        case .language: language.offer(try cursor.text(), rank: Rank.own)
        case .copyright, .rights: rights.offer(try cursor.looseText(limit: FeedLimits.title), rank: Rank.own)
        case .managingEditor, .author: persons.add(try cursor.text().flatMap { Person(text: $0) }, rank: Rank.own)
        case .lastBuildDate: updated.offer(try cursor.date(), rank: Rank.own)
        case .pubDate: updated.offer(try cursor.date(), rank: Rank.module)
        case .category: try readCategory(scheme: cursor.attribute(.domain))
        case .generator: feed.generator = try cursor.text() ?? feed.generator
        case .image: try readImage()
        case .ttl, .skipHours, .skipDays: try readRhythm()
        case .cloud: readCloud()
        default: break
        }
    }

    /// Of several links of RSS itself the last one counts, as in an item.
    private mutating func readLink() throws(XMLFault) {
        if let href = cursor.address(.href) {
            if cursor.attribute(.rel) != nil { return readAtomLink() }
            link.replace(with: href, rank: Rank.own)
        } else {
            link.replace(with: try cursor.addressText(), rank: Rank.own)
        }
        cursor.adoptBase(link.value)
    }

    private mutating func readAtom() throws(XMLFault) {
        switch cursor.name {
        case .entry, .item: try readItem()
        case .title: title.offer(try cursor.construct(limit: FeedLimits.title)?.text, rank: rank)
        case .link: readAtomLink()
        case .subtitle, .tagline: subtitle.offer(try cursor.construct(limit: FeedLimits.body)?.text, rank: rank)
        case .id: id.offer(try cursor.text(limit: FeedLimits.guid), rank: rank)
        case .rights, .copyright: rights.offer(try cursor.construct(limit: FeedLimits.title)?.text, rank: rank)
        case .updated, .modified: updated.offer(try cursor.date(), rank: rank)
        case .author: persons.add(try cursor.person(), rank: rank)
        case .contributor: persons.addContributor(try cursor.person())
        case .category: try readCategory(scheme: cursor.attribute(.scheme))
        case .generator: feed.generator = try cursor.text() ?? feed.generator
        case .logo: image.offer(try cursor.addressText().map { FeedImage(url: $0) }, rank: rank)
        case .icon: image.offer(try cursor.addressText().map { FeedImage(url: $0) }, rank: Rank.guess)
        default: break
        }
    }

    private mutating func readAtomLink() {
        guard let url = cursor.address(.href) else { return }
        let relation = cursor.attribute(.rel)?.lowercased() ?? "alternate"
        if relation == "license" { feed.license = url }
        if relation == "alternate", link.value == nil {
            link.offer(url, rank: rank)
        } else {
            feed.links.append(FeedLink(relation: relation, url: url, type: cursor.attribute(.type)), limit: FeedLimits.links)
        }
    }

    /// RSS's `cloud`: the address at which one asks to be told of news.
    private mutating func readCloud() {
        guard let domain = cursor.attribute(.domain), let path = cursor.attribute(.path) else { return }
        let port = cursor.attribute(.port).flatMap { UInt16($0) }.map { $0 == 80 ? "" : ":\($0)" } ?? ""
        let url = "http://\(domain)\(port)\(path.hasPrefix("/") ? "" : "/")\(path)"
        feed.links.append(FeedLink(relation: "cloud", url: url), limit: FeedLimits.links)
    }

    /// A category of RSS, Atom or Apple, whose own may stand inside one another.
    private mutating func readCategory(scheme: String?) throws(XMLFault) {
        let label = cursor.attribute(.label)
        let attribute = cursor.attribute(.term) ?? cursor.attribute(.text)
        let text = attribute == nil ? try cursor.text() : nil
        guard let term = attribute ?? text ?? label else { return }
        feed.categories.append(FeedCategory(term: term, scheme: scheme, label: label), limit: FeedLimits.categories)
        guard attribute != nil, cursor.namespace == .itunes else { return }
        let level = cursor.depth
        while try cursor.nextChild(of: level) {
            guard cursor.name == .category else { continue }
            try readCategory(scheme: scheme)
        }
    }

    private mutating func readDublinCore() throws(XMLFault) {
        switch cursor.name {
        case .title: title.offer(try cursor.looseText(limit: FeedLimits.title), rank: Rank.dublinCore)
        case .description: subtitle.offer(try cursor.looseText(limit: FeedLimits.body), rank: Rank.dublinCore)
        case .creator, .author: persons.add(try cursor.text().flatMap { Person(text: $0) }, rank: Rank.dublinCore)
        case .contributor: persons.addContributor(try cursor.text().flatMap { Person(text: $0) })
        case .date, .modified: updated.offer(try cursor.date(), rank: Rank.dublinCore)
        case .language: language.offer(try cursor.text(), rank: Rank.dublinCore)
        case .rights: rights.offer(try cursor.looseText(limit: FeedLimits.title), rank: Rank.dublinCore)
        case .subject: try readCategory(scheme: nil)
        default: break
        }
    }

    private mutating func readITunes() throws(XMLFault) {
        switch cursor.name {
        case .author: persons.add(try cursor.text().flatMap { Person(text: $0) }, rank: Rank.module)
        case .owner: persons.add(try cursor.person(), rank: Rank.guess)
        case .subtitle, .summary, .description: subtitle.offer(try cursor.looseText(limit: FeedLimits.body), rank: Rank.guess)
        case .category: try readCategory(scheme: "http://www.itunes.com/")
        case .link where cursor.attribute(.rel) == "image", .image:
            image.offer((cursor.address(.href) ?? cursor.address(.url)).map { FeedImage(url: $0) }, rank: Rank.module)
        case .keywords:
            for keyword in try cursor.keywords() where !feed.categories.contains(keyword) {
                feed.categories.append(keyword, limit: FeedLimits.categories)
            }
        default: break
        }
    }

    mutating func readImage() throws(XMLFault) {
        var picture = FeedImage()
        let level = cursor.depth
        while try cursor.nextChild(of: level) {
            guard cursor.namespace == .rss else { continue }
            switch cursor.name {
            case .url: picture.url = try cursor.addressText()
            case .title: picture.title = try cursor.text(limit: FeedLimits.title)
            case .link: picture.link = try cursor.addressText()
            default: break
            }
        }
        image.offer(picture == FeedImage() ? nil : picture, rank: Rank.own)
    }

    private mutating func readDeletion() throws(XMLFault) {
        guard let id = cursor.attribute(.ref), feed.deletions.count < FeedLimits.deletions else { return }
        var deletion = Deletion(id: id)
        deletion.date = cursor.attribute(.when).map { FeedDate.read($0, timeZone: cursor.source.timeZone) }
        let level = cursor.depth
        while try cursor.nextChild(of: level) {
            guard cursor.name == .comment else { continue }
            deletion.comment = try cursor.text()
        }
        feed.deletions.append(deletion)
    }
}
