// SPDX-License-Identifier: Apache-2.0

/// What the publisher said in one document, in the publisher's own words and order; nothing is interpreted yet.
///
/// URLs are absolute where the document gave a base (`xml:base`, the feed's address). Absent is nil or empty, never an empty string.
public struct ParsedFeed: Hashable, Sendable, Codable {
    /// The format that the root element or JSON `version` names; never the media type's word for it.
    public var format: FeedFormat
    /// The charset that the bytes were read as, in lower case (`utf-8`, `gb18030`).
    public var encoding: String
    /// The document obeys the rules of XML and its namespaces as sent; always true of JSON.
    public var isWellFormed: Bool
    /// The document broke off or was abandoned: items may be missing, so its validators must not be kept.
    public var isTruncated = false
    /// Every liberty taken while reading, in words for people: `undeclared entity 'nbsp'`, `3 bad bytes replaced`.
    public var repairs: [String] = []

    /// RSS `title`, atom:title or dc:title of the channel.
    public var title: MarkupText?
    /// The publisher's page for readers: RSS `link`, Atom's first alternate, `home_page_url`.
    public var link: String?
    /// RSS `description`, atom:subtitle or dc:description of the channel.
    public var subtitle: MarkupText?
    /// atom:id or rdf:about: an exact string, never normalised.
    public var id: String?
    /// The language of the channel as sent, else HTTP's or the configured one; not yet canonical.
    public var language: String?
    /// RSS `copyright`, atom:rights or dc:rights.
    public var rights: MarkupText?
    /// The software that wrote the document; an Atom generator's version and address are left out.
    public var generator: String?
    /// lastBuildDate, atom:updated, `lastmod`, dc:date or, failing them, the channel's pubDate.
    public var updated: FeedDate?
    /// RSS `image`, atom:logo or icon, itunes:image, JSON `icon`.
    public var image: FeedImage?
    /// The author as one display string, `Ann (ann@example.com)`.
    public var author: String?
    /// managingEditor, atom:author, dc:creator and others, each name once; Atom and JSON entries without author inherit them.
    public var authors: [Person] = []
    /// atom:contributor and dc:contributor.
    public var contributors: [Person] = []
    /// RSS, Atom, Dublin Core, Media RSS and Apple categories of the channel, in document order.
    public var categories: [FeedCategory] = []
    /// The address of a licence: creativeCommons, cc, or `atom:link rel=license`.
    public var license: String?
    /// Every `link` but the first alternate, with its relation: self, hub, next, prev-archive, license…
    public var links: [FeedLink] = []
    /// How often the publisher wants to be asked.
    public var rhythm = Rhythm()

    /// The items in document order.
    public var items: [ParsedItem] = []
    /// The item in which the document breaks off, as far as it goes. It is shown, but is no story: half a story is a wrong one.
    public var tornItem: ParsedItem?
    /// Items beyond the limit of one document, counted but not read.
    public var itemsBeyondLimit = 0
    /// Entries that the publisher withdrew (RFC 6721 `at:deleted-entry`).
    public var deletions: [Deletion] = []

    /// A document of which nothing but its form is known yet.
    public init(format: FeedFormat, encoding: String, isWellFormed: Bool) {
        self.format = format
        self.encoding = encoding
        self.isWellFormed = isWellFormed
    }

    /// Counts the items that were left out among the repairs.
    mutating func tellItemsBeyondLimit() {
        if itemsBeyondLimit > 0 { repairs.append("\(itemsBeyondLimit) items beyond the limit left out") }
    }
}

/// The format of a document, named as in the output of `wirespool parse`.
public enum FeedFormat: String, Hashable, Sendable, Codable {
    case rss090, rss091, rss092, rss093, rss094, rss10, rss20
    case atom03, atom10
    case jsonfeed10, jsonfeed11
    case newssitemap
}

/// A document's text construct (RFC 4287 §3.1), decoded once by the XML parser and otherwise as sent.
public struct MarkupText: Hashable, Sendable, Codable {
    /// What `value` holds.
    public enum Kind: String, Hashable, Sendable, Codable {
        /// Text without markup: `<` is a character.
        case plain
        /// HTML source: tags and entities are markup.
        case html
        /// XHTML, serialised again from the document's own elements.
        case xhtml
    }

