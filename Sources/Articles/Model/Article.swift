// SPDX-License-Identifier: Apache-2.0

/// One revision of one story in the native model `wirespool.article/1` (docs/ARTICLE.md).
///
/// Every cleaned field keeps its raw twin, so that a record can be normalised again from itself.
public struct Article: Hashable, Sendable, Codable {
    /// The constant `wirespool.article/1`.
    public var schema = "wirespool.article/1"
    /// A `tag:` URI (RFC 4151), stable over all revisions. Empty until the story is known.
    public var id = ""
    /// Our counter, from 1.
    public var revision = 1
    /// The content hash of the revision before.
    public var supersedes: String?
    public var changeType: ChangeType?
    public var matchedBy: Match?
    public var changes: Changes?
    /// The id of the story that this one is a syndicated copy of.
    public var copyOf: String?
    public var related: [RelatedStory]?

    public var feed: FeedReference
    public var agency: AgencyReference?
    public var kind = Kind.text
    public var status = Status.usable
    /// IPTC urgency, 1 (highest) to 9.
    public var urgency: Int?

    /// The headline without its markers.
    public var headline = ""
    public var headlineRaw = ""
    public var markers: [Marker]?
    public var slug: String?
    /// People only, in the order given.
    public var byline: [String]?
    public var dateline: Dateline?
    /// Absent when it is a prefix of the text.
    public var summary: String?
    /// The paragraphs, joined by a blank line, without caption, dateline and end mark.
    public var text = ""
    /// The offset, in Unicode scalars, in the untouched first paragraph at which `text` begins.
    public var bodyStart: Int?
    /// A sanitised XHTML fragment with absolute URLs.
    public var html: String?
    /// The full text is present, not only its first lines.
    public var bodyComplete = false
    public var advisory: String?
    public var endMark: String?

    public var media: [Media]?
    public var categories: [Category]?
    /// BCP 47.
    public var language: String?
    public var published: Moment?
    public var updated: Moment?
    public var fetched: Moment
    /// `updated`, else `published`, else `fetched`.
    public var effective: Moment
    public var embargoedUntil: Moment?
    public var expires: Moment?
    public var link: String?
    public var canonicalLink: String?
    public var ids = Identifiers()
    public var rights: Rights?
    public var geo: Coordinates?
    public var hashes = Hashes()
    /// Every repair and every doubt, in words for people.
    public var warnings: [String]?

    public init(feed: FeedReference, fetched: Moment) {
        self.feed = feed
        self.fetched = fetched
        self.effective = fetched
    }
}

extension Article {
    /// What the item is.
    public enum Kind: String, Hashable, Sendable, Codable { case text, picture, video, audio, advisory }

    /// IPTC pubStatus.
    public enum Status: String, Hashable, Sendable, Codable { case usable, withheld, canceled }

    /// Why a revision was made.
    public enum ChangeType: String, Hashable, Sendable, Codable {
        case update, correction, refile
        case repetition = "repeat"
        case kill, hold, metadata
    }

    /// The feed that the item was fetched from.
    public struct FeedReference: Hashable, Sendable, Codable {
        public var name: String
        public var url: String
        public var title: String?
        public var homepage: String?
        public var language: String?

        public init(name: String, url: String, title: String? = nil, homepage: String? = nil, language: String? = nil) {
            self.name = name
            self.url = url
            self.title = title
            self.homepage = homepage
            self.language = language
        }
    }

    /// The agency that wrote the story, which need not be the feed's publisher.
    public struct AgencyReference: Hashable, Sendable, Codable {
        /// Our short code: `xinhua`, `afp`.
        public var code: String
        public var name: String
        /// Percent.
        public var confidence: Int
        /// Where it was read.
        public var from: Origin

        public enum Origin: String, Hashable, Sendable, Codable { case dateline, credit, publisher, feed }

        public init(code: String, name: String, confidence: Int, from: Origin) {
            self.code = code
            self.name = name
            self.confidence = confidence
            self.from = from
        }
    }

