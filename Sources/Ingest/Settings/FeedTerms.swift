// SPDX-License-Identifier: Apache-2.0
public import Articles
public import Stories
public import Transport

/// How a feed is polled and what its stories are to be taken for; read through `FeedSettings`.
public struct FeedTerms: Sendable, Hashable {
    /// The feed is polled.
    public var isEnabled = true
    /// The usual time between two polls.
    public var interval: Duration = .seconds(15 * 60)
    /// Never poll more often than this; nil leaves it to the schedule.
    public var minInterval: Duration?
    /// After a poll that worked never wait longer than this, whatever the server wishes; nil leaves it to the schedule.
    public var maxInterval: Duration?
    /// The whole fetch, redirects included.
    public var timeout: Duration = .seconds(60)
    /// BCP 47; for documents that name no language.
    public var language: String?
    /// An IANA name; for dates without a zone.
    public var timeZone: String?
    /// Our short code of the agency, where the text doesn't name one.
    public var agency: String?
    /// The operator's own words for the feed's stories.
    public var tags: [String] = []
    /// IPTC urgency of a story whose headline names none, 1 (highest) to 9.
    public var urgency = 5
    /// Whose the stories are and what may be done with them, before anything that the feed says.
    public var rights = Article.Rights()
    /// A line before the story may say until when it is held back.
    public var readsEmbargoLines = false
    /// A story that comes before its embargo is over is withheld.
    public var holdsEmbargoed = false
    /// Further request headers, in the order written.
    public var headers: [FeedSettings.Header] = []
    /// The User-Agent header (RFC 9110 §10.1.5).
    public var userAgent = Version.userAgent
    /// Private, loopback and other special addresses are not refused.
    public var allowsPrivate = false
    /// The proxy's URL, password included.
    public var proxy: String?
    /// CA certificates (PEM) in place of the system's; absolute.
    public var caFile: String?
    /// A PEM file; absolute.
    public var clientCertificate: String?
    /// A PEM file; absolute, and readable by its owner alone.
    public var clientKey: String?
    /// The newest version of HTTP to speak.
    public var httpVersion = HTTPVersion.two
    /// ETag is not sent back: the server's are wrong.
    public var ignoresETag = false
    /// Last-Modified is not sent back: the server's are wrong.
    public var ignoresLastModified = false
    /// Only what has changed since the last document is asked for, where the publisher offers that (RFC 3229).
    public var asksForDeltas = false
    /// The host's robots.txt has a say (RFC 9309).
    public var respectsRobots = false
    /// A whole document is asked for when the last one is so old; nil means never.
    public var revalidateAfter: Duration?
    /// The least pause between two requests to the feed's host; nil leaves it to how many feeds the host has.
    public var hostGap: Duration?
    /// Decompressed bytes.
    public var maxBody = 16 << 20
    /// What makes two items one story.
    public var identity = IdentityStrategy.auto
    /// The user name, resolved.
    public var username: String?
    /// The password, resolved; never in a log.
    public var password: String?

    /// The defaults of every key.
    init() {}
}
