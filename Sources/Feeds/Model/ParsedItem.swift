// SPDX-License-Identifier: Apache-2.0

/// One item or entry, as the publisher sent it.
public struct ParsedItem: Hashable, Sendable, Codable {
    /// The place in the document, from 0. Never part of an identity: a prepended item would move it.
    public var position: Int

    /// guid, atom:id, rdf:about or the JSON id: an exact string, never normalised.
    public var id: String?
    /// The guid is the item's address too: `isPermaLink` is absent or true, and the value is an absolute http(s) URL.
    public var isIDPermalink = false
    /// RSS `link`, Atom's first alternate or JSON `url`; where there is none, an id that is a web address.
    public var link: String?
    /// feedburner:origLink: the address behind a redirecting `link`.
    public var originalLink: String?
    /// Every other link with its relation (via, related, license, next…).
    public var links: [FeedLink] = []

    /// RSS `title`, atom:title or dc:title; itunes:title or `media:title` only where there is no other.
    public var title: MarkupText?
    /// description, atom:summary, dc:description or itunes:summary. content:encoded alone is no summary.
    public var summary: MarkupText?
    /// The bodies in order of preference (MODEL.md §7): atom:content, content:encoded, xhtml:body, JSON content.
    public var contents: [Content] = []

    /// pubDate, atom:published, dc:date, dcterms:issued or date_published.
    public var published: FeedDate?
    /// atom:updated, dcterms:modified, `lastmod` or date_modified, else dc:date.
    public var updated: FeedDate?
    /// dcterms:created, or `created` of Atom 0.3.
    public var created: FeedDate?
    /// expirationDate of RSS 0.93, or the end of dcterms:valid: not to be used after.
    public var expires: FeedDate?
    /// dcterms:available: not to be published before.
    public var available: FeedDate?

    /// The author as one display string.
    public var author: String?
    /// atom:author, RSS author, dc:creator and others, each name once; else inherited in Atom (RFC 4287 §4.2.1) and JSON.
    public var authors: [Person] = []
    /// atom:contributor and dc:contributor.
    public var contributors: [Person] = []
    /// dc:publisher.
    public var publisher: String?
    /// RSS, Atom, dc:subject, Media RSS and Apple categories and JSON tags, in document order but for Media RSS, which comes last.
    public var categories: [FeedCategory] = []
    /// Files by RSS enclosure, `atom:link rel=enclosure` or JSON attachment, in document order.
    public var enclosures: [Enclosure] = []
    /// Media RSS, groups kept whole.
    public var media: [MediaAsset] = []
    /// media:status state (`active`, `blocked`, `deleted`) in lower case.
    public var status: String?
    /// `media:status reason`, in the publisher's words.
    public var statusReason: String?
    /// The feed that the item was first published in, where it names one.
    public var source: ItemSource?
    /// xml:lang in force, else dc:language or JSON `language`, as sent; not yet canonical.
    public var language: String?
    /// atom:rights or dc:rights of the item itself; its media have their own.
    public var rights: MarkupText?
    /// The address of a licence: creativeCommons, cc, `atom:link rel=license` or media:license.
    public var license: String?
    /// The point that georss, gml or geo elements give.
    public var geo: GeoPoint?
    /// The line, area or box that georss or gml elements give.
    public var shape: GeoShape?
    /// dc:identifier, often a slug.
    public var identifier: String?
    /// dc:type (`StillImage`, `MovingImage`, `Sound`, `Text`).
    public var type: String?

    /// An item of which only the place in the document is known.
    public init(position: Int) {
        self.position = position
    }
}

/// One body of an item.
public struct Content: Hashable, Sendable, Codable {
    /// The body as sent, to be read as its kind says.
    public var text: MarkupText
    /// The media type, in lower case.
    public var mediaType: String
    /// True for content:encoded, inline atom:content and JSON content, which hold the whole text; false for a description.
    public var isComplete: Bool

    /// A body; the whole text unless said otherwise.
    public init(_ text: MarkupText, mediaType: String, isComplete: Bool = true) {
        self.text = text
        self.mediaType = mediaType
        self.isComplete = isComplete
    }
}

