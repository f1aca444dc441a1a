// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials

/// One story with everything that became of it.
public struct StoryHistory: Hashable, Sendable {
    /// The story's id, the same in each version.
    public var id: String
    /// The source group that it came from.
    public var publisher: String
    /// Every revision, the first first.
    public var versions: [StoredVersion]
    /// Where else the same text was seen and not published again.
    public var copies: [Copy]

    /// The same text in another place.
    public struct Copy: Hashable, Sendable {
        /// The feed that carried it.
        public var feed: String
        /// Its guid there, or what stood in for one.
        public var key: String
        /// Its link there.
        public var link: String?
        /// When it was first seen there.
        public var seen: Date
    }
}

/// How much a catalog holds.
public struct CatalogTotals: Hashable, Sendable {
    /// Stories, whatever their status.
    public var stories = 0
    /// Revisions of all stories.
    public var versions = 0
    /// When the last version was committed.
    public var lastCommit: Date?
}
