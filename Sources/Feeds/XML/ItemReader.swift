// SPDX-License-Identifier: Apache-2.0
import Markup

/// Reads one item or entry, whatever mixture of vocabularies it is written in.
///
/// Every vocabulary offers values with a rank, since publishers send the same fact in several; `finish` keeps the best of each.
struct ItemReader {
    let cursor: FeedCursor
    var item: ParsedItem

    var id = Preferred<String>()
    var link = Preferred<String>()
    var title = Preferred<MarkupText>()
    var summary = Preferred<MarkupText>()
    var published = Preferred<FeedDate>()
    var updated = Preferred<FeedDate>()
    var language = Preferred<String>()
    var rights = Preferred<MarkupText>()
    var license = Preferred<String>()
    var persons = Persons()
    var media = MediaReader()
    var geo = GeoReader()
    /// The bodies, the best first.
    private var contents: [(content: Content, rank: Int)] = []

    /// How well each vocabulary's word is trusted.
    enum Rank {
        static let guess = 0
        static let module = 1
        static let dublinCore = 2
        static let foreign = 3
        static let own = 4
    }

    private init(_ cursor: FeedCursor, position: Int) {
        self.cursor = cursor
        item = ParsedItem(position: position)
    }

    /// Reads the current element to its end.
    static func read(_ cursor: FeedCursor, position: Int) throws(XMLFault) -> ParsedItem {
        var reader = ItemReader(cursor, position: position)
        reader.readAttributes()
        let level = cursor.depth
        while try cursor.nextChild(of: level) { try reader.readChild() }
        return reader.finish()
    }

    /// A rank for the current element: its format's own words before the same words borrowed by another.
    var rank: Int { cursor.namespace == cursor.plainNamespace ? Rank.own : Rank.foreign }

    mutating func add(_ content: Content?, rank: Int) {
        guard let content, contents.count < 16 else { return }
        // Of two bodies of one rank the first stays first.
        contents.insert((content, rank), at: contents.firstIndex { $0.rank < rank } ?? contents.count)
    }
}

extension ItemReader {
    private mutating func readAttributes() {
        language.offer(cursor.language, rank: Rank.own)
        // RSS 1.0 has its ids here; the Channel Definition Format has nearly everything.
        id.offer(cursor.attribute(.about), rank: Rank.own)
        link.offer(cursor.address(.href), rank: Rank.foreign)
        updated.offer(cursor.attribute(.lastMod).map { FeedDate.read($0, timeZone: cursor.source.timeZone) }, rank: Rank.foreign)
    }

    private mutating func readChild() throws(XMLFault) {
        switch cursor.namespace {
        case .rss: try readRSS()
        case .atom: try readAtom()
        case .content where cursor.name == .encoded: try readEncoded()
        case .dublinCore: try readDublinCore()
        case .dublinTerms: try readDublinTerms()
        case .media: try readMedia()
        case .itunes: try readITunes()
        case .georss, .gml, .geo: try geo.read(cursor)
        case .creativeCommons where cursor.name == .license:
            license.offer(cursor.address(.resource), rank: Rank.own)
            license.offer(try cursor.addressText(), rank: Rank.module)
        case .feedBurner where cursor.name == .origLink: item.originalLink = try cursor.addressText()
        case .threading, .commentAPI, .slash, .prism: try readModule()
        case .xhtml where cursor.name == .body: try readXHTMLBody()
        default: break
        }
    }

    private mutating func readMedia() throws(XMLFault) {
        try media.read(cursor)
    }

    /// Small vocabularies, of which one or two words say something about a story.
    private mutating func readModule() throws(XMLFault) {
        switch (cursor.namespace, cursor.name) {
        case (.threading, .inReplyTo):
            addLink(cursor.address(.href) ?? cursor.attribute(.ref), relation: "in-reply-to", type: cursor.attribute(.type))
        case (.commentAPI, .commentRss): addLink(try cursor.addressText(), relation: "replies", type: "application/rss+xml")
        case (.slash, .section):
            let section = try cursor.text().map { FeedCategory(term: $0, scheme: "http://purl.org/rss/1.0/modules/slash/") }
            item.categories.append(section, limit: FeedLimits.categories)
        case (.prism, .prismDate): published.offer(try cursor.date(), rank: Rank.module)
        case (.prism, .publicationName):
            let name = try cursor.text()
            item.publisher = item.publisher ?? name
        default: break
        }
    }

    /// Adds a link that is not the item's address.
    mutating func addLink(_ url: String?, relation: String, type: String?) {
        item.links.append(url.map { FeedLink(relation: relation, url: $0, type: type) }, limit: FeedLimits.links)
    }

    private mutating func readEncoded() throws(XMLFault) {
        guard let text = try cursor.looseText(limit: FeedLimits.body) else { return }
        add(Content(text.asHTML, mediaType: "text/html"), rank: 2)
    }

    private mutating func readXHTMLBody() throws(XMLFault) {
        let (base, language) = (cursor.base, cursor.language)
        let inner = try InnerMarkup(cursor, limit: FeedLimits.body, isMarkup: true)
        guard let value = inner.value else { return }
        let text = MarkupText(value, kind: .xhtml, base: base, language: language)
        add(Content(text, mediaType: "application/xhtml+xml"), rank: 1)
    }

    private mutating func finish() -> ParsedItem {
        media.finish()
        title.offer(media.title, rank: Rank.guess)
        for category in media.categories { item.categories.append(category, limit: FeedLimits.categories) }
        license.offer(media.license, rank: Rank.module)
        item.id = id.value
        // An Atom entry without any link is common where its id is the address already.
        if item.isIDPermalink || cursor.plainNamespace == .atom, let id = id.value, id.isAbsoluteWebAddress {
            link.offer(id, rank: Rank.guess)
        }
        (item.link, item.title, item.summary) = (link.value, title.value, summary.value)
        (item.published, item.updated) = (published.value, updated.value)
        (item.author, item.authors, item.contributors) = (persons.author, persons.authors, persons.contributors)
        (item.language, item.rights, item.license, item.geo) = (language.value, rights.value, license.value, geo.point)
        item.shape = geo.shape
        (item.media, item.status, item.statusReason) = (media.assets, media.status, media.statusReason)
        item.contents = contents.map(\.content)
        var finished = ParsedItem(position: item.position)
        swap(&finished, &item)
        return finished
    }
}

extension MarkupText {
    /// The same text, known to be HTML even where no markup shows.
    var asHTML: MarkupText {
        var text = self
        if text.kind == .plain { text.kind = .html }
        return text
    }
}
