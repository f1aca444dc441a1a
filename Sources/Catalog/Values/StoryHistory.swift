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
    /// Every decision about the story for which other stories were looked at, the first first.
    public var decisions: [Decision] = []

    /// Why an article was taken for what.
    public struct Decision: Hashable, Sendable {
        /// The version that followed; nil where none did.
        public var sequence: Int64?
        /// When it was made.
        public var at: Date
        /// The feed that brought the article.
        public var feed: String
        /// In one word: `new`, `revision`, `duplicate`.
        public var verdict: String
        /// The rule that decided.
        public var code: String?
        /// The stories that it was compared with, the likeliest first.
        public var weighed: [Weighed]
        /// The same as stored, in JSON.
        public var json: String
    }

    /// A story that an article was compared with.
    public struct Weighed: Hashable, Sendable, Decodable {
        /// The other story's id.
        public var story: String
        /// The other story's revision at that time.
        public var rev: Int
        /// The other story's headline.
        public var headline: String
        /// `sure`, `related` or `apart`.
        public var tier: String
        /// The rule that decided between the two.
        public var code: String
        /// The shared part of the shorter text, 0…1.
        public var containment: Double?
        /// Hours between the two.
        public var hours: Double?
        /// Numbers and names that contradict each other: `12 → 15`.
        public var conflicts: [String]?

        private enum CodingKeys: String, CodingKey {
            case story, rev, headline, tier, code, conflicts
            case containment = "C3"
            case hours = "dt"
        }
    }

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
