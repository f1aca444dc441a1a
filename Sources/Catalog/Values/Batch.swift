// SPDX-License-Identifier: Apache-2.0
public import Articles
public import FoundationEssentials
public import Stories

/// Everything that one poll of one feed leads to, committed as a whole or not at all.
public struct Batch: Sendable {
    /// The feed's state after the poll, its new validators included.
    public var feed: FeedState
    /// The source group whose feeds may carry the same text: `xinhua` for all feeds of Xinhua.
    public var publisher: String
    /// The feed's setting.
    public var identity: IdentityStrategy
    /// All articles of the document, in document order.
    public var articles: [Article]
    /// The document did not break off: what is not in it is not in the feed.
    public var isWhole: Bool
    /// The articles are of a page of the past, not of the feed's document.
    public var isArchive = false
    /// The articles are what has changed since the last document; the others are still in it.
    public var isDelta = false
    /// The items that could not be made into articles.
    public var rejections: [Rejection]
    /// The entries that the publisher deleted (RFC 6721).
    public var deletions: [Withdrawal]
    /// The poll to write an event about, or nil for none.
    public var poll: PollSummary?
    /// Further events, written before the poll's own.
    public var events: [LogEvent]
    /// What the verdicts make of the feed's state, its next poll above all; a pure function of the state, the counts, and whether nothing
    /// of the feed could have been known. Without it the state stays as it is.
    public var settle: (@Sendable (FeedState, VerdictCounts, _ isFirst: Bool) -> FeedState)?
    /// The time of the commit: given, so that the same batch always makes the same records.
    public var at: Date

    /// A batch of articles; what else there is to say is set afterwards.
    public init(feed: FeedState, publisher: String, identity: IdentityStrategy = .auto, articles: [Article] = [], at: Date) {
        self.feed = feed
        self.publisher = publisher
        self.identity = identity
        self.articles = articles
        self.isWhole = true
        self.rejections = []
        self.deletions = []
        self.events = []
        self.at = at
    }
}

/// A story that its publisher takes back without an item of its own.
public struct Withdrawal: Hashable, Sendable {
    /// The guid or atom:id of the entry.
    public var id: String
    /// Why, in the publisher's words.
    public var reason: String?

    /// The withdrawal of the entry with this id.
    public init(id: String, reason: String? = nil) {
        self.id = id
        self.reason = reason
    }
}

/// An item that could not be made into an article.
public struct Rejection: Hashable, Sendable {
    /// Its place in the document, from 0.
    public var position: Int
    /// Its guid, where it has one.
    public var id: String?
    /// What is wrong with it, in words for people.
    public var reason: String

    /// An item of a document, and what is wrong with it.
    public init(position: Int, id: String? = nil, reason: String) {
        self.position = position
        self.id = id
        self.reason = reason
    }
}

/// What the poll's own event tells beside the counts of verdicts.
public struct PollSummary: Hashable, Sendable {
    /// The HTTP status.
    public var status: Int
    /// Items in the document.
    public var items: Int
    /// Bytes on the wire.
    public var bytes: Int
    /// From the request to the last byte.
    public var duration: Duration

    /// A poll that was answered.
    public init(status: Int, items: Int = 0, bytes: Int = 0, duration: Duration = .zero) {
        self.status = status
        self.items = items
        self.bytes = bytes
        self.duration = duration
    }
}
