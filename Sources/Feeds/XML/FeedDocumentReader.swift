// SPDX-License-Identifier: Apache-2.0
import Markup

/// Reads one feed document in XML, of whatever format; what was read before a fault is kept.
struct FeedDocumentReader {
    let cursor: FeedCursor
    var feed: ParsedFeed
    /// The name of the root element as written, once it was met.
    private(set) var root: String?
    /// The root element is that of a feed.
    var isFeed = false
    /// A sitemap's `news:news` was met.
    var hasNews = false

    var title = Preferred<MarkupText>()
    var link = Preferred<String>()
    var subtitle = Preferred<MarkupText>()
    var id = Preferred<String>()
    var language = Preferred<String>()
    var rights = Preferred<MarkupText>()
    var updated = Preferred<FeedDate>()
    var image = Preferred<FeedImage>()
    var persons = Persons()

    typealias Rank = ItemReader.Rank

    init(_ bytes: [UInt8], source: DocumentSource) {
        cursor = FeedCursor(bytes, source: source)
        feed = ParsedFeed(format: .rss20, encoding: "utf-8", isWellFormed: true)
    }

    /// Reads the document to its end, or as far as it goes.
    mutating func read() throws(XMLFault) {
        var event = try cursor.advance()
        while event == .text { event = try cursor.advance() }
        guard event == .start else { return }
        cursor.identify()
        root = cursor.reader.localName
        guard let format = FeedFormat(root: cursor) else { return }
        isFeed = true
        feed.format = format
        cursor.plainNamespace = format.plainNamespace
        switch cursor.name {
        case .rss, .rdf: try readParts()
        case .urlset: try readSitemap()
        default: try readChannel()
        }
        // Whatever follows the root still decides whether the document is well-formed.
        while try cursor.advance() != .finish {}
    }

    /// What was read, put together; `encoding`, `isWellFormed` and the repairs are the caller's to add.
    func finished() -> ParsedFeed {
        var feed = feed
        if feed.format == .rss10, cursor.hasNetscape || cursor.isRootNetscape { feed.format = .rss090 }
        (feed.title, feed.link, feed.subtitle, feed.id) = (title.value, link.value, subtitle.value, id.value)
        (feed.language, feed.rights, feed.updated) = (language.value ?? cursor.source.language, rights.value, updated.value)
        (feed.author, feed.authors, feed.contributors) = (persons.author, persons.authors, persons.contributors)
        feed.image = image.value
        feed.repairs = cursor.notes.sorted() + cursor.reader.undeclaredPrefixes.sorted().map { "undeclared prefix '\($0)'" }
        feed.tellItemsBeyondLimit()
        if feed.format.plainNamespace == .atom { inheritAuthors(in: &feed) }
        return feed
    }

    /// Reads the current element as an item, or counts it when there are too many.
    mutating func readItem() throws(XMLFault) {
        guard feed.items.count < FeedLimits.items else {
            feed.itemsBeyondLimit += 1
            return
        }
        feed.items.append(try ItemReader.read(cursor, position: feed.items.count))
    }
}

extension FeedDocumentReader {
    /// `rss` and `rdf:RDF`: the channel, and items inside it or beside it.
    private mutating func readParts() throws(XMLFault) {
        let level = cursor.depth
        language.offer(cursor.language, rank: Rank.guess)
        while try cursor.nextChild(of: level) {
            switch cursor.name {
            case .channel where cursor.namespace == .rss: try readChannel()
            case .item where cursor.namespace == .rss: try readItem()
            case .image where cursor.namespace == .rss: try readImage()
            // A channel whose tags are missing.
            default: try readChannelChild()
            }
        }
    }

    private func inheritAuthors(in feed: inout ParsedFeed) {
        // RFC 4287 §4.2.1: an entry without author has its source's, or else the feed's.
        for index in feed.items.indices where feed.items[index].authors.isEmpty {
            let source = feed.items[index].source
            let hasSource = source.map { !$0.authors.isEmpty } ?? false
            feed.items[index].authors = hasSource ? source?.authors ?? [] : feed.authors
            feed.items[index].author = hasSource ? source?.author : feed.author
        }
    }
}
