// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials

/// A version that was found outside the catalog: in an outlet, or in what could be read of a damaged file.
public struct RecoveredVersion: Hashable, Sendable {
    /// The number in the file's name.
    public var sequence: Int64
    /// The native record, without a newline.
    public var record: [UInt8]
    /// When it was committed, or as near as can be told.
    public var committed: Date

    /// A version of any story.
    public init(sequence: Int64, record: [UInt8], committed: Date) {
        self.sequence = sequence
        self.record = record
        self.committed = committed
    }
}

/// A story of which only the ingestion log tells.
public struct LoggedStory: Hashable, Sendable {
    /// The story's id.
    public var id: String
    /// Its last revision.
    public var revision: Int
    /// The feed that brought it.
    public var feed: String
    /// Its guid there.
    public var guid: String?
    /// Its headline.
    public var headline: String
    /// When the event was committed.
    public var time: Date

    /// A story as an event of the log tells it.
    public init(id: String, revision: Int, feed: String, guid: String?, headline: String, time: Date) {
        self.id = id
        self.revision = revision
        self.feed = feed
        self.guid = guid
        self.headline = headline
        self.time = time
    }
}

/// Whose feed each feed is, for versions and stories that don't tell.
public struct Publishers: Hashable, Sendable {
    private var byFeed: [String: String]

    /// - Parameter byFeed: the publisher of each feed by the feed's name.
    public init(_ byFeed: [String: String] = [:]) {
        self.byFeed = byFeed
    }

    /// The publisher of a feed; a feed that nobody knows any more stands for itself.
    subscript(feed: String) -> String { byFeed[feed] ?? feed }
}

/// What a rebuilding found.
public struct Rebuilding: Hashable, Sendable {
    /// Where the damaged file lies now; nil when there was none to set aside.
    public var setAside: String?
    /// Rows that could be read of the damaged file, by table.
    public var rows: [String: Int] = [:]
    /// Tables that could be read from end to end.
    public var wholeTables: Set<String> = []
    /// Versions that came from outlets' files.
    public var fromOutlets = 0
    /// Stories that only the log still knows.
    public var fromLog = 0
    /// The last number given out, as far as can be told.
    public var lastSequence: Int64 = 0
    /// Outlets whose position had to be guessed: up to which version nothing will be published again.
    public var guessed: [String: Int64] = [:]
    /// All versions in the new catalog.
    public var versions = 0
    /// All stories in the new catalog.
    public var stories = 0

    /// Nothing yet.
    public init() {}
}
