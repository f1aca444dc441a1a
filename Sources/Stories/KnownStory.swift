// SPDX-License-Identifier: Apache-2.0
public import Articles
public import FoundationEssentials

/// What is remembered of a story that an article may belong to: its latest revision, and how it was found.
public struct KnownStory: Hashable, Sendable {
    /// How the story was found for the article in question.
    public enum Evidence: String, Hashable, Sendable {
        /// The same feed used the same key for it.
        case guid, link, content
        /// The same publisher sent the very same headline and text, under another key.
        case identicalText
        /// Its text or its headline resembles the article's.
        case likeness
    }

    /// A `tag:` URI.
    public var id: String
    /// The latest.
    public var revision: Int
    /// The source group that it came from.
    public var publisher = ""
    /// The key that it was found under.
    public var evidence: Evidence
    /// The fingerprint of the item last seen under the key that found the story; empty for identical text.
    public var lastSeen = ""

    /// Of the latest revision, as are those that follow.
    public var contentHash = ""
    /// SHA-256 of the normalised headline.
    public var titleHash = ""
    /// Without its markers.
    public var headline = ""
    /// May stay empty where `contentHash` is the article's own: equal texts are never compared.
    public var text = ""
    /// The text was pruned, so that nobody can say which words of a withdrawal are the withdrawn ones.
    public private(set) var isTextForgotten = false
    /// The canonical link.
    public var link: String?
    /// The publisher's date, else the date of the fetch.
    public var effective: Date?
    /// Usable, or withdrawn.
    public var status = Article.Status.usable
    /// What the latest revision's markers announced.
    public var announcements: Set<String> = []
    /// A headline of its series was seen more than 18 hours before it.
    public var isRecurring = false
    /// How many of the revisions before this one had which content hash; may stay empty as `text` may.
    public var earlierHashes: [String: Int] = [:]
    /// How many revisions changed nothing but the text, unannounced.
    public var silentRevisions = 0

    /// Takes the story's text; nil where it was pruned.
    public mutating func recall(_ text: String?) {
        self.text = text ?? ""
        isTextForgotten = text == nil
    }

    /// A story of which only the name is known; the rest is set afterwards.
    public init(id: String, revision: Int, found evidence: Evidence) {
        self.id = id
        self.revision = revision
        self.evidence = evidence
    }
}
