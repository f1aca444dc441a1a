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
    /// Why this revision was made; in a first revision only where it changes a story that we never had.
    public var changeType: ChangeType?
    /// What joined this revision to its story; absent in a first revision.
    public var matchedBy: Match?
    /// What differs from the revision before; absent in a first revision and in a tombstone.
    public var changes: Changes?
    /// The id of the story that this one is a syndicated copy of.
    public var copyOf: String?
    /// Stories that may be the same as this one, but not surely enough to make it a revision of theirs.
    public var related: [RelatedStory]?

    /// Where the item was fetched, whoever wrote it.
    public var feed: FeedReference
    /// The document that the item stood in, and its place there.
    public var provenance: Provenance?
    /// Who wrote the story: the dateline's agency, else a credit's, else dc:publisher's, else the one in the settings.
    public var agency: AgencyReference?
    /// IPTC type; an item that is nothing but a caption is a picture.
    public var kind = Kind.text
    /// IPTC pubStatus: from `media:status`, a kill or hold marker, or a withdrawn entry (RFC 6721); usable where nothing is said.
    public var status = Status.usable
    /// IPTC urgency, 1 (highest) to 9.
    public var urgency: Int?

    /// The headline without its markers.
    public var headline = ""
    /// The title as the XML or JSON held it, decoded once, its own markup included.
    public var headlineRaw = ""
    /// The markers taken off the headline, in the order found.
    public var markers: [Marker]?
    /// IPTC slugline: a dc:identifier that reads like one, `RUSSIA-SYRIA/`.
    public var slug: String?
    /// People only, in the order given.
    public var byline: [String]?
    /// What opened the story, taken off `text` unless it is a place alone; absent where no known form fits.
    public var dateline: Dateline?
    /// What ran into the first paragraph before its dateline, mostly the headline once more.
    public var preface: String?
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
    /// What the agency tells editors, as written: `(Adds details)`; failing that, the reason that a withdrawal gives.
    public var advisory: String?
    /// What the agency writes behind the last word (`Enditem`), taken off `text`.
    public var endMark: String?

    /// At most 100 assets, each address in one of them only.
    public var media: [Media]?
    /// The item's labels, each once.
    public var categories: [Category]?
    /// BCP 47.
    public var language: String?
    /// pubDate, atom:published, dc:date or date_published; without any date in the item, the dateline's day.
    public var published: Moment?
    /// atom:updated, dcterms:modified or date_modified.
    public var updated: Moment?
    /// When the document was received; quality `exact`.
    public var fetched: Moment
    /// `updated`, else `published`, else `fetched`.
    public var effective: Moment
    /// dcterms:available: not to be published before this; it may lie ahead.
    public var embargoedUntil: Moment?
    /// expirationDate or the end of dcterms:valid: not to be used after this; it may lie ahead.
    public var expires: Moment?
    /// The address for readers, as sent.
    public var link: String?
    /// The link in one form for comparison, without tracking parameters; never to be shown.
    public var canonicalLink: String?
    /// What the publisher calls the item; no identity of ours.
    public var ids = Identifiers()
    /// Absent where neither the operator, the item, its media nor the feed says anything.
    public var rights: Rights?
    /// Where the item itself says it took place; never derived from the dateline.
    public var geo: Coordinates?
    /// What de-duplication compares.
    public var hashes = Hashes()
    /// Every repair and every doubt, in words for people.
    public var warnings: [String]?

    /// An article of which only the feed and the time of receipt are known; `effective` is that time until a date is read.
    public init(feed: FeedReference, fetched: Moment) {
        self.feed = feed
        self.fetched = fetched
        self.effective = fetched
    }
}
