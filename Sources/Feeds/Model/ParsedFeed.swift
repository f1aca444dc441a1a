// SPDX-License-Identifier: Apache-2.0

/// What the publisher said in one document, in the publisher's own words and order; nothing is interpreted yet.
///
/// URLs are absolute where the document gave a base (`xml:base`, the feed's address). Absent is nil or empty, never an empty string.
public struct ParsedFeed: Hashable, Sendable {
    public var format: FeedFormat
    /// The charset that the bytes were read as, in lower case (`utf-8`, `gb18030`).
    public var encoding: String
    public var isWellFormed: Bool
    /// The document broke off or was abandoned: items may be missing, so its validators must not be kept.
    public var isTruncated = false
    /// Every liberty taken while reading, in words for people: `undeclared entity 'nbsp'`, `3 bad bytes replaced`.
    public var repairs: [String] = []

    public var title: MarkupText?
    public var link: String?
    public var subtitle: MarkupText?
    public var id: String?
    public var language: String?
    public var rights: MarkupText?
    public var generator: String?
    public var updated: FeedDate?
    public var image: FeedImage?
    /// The author as one display string, `Ann (ann@example.com)`.
    public var author: String?
    public var authors: [Person] = []
    public var contributors: [Person] = []
    public var categories: [FeedCategory] = []
    public var license: String?
    /// Every `link` but the first alternate, with its relation: self, hub, next, prev-archive, license…
    public var links: [FeedLink] = []
    public var rhythm = Rhythm()

    /// The items in document order.
    public var items: [ParsedItem] = []
    /// Items beyond the limit of one document, counted but not read.
    public var itemsBeyondLimit = 0
    /// Entries that the publisher withdrew (RFC 6721 `at:deleted-entry`).
    public var deletions: [Deletion] = []

    public init(format: FeedFormat, encoding: String, isWellFormed: Bool) {
        self.format = format
        self.encoding = encoding
        self.isWellFormed = isWellFormed
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
public struct MarkupText: Hashable, Sendable {
    /// What `value` holds.
    public enum Kind: String, Hashable, Sendable {
        /// Text without markup: `<` is a character.
        case plain
        /// HTML source: tags and entities are markup.
        case html
        /// XHTML, serialised again from the document's own elements.
        case xhtml
    }

    public var value: String
    public var kind: Kind
    /// The address that relative URLs inside `value` are relative to.
    public var base: String?
    /// The language in force at the element (`xml:lang`).
    public var language: String?

    public init(_ value: String, kind: Kind = .plain, base: String? = nil, language: String? = nil) {
        self.value = value
        self.kind = kind
        self.base = base
        self.language = language
    }
}

/// A channel's picture.
public struct FeedImage: Hashable, Sendable {
    public var url: String?
    public var title: String?
    public var link: String?

    public init(url: String? = nil, title: String? = nil, link: String? = nil) {
        self.url = url
        self.title = title
        self.link = link
    }
}

/// A person construct (RFC 4287 §3.2), an RSS author or a Dublin Core creator.
public struct Person: Hashable, Sendable {
    public var name: String?
    public var email: String?
    public var uri: String?

    public init(name: String? = nil, email: String? = nil, uri: String? = nil) {
        self.name = name
        self.email = email
        self.uri = uri
    }
}

/// A category as sent: its term, the scheme or domain that the term belongs to, and a label for people.
public struct FeedCategory: Hashable, Sendable {
    public var term: String
    public var scheme: String?
    public var label: String?

    public init(term: String, scheme: String? = nil, label: String? = nil) {
        self.term = term
        self.scheme = scheme
        self.label = label
    }
}

/// A typed link (RFC 8288) of a feed or an item.
public struct FeedLink: Hashable, Sendable {
    public var relation: String
    public var url: String
    public var type: String?

    public init(relation: String, url: String, type: String? = nil) {
        self.relation = relation
        self.url = url
        self.type = type
    }
}

/// What the document itself says about how often to poll it (RSS 2.0 `ttl`, `skipHours`, `skipDays`; `sy:updatePeriod`).
public struct Rhythm: Hashable, Sendable {
    /// Minutes, as sent; clamped to what an Int holds.
    public var timeToLive: Int?
    /// Hours of the day in UTC, 0…23.
    public var skippedHours: Set<Int> = []
    /// Days of the week, 1 = Monday … 7 = Sunday.
    public var skippedDays: Set<Int> = []
    /// `hourly`, `daily`, `weekly`, `monthly` or `yearly`, in lower case.
    public var updatePeriod: String?
    public var updateFrequency: Int?

    /// No hint at all.
    public init() {}
}

/// A withdrawn entry (RFC 6721).
public struct Deletion: Hashable, Sendable {
    public var id: String
    public var date: FeedDate?
    public var comment: String?

    public init(id: String, date: FeedDate? = nil, comment: String? = nil) {
        self.id = id
        self.date = date
        self.comment = comment
    }
}