    /// The text or its markup, to be read as `kind` says; never sanitised here.
    public var value: String
    /// How `value` is to be read.
    public var kind: Kind
    /// The address that relative URLs inside `value` are relative to.
    public var base: String?
    /// The language in force at the element (`xml:lang`).
    public var language: String?

    /// A text; plain unless another kind is given.
    public init(_ value: String, kind: Kind = .plain, base: String? = nil, language: String? = nil) {
        self.value = value
        self.kind = kind
        self.base = base
        self.language = language
    }
}

/// A channel's picture.
public struct FeedImage: Hashable, Sendable, Codable {
    /// The picture's address.
    public var url: String?
    /// RSS `image/title`: the words that stand for the picture.
    public var title: String?
    /// RSS `image/link`: the page that the picture leads to.
    public var link: String?

    /// A picture; Atom and JSON Feed know only its address.
    public init(url: String? = nil, title: String? = nil, link: String? = nil) {
        self.url = url
        self.title = title
        self.link = link
    }
}

/// A person construct (RFC 4287 §3.2), an RSS author or a Dublin Core creator.
public struct Person: Hashable, Sendable, Codable {
    /// The name for people (RFC 4287 §3.2.1); of an RSS author what is left without the mail address.
    public var name: String?
    /// The mail address, as sent.
    public var email: String?
    /// A page about the person: atom:uri, or JSON `url`.
    public var uri: String?

    /// A person; what the publisher leaves out is nil.
    public init(name: String? = nil, email: String? = nil, uri: String? = nil) {
        self.name = name
        self.email = email
        self.uri = uri
    }
}

/// A category as sent: its term, the scheme or domain that the term belongs to, and a label for people.
public struct FeedCategory: Hashable, Sendable, Codable {
    /// Atom's `term`, or the text of an RSS category; never split at commas.
    public var term: String
    /// Atom's `scheme` or RSS's `domain`, as sent.
    public var scheme: String?
    /// Atom's `label`: the words for people.
    public var label: String?

    /// A category; RSS and JSON Feed know no label.
    public init(term: String, scheme: String? = nil, label: String? = nil) {
        self.term = term
        self.scheme = scheme
        self.label = label
    }
}

/// A typed link (RFC 8288) of a feed or an item.
public struct FeedLink: Hashable, Sendable, Codable {
    /// In lower case, `alternate` where none is given (RFC 4287 §4.2.7.2); `content` means `atom:content src`.
    public var relation: String
    /// The absolute address, where the document gave a base.
    public var url: String
    /// The media type that the publisher expects there, as sent.
    public var type: String?

    /// A link; without a type nothing is known about what it leads to.
    public init(relation: String, url: String, type: String? = nil) {
        self.relation = relation
        self.url = url
        self.type = type
    }
}

/// What the document itself says about how often to poll it (RSS 2.0 `ttl`, `skipHours`, `skipDays`; `sy:updatePeriod`).
public struct Rhythm: Hashable, Sendable, Codable {
    /// Minutes, as sent; clamped to what an Int holds.
    public var timeToLive: Int?
    /// Hours of the day in UTC, 0…23.
    public var skippedHours: Set<Int> = []
    /// Days of the week, 1 = Monday … 7 = Sunday.
    public var skippedDays: Set<Int> = []
    /// `hourly`, `daily`, `weekly`, `monthly` or `yearly`, in lower case.
    public var updatePeriod: String?
    /// How many updates a period of `updatePeriod` brings (`sy:updateFrequency`); clamped to what an Int holds.
    public var updateFrequency: Int?

    /// No hint at all.
    public init() {}
}

/// A withdrawn entry (RFC 6721).
public struct Deletion: Hashable, Sendable, Codable {
    /// `ref`: the atom:id of the entry that was withdrawn.
    public var id: String
    /// `when`: the time of the withdrawal.
    public var date: FeedDate?
    /// Why it was withdrawn, in the publisher's words.
    public var comment: String?

    /// A withdrawal; RFC 6721 demands its id and time, and publishers forget the time.
    public init(id: String, date: FeedDate? = nil, comment: String? = nil) {
        self.id = id
        self.date = date
        self.comment = comment
    }
}