/// A file that belongs to the item: RSS enclosure, `atom:link rel=enclosure`, JSON attachment.
public struct Enclosure: Hashable, Sendable, Codable {
    /// The absolute address of the file.
    public var url: String
    /// The media type, as sent.
    public var type: String?
    /// The length as sent; it need not be a number.
    public var length: String?
    /// JSON attachment's title; attachments of one title are one thing in several forms.
    public var title: String?
    /// Seconds.
    public var duration: Double?

    /// A file; RSS demands its length and type too, and publishers forget them.
    public init(url: String, type: String? = nil, length: String? = nil, title: String? = nil, duration: Double? = nil) {
        self.url = url
        self.type = type
        self.length = length
        self.title = title
        self.duration = duration
    }
}

/// One picture, film or sound of Media RSS: a `media:group` with its renditions, or a bare `media:content`.
public struct MediaAsset: Hashable, Sendable, Codable {
    /// One form of the asset (`media:content`, `media:thumbnail`).
    public struct Rendition: Hashable, Sendable, Codable {
        /// The absolute address of this form.
        public var url: String
        /// The media type, in lower case.
        public var type: String?
        /// image, video, audio, document, executable.
        public var medium: String?
        /// Pixels, as sent.
        public var width: Int?
        /// Pixels, as sent.
        public var height: Int?
        /// `fileSize`, as sent; it was not measured.
        public var bytes: Int?
        /// Seconds.
        public var duration: Double?
        /// It is a `media:thumbnail`, which only stands for the asset.
        public var isThumbnail: Bool

        /// A form of an asset; what the publisher doesn't say is nil.
        public init(
            url: String, type: String? = nil, medium: String? = nil, width: Int? = nil, height: Int? = nil, bytes: Int? = nil,
            duration: Double? = nil, isThumbnail: Bool = false
        ) {
            self.url = url
            self.type = type
            self.medium = medium
            self.width = width
            self.height = height
            self.bytes = bytes
            self.duration = duration
            self.isThumbnail = isThumbnail
        }
    }

    /// Every form of the one asset, in document order.
    public var renditions: [Rendition] = []
    /// `media:title`: a caption, where there is no description.
    public var title: MarkupText?
    /// `media:description` or `media:text`: the caption.
    public var description: MarkupText?
    /// The asset's own credits, else those that stand in the item for all its assets.
    public var credits: [MediaCredit] = []
    /// The words of `media:copyright`.
    public var rights: String?
    /// `media:copyright url`: the terms of use.
    public var rightsURL: String?
    /// `media:rating`, as sent.
    public var rating: String?
    /// `media:status state` of the asset itself (`active`, `blocked`, `deleted`) in lower case.
    public var status: String?
    /// `media:keywords`, as sent: one string with commas.
    public var keywords: String?
    /// dc:type inside the group.
    public var type: String?

    /// An asset without anything.
    public init() {}
}

/// Who made a media asset (`media:credit`).
public struct MediaCredit: Hashable, Sendable, Codable {
    /// The name, or all that the credit says where it isn't a name alone.
    public var value: String
    /// What the name did (`photographer`, `origprov`), as sent.
    public var role: String?
    /// The vocabulary of `role`, as sent; `urn:ebu` where absent (Media RSS).
    public var scheme: String?

    /// A credit; without a role the name itself must tell a person from a company.
    public init(_ value: String, role: String? = nil, scheme: String? = nil) {
        self.value = value
        self.role = role
        self.scheme = scheme
    }
}

/// Where an item was taken from (RSS source, atom:source).
public struct ItemSource: Hashable, Sendable, Codable {
    /// The source's title, with whatever markup it has.
    public var title: String?
    /// atom:id of the source feed: an exact string, never normalised.
    public var id: String?
    /// RSS `source url`, which is the feed; atom:source's alternate, which is its page.
    public var link: String?
    /// atom:subtitle of the source feed.
    public var subtitle: String?
    /// atom:rights of the source feed, with whatever markup they have.
    public var rights: String?
    /// atom:updated of the source feed, not of the item.
    public var updated: FeedDate?
    /// The author as one display string.
    public var author: String?
    /// Authors of the source feed; an entry without author inherits them (RFC 4287 §4.2.1).
    public var authors: [Person] = []

    /// A source without anything.
    public init() {}
}
