// SPDX-License-Identifier: Apache-2.0

/// One item or entry, as the publisher sent it.
public struct ParsedItem: Hashable, Sendable {
    /// The place in the document, from 0. Never part of an identity: a prepended item would move it.
    public var position: Int

    /// guid, atom:id, rdf:about or the JSON id: an exact string, never normalised.
    public var id: String?
    /// The guid is the item's address too: `isPermaLink` is absent or true, and the value is an absolute http(s) URL.
    public var isIDPermalink = false
    public var link: String?
    /// feedburner:origLink: the address behind a redirecting `link`.
    public var originalLink: String?
    /// Every other link with its relation (via, related, license, next…).
    public var links: [FeedLink] = []

    public var title: MarkupText?
    /// description, atom:summary, dc:description or itunes:summary. content:encoded alone is no summary.
    public var summary: MarkupText?
    /// The bodies in order of preference (MODEL.md §7): atom:content, content:encoded, xhtml:body, JSON content.
    public var contents: [Content] = []

    public var published: FeedDate?
    public var updated: FeedDate?
    public var created: FeedDate?
    public var expires: FeedDate?
    /// dcterms:available: not to be published before.
    public var available: FeedDate?

    /// The author as one display string.
    public var author: String?
    public var authors: [Person] = []
    public var contributors: [Person] = []
    /// dc:publisher.
    public var publisher: String?
    public var categories: [FeedCategory] = []
    public var enclosures: [Enclosure] = []
    /// Media RSS, groups kept whole.
    public var media: [MediaAsset] = []
    /// media:status state (`active`, `blocked`, `deleted`) in lower case.
    public var status: String?
    public var statusReason: String?
    public var source: ItemSource?
    public var language: String?
    public var rights: MarkupText?
    public var license: String?
    public var geo: GeoPoint?
    /// dc:identifier, often a slug.
    public var identifier: String?
    /// dc:type (`StillImage`, `MovingImage`, `Sound`, `Text`).
    public var type: String?

    public init(position: Int) {
        self.position = position
    }
}

/// One body of an item.
public struct Content: Hashable, Sendable {
    public var text: MarkupText
    /// The media type, in lower case.
    public var mediaType: String
    /// True for content:encoded, inline atom:content and JSON content, which hold the whole text; false for a description.
    public var isComplete: Bool

    public init(_ text: MarkupText, mediaType: String, isComplete: Bool = true) {
        self.text = text
        self.mediaType = mediaType
        self.isComplete = isComplete
    }
}

/// A file that belongs to the item: RSS enclosure, `atom:link rel=enclosure`, JSON attachment.
public struct Enclosure: Hashable, Sendable {
    public var url: String
    public var type: String?
    /// The length as sent; it need not be a number.
    public var length: String?
    public var title: String?
    /// Seconds.
    public var duration: Double?

    public init(url: String, type: String? = nil, length: String? = nil, title: String? = nil, duration: Double? = nil) {
        self.url = url
        self.type = type
        self.length = length
        self.title = title
        self.duration = duration
    }
}

/// One picture, film or sound of Media RSS: a `media:group` with its renditions, or a bare `media:content`.
public struct MediaAsset: Hashable, Sendable {
    /// One form of the asset (`media:content`, `media:thumbnail`).
    public struct Rendition: Hashable, Sendable {
        public var url: String
        public var type: String?
        /// image, video, audio, document, executable.
        public var medium: String?
        public var width: Int?
        public var height: Int?
        public var bytes: Int?
        /// Seconds.
        public var duration: Double?
        public var isThumbnail: Bool

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

    public var renditions: [Rendition] = []
    public var title: MarkupText?
    public var description: MarkupText?
    public var credits: [MediaCredit] = []
    public var rights: String?
    public var rightsURL: String?
    public var rating: String?
    public var keywords: String?
    /// dc:type inside the group.
    public var type: String?

    /// An asset without anything.
    public init() {}
}

/// Who made a media asset (`media:credit`).
public struct MediaCredit: Hashable, Sendable {
    public var value: String
    public var role: String?
    public var scheme: String?

    public init(_ value: String, role: String? = nil, scheme: String? = nil) {
        self.value = value
        self.role = role
        self.scheme = scheme
    }
}

/// Where an item was taken from (RSS source, atom:source).
public struct ItemSource: Hashable, Sendable {
    public var title: String?
    public var id: String?
    public var link: String?
    public var subtitle: String?
    public var rights: String?
    public var updated: FeedDate?
    public var author: String?
    public var authors: [Person] = []

    /// A source without anything.
    public init() {}
}

/// A point on the Earth, WGS 84 degrees.
public struct GeoPoint: Hashable, Sendable, Codable {
    public var latitude: Double
    public var longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}
