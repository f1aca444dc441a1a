// SPDX-License-Identifier: Apache-2.0
import Articles

/// A name that a story goes by within one feed.
public struct StoryKey: Hashable, Sendable {
    /// What the name is made from, the strongest first.
    public enum Kind: String, Hashable, Sendable, CaseIterable { case guid, link, content }

    /// What the value is.
    public var kind: Kind
    /// Compared as an exact string, never normalised here.
    public var value: String

    /// A key of a feed that is named elsewhere.
    public init(_ kind: Kind, _ value: String) {
        self.kind = kind
        self.value = value
    }
}

extension StoryKey {
    /// A `tag:` URI (RFC 4151) for a story of `feed` that begins under this key; the same for the same key, whatever the link becomes.
    public func storyID(in feed: String) -> String {
        let digest = SHA256.hex("\(feed)\0\(kind.rawValue)\0\(value)".utf8)
        return "tag:wirespool.invalid,2026:\(feed)/\(digest.prefix(20))"
    }
}