    /// A label that an agency puts before, behind or inside a headline.
    public struct Marker: Hashable, Sendable, Codable {
        public enum Class: String, Hashable, Sendable, Codable {
            case revision, correction
            case minorCorrection = "correction-minor"
            case repetition = "repeat"
            case kill, hold, genre, series, urgency, advisory
        }

        public var `class`: Class
        public var raw: String
        /// The number of the revision, where it says one.
        public var n: Int?

        public init(_ class: Class, raw: String, n: Int? = nil) {
            self.class = `class`
            self.raw = raw
            self.n = n
        }
    }

    /// A label as sent, and the IPTC Media Topic that it means, if that is known.
    public struct Category: Hashable, Sendable, Codable {
        public var raw: String
        public var scheme: String?
        /// The full URI of a Media Topic.
        public var medtop: String?
        /// Percent.
        public var confidence: Int?

        public init(raw: String, scheme: String? = nil, medtop: String? = nil, confidence: Int? = nil) {
            self.raw = raw
            self.scheme = scheme
            self.medtop = medtop
            self.confidence = confidence
        }
    }

    /// An instant in UTC, as sent and as understood.
    public struct Moment: Hashable, Sendable, Codable {
        /// RFC 3339 in UTC, whole seconds: `2018-02-20T10:00:00Z`.
        public var utc: String
        public var raw: String?
        public var quality: String

        public init(utc: String, raw: String? = nil, quality: String) {
            self.utc = utc
            self.raw = raw
            self.quality = quality
        }
    }

    /// The publisher's own identifiers, untouched.
    public struct Identifiers: Hashable, Sendable, Codable {
        public var guid: String?
        public var atomId: String?
        /// The version suffix of the guid, where the agency writes one.
        public var revisionId: String?
        /// dc:identifier.
        public var identifier: String?

        /// No identifier at all.
        public init() {}
    }

    /// Whose the story is and what may be done with it.
    public struct Rights: Hashable, Sendable, Codable {
        public var holder: String?
        public var notice: String?
        public var terms: String?
        /// The licence's URI.
        public var licence: String?

        /// No rights named.
        public init() {}
    }

    /// WGS 84 degrees, from georss or geo elements.
    public struct Coordinates: Hashable, Sendable, Codable {
        public var lat: Double
        public var lon: Double

        public init(lat: Double, lon: Double) {
            self.lat = lat
            self.lon = lon
        }
    }

    /// Digests in lower-case hexadecimal.
    public struct Hashes: Hashable, Sendable, Codable {
        /// SHA-256 over the normalised headline and text.
        public var content = ""
        /// SHA-256 of the normalised headline.
        public var title = ""
        /// A 64-bit similarity hash of the text's words; for diagnosis only.
        public var simhash: String?

        /// Empty until computed.
        public init() {}
    }

    /// What joined this revision to its story: a decision code and its numbers.
    public struct Match: Hashable, Sendable, Codable {
        /// `key-guid`, `key-link`, `key-content`, or a rule of docs/decisions on versions.
        public var code: String
        public var numbers: [String: Double]?

        public init(code: String, numbers: [String: Double]? = nil) {
            self.code = code
            self.numbers = numbers
        }
    }

    /// What differs from the revision before.
    public struct Changes: Hashable, Sendable, Codable {
        public var headline: Bool
        public var paragraphsAdded: Int
        public var paragraphsRemoved: Int

        public init(headline: Bool, paragraphsAdded: Int, paragraphsRemoved: Int) {
            self.headline = headline
            self.paragraphsAdded = paragraphsAdded
            self.paragraphsRemoved = paragraphsRemoved
        }
    }

    /// Possibly the same story under another id.
    public struct RelatedStory: Hashable, Sendable, Codable {
        public var id: String
        public var score: Double
        public var reason: String

        public init(id: String, score: Double, reason: String) {
            self.id = id
            self.score = score
            self.reason = reason
        }
    }
}
