// SPDX-License-Identifier: Apache-2.0
public import Articles
public import Stories
public import Transport

/// One feed to poll, and everything that is particular to it; `defaults` are applied.
public struct FeedSettings: Sendable, Hashable {
    /// The file and line of the configuration that name the feed.
    public struct Place: Sendable, Hashable {
        /// As in messages: given on the command line, or found by `include`.
        public var file: String
        /// From 1.
        public var line: Int

        /// A line of a file.
        public init(file: String, line: Int) {
            self.file = file
            self.line = line
        }
    }

    /// The name in the configuration, the log and the status.
    public var name: String
    /// An http, https or absolute file URL.
    public var url: String
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
    public var headers: [Header] = []
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
    /// A whole document is asked for when the last one is so old; nil means never.
    public var revalidateAfter: Duration?
    /// The least pause between two requests to the feed's host.
    public var hostGap: Duration = .seconds(1)
    /// Decompressed bytes.
    public var maxBody = 16 << 20
    /// What makes two items one story.
    public var identity = IdentityStrategy.auto
    /// The user name, resolved.
    public var username: String?
    /// The password, resolved; never in a log.
    public var password: String?
    /// Where the feed is configured.
    public var place: Place

    /// A feed with the defaults of every other key.
    public init(name: String, url: String, place: Place = Place(file: "", line: 0)) {
        self.name = name
        self.url = url
        self.place = place
    }
}

extension FeedSettings {
    /// One request header.
    public struct Header: Sendable, Hashable {
        /// The field's name.
        public var name: String
        /// The field's value; it may be a secret.
        public var value: String

        /// A header field.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }
}
