// SPDX-License-Identifier: Apache-2.0

/// What a commit made of a batch.
public struct Commitment: Hashable, Sendable {
    /// One for each article but the unchanged, in the order decided: oldest first.
    public var receipts: [Receipt] = []
    /// The verdicts, counted.
    public var counts = VerdictCounts()
    /// Nothing of the document was known, though the feed was read before.
    public var isGap = false
    /// The greatest sequence number of any version so far.
    public var lastSequence: Int64 = 0
    /// The greatest number of any log event so far.
    public var lastLogSequence: Int64 = 0
    /// The feed as it stands in the catalog now, totals included.
    public var feed: FeedState
}

/// How many articles of a batch got which verdict.
public struct VerdictCounts: Hashable, Sendable {
    /// Stories not seen before.
    public var new = 0
    /// Revisions of every kind: updates, corrections, repeats, kills.
    public var revised = 0
    /// Texts already known from the same publisher.
    public var duplicate = 0
    /// Articles that brought nothing to publish.
    public var unchanged = 0
    /// Items that never became articles.
    public var rejected = 0
    /// Of the unchanged, those whose text changes by itself, as with a clock in it.
    public var churning = 0

    /// Nothing judged yet.
    public init() {}
}

/// What became of one article.
public struct Receipt: Hashable, Sendable {
    /// The article's index in the batch; nil for a deletion.
    public var position: Int?
    /// The version's number; nil for a duplicate, which has none.
    public var sequence: Int64?
    /// The story's id.
    public var id: String
    /// The story's revision: the one made, or the one that a duplicate is of.
    public var revision: Int
    /// The verdict in one word.
    public var verdict: VerdictName
    /// The decision's code: `key-guid`, `R3`, `recycled-key`…
    public var code: String?
    /// Without its markers.
    public var headline: String
    /// The dateline's place.
    public var place: String?
    /// As sent.
    public var link: String?
}

/// A verdict in one word, as in the ingestion log.
public enum VerdictName: String, Hashable, Sendable, Codable, CaseIterable {
    case new, unchanged, revision, correction
    case repetition = "repeat"
    case kill, duplicate, copy, related
    /// Held, or deleted by the publisher.
    case withdrawn
    case rejected
}
