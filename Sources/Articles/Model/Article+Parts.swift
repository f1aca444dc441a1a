// SPDX-License-Identifier: Apache-2.0

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
        /// The feed's name in the settings.
        public var name: String
        /// The configured address, without user name and password.
        public var url: String
        /// The operator's title, else the feed's own.
        public var title: String?
        /// The page that the feed itself links to: RSS `link`, Atom's alternate, `home_page_url`.
        public var homepage: String?
        /// BCP 47, as the feed says.
        public var language: String?
        /// The operator's own words for the feed's stories.
        public var tags: [String]?

        /// A feed of which only name and address are known, unless more is given.
        public init(
            name: String, url: String, title: String? = nil, homepage: String? = nil, language: String? = nil, tags: [String]? = nil
        ) {
            self.tags = tags
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
        /// The agency's name for people: `Xinhua`.
        public var name: String
        /// Percent.
        public var confidence: Int
        /// Where it was read.
        public var from: Origin

        /// Where an agency is looked for, in this order; `feed` is the operator's setting.
        public enum Origin: String, Hashable, Sendable, Codable { case dateline, credit, publisher, feed }

        /// An agency that was recognised, and how surely.
        public init(code: String, name: String, confidence: Int, from: Origin) {
            self.code = code
            self.name = name
            self.confidence = confidence
            self.from = from
        }
    }

    /// A label that an agency puts before, behind or inside a headline.
    public struct Marker: Hashable, Sendable, Codable {
        /// What a label announces, by the agencies' own use: `CORRECTED` a substantive error, `REFILE` a minor one.
        public enum Class: String, Hashable, Sendable, Codable {
            case revision, correction
            case minorCorrection = "correction-minor"
            case repetition = "repeat"
            case kill, hold, genre, series, urgency, advisory
        }

        /// What the label announces.
        public var `class`: Class
        /// The label as written: `UPDATE 2`, `(LEAD)`.
        public var raw: String
        /// The number of the revision, where it says one.
        public var n: Int?

        /// A marker found in a headline.
        public init(_ class: Class, raw: String, n: Int? = nil) {
            self.class = `class`
            self.raw = raw
            self.n = n
        }
    }

    /// A label as sent, and the IPTC Media Topic that it means, if that is known.
    public struct Category: Hashable, Sendable, Codable {
        /// The label for people as sent, else the term.
        public var raw: String
        /// What the term belongs to: RSS `domain`, Atom `scheme`.
        public var scheme: String?
        /// The full URI of a Media Topic.
        public var medtop: String?
        /// Percent.
        public var confidence: Int?

        /// A label as sent; without `medtop` no topic is known for it.
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
        /// The date as the publisher wrote it; absent where nobody wrote one.
        public var raw: String?
        /// How far `utc` can be trusted: a raw value of `DateQuality`.
        public var quality: String

        /// A moment that is understood already; nothing is checked.
        public init(utc: String, raw: String? = nil, quality: String) {
            self.utc = utc
            self.raw = raw
            self.quality = quality
        }
    }

    /// The publisher's own identifiers, untouched.
    public struct Identifiers: Hashable, Sendable, Codable {
        /// guid, rdf:about or the JSON id: an exact string, never normalised.
        public var guid: String?
        /// atom:id, compared character by character (RFC 4287 §4.2.6.1).
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
        /// IPTC copyrightHolder, as the operator names it.
        public var holder: String?
        /// IPTC copyrightNotice: the operator's, else the item's, its media's or the feed's.
        public var notice: String?
        /// IPTC usageTerms: the operator's, else the address in `media:copyright`.
        public var terms: String?
        /// The licence's URI.
        public var licence: String?

        /// No rights named.
        public init() {}
    }

    /// WGS 84 degrees, from georss or geo elements.
    public struct Coordinates: Hashable, Sendable, Codable {
        /// Degrees north of the equator, −90…90.
        public var lat: Double
        /// Degrees east of Greenwich, −180…180.
        public var lon: Double

        /// A point that is on the Earth already; nothing is checked.
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
        /// What the rule measured, by its name in the log: `C3` the share of text in common, `dt` hours apart.
        public var numbers: [String: Double]?

        /// The decision `code`, with what it measured.
        public init(code: String, numbers: [String: Double]? = nil) {
            self.code = code
            self.numbers = numbers
        }
    }

    /// What differs from the revision before.
    public struct Changes: Hashable, Sendable, Codable {
        /// The words of the headline differ, markers, case and punctuation apart.
        public var headline: Bool
        /// Paragraphs that the revision before did not have, counted as often as they stand there.
        public var paragraphsAdded: Int
        /// Paragraphs that only the revision before had.
        public var paragraphsRemoved: Int
        /// Words that the revision before did not have, counted as often as they stand there.
        public var wordsAdded: Int?
        /// Words that only the revision before had.
        public var wordsRemoved: Int?
        /// Numbers of the text that only this revision has, at most 20.
        public var numbersAdded: [String]?
        /// Numbers of the text that only the revision before had, at most 20.
        public var numbersRemoved: [String]?

        /// A comparison that is made already.
        public init(headline: Bool, paragraphsAdded: Int, paragraphsRemoved: Int) {
            self.headline = headline
            self.paragraphsAdded = paragraphsAdded
            self.paragraphsRemoved = paragraphsRemoved
        }
    }

    /// Possibly the same story under another id.
    public struct RelatedStory: Hashable, Sendable, Codable {
        /// The other story's `Article.id`.
        public var id: String
        /// How alike the two are; higher is more alike.
        public var score: Double
        /// What suggested that the two belong together.
        public var reason: String

        /// A doubt that leaves both stories with ids of their own.
        public init(id: String, score: Double, reason: String) {
            self.id = id
            self.score = score
            self.reason = reason
        }
    }
}
