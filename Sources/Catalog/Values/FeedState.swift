// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials
public import Stories

/// All that is remembered of a feed between two polls.
public struct FeedState: Hashable, Sendable {
    /// The name in the settings.
    public var name: String
    /// The address in the settings.
    public var url: String
    /// HTTP's ETag, byte for byte.
    public var entityTag: [UInt8]?
    /// HTTP's Last-Modified, byte for byte.
    public var lastModified: [UInt8]?
    /// The address whose answer brought the two, where redirects led to another than was asked.
    public var validatorsURL: String?

    /// When the last request was made, whatever came of it.
    public var lastPoll: Date?
    /// When a document was last read, or said to be unchanged.
    public var lastSuccess: Date?
    /// When a document was last read.
    public var lastDocument: Date?
    /// When the feed is due.
    public var nextPoll: Date?
    /// Why then, in words: `interval`, `max-age 600`, `Retry-After`.
    public var nextReason: String?
    /// The last answer's HTTP status.
    public var lastStatus: Int?
    /// Items in the last document.
    public var lastItems: Int?

    /// Failures since the last success.
    public var failures = 0
    /// The first failure since the last success.
    public var failingSince: Date?
    /// The last failure's stage: `fetch`, `parse`, `normalize`, `commit`.
    public var errorStage: String?
    /// The last failure's bounded word: `refused-503`.
    public var errorLabel: String?
    /// The last failure in words for people.
    public var errorMessage: String?

    /// Requests that carried no validators; more than one a feed is worth a look.
    public var unconditionalRequests = 0
    /// Where 301 or 308 pointed to at the last poll that worked, as long as the configuration doesn't follow.
    public var move: Move?
    /// Where the feed is polled since its move was believed, in place of `url`.
    public var adoptedURL: String?
    /// The address that answered last, where redirects that are not for good led away from the feed's own.
    public var detour: String?
    /// The publisher answered 410: no further polls until an operator says so.
    public var isGone = false
    /// An operator wants no polls for now.
    public var isPaused = false

    /// What the last document said about how often to come back.
    public var rhythm = PublisherRhythm()
    /// The pause that the feed's own rhythm asks for; nil means the configured interval.
    public var pace: Duration?

    /// What the identity of stories was last read from; `link` under a setting of `auto` means that the guids can't be trusted.
    public internal(set) var identity: IdentityStrategy?
    /// Counted by the catalog over all commits; what a batch says here is ignored.
    public internal(set) var totalNew = 0
    /// Counted as `totalNew` is.
    public internal(set) var totalRevised = 0
    /// Counted as `totalNew` is.
    public internal(set) var totalDuplicate = 0
    /// When the last new story or revision was committed.
    public internal(set) var lastStory: Date?

    /// A feed that was never polled.
    public init(name: String, url: String) {
        self.name = name
        self.url = url
    }

    /// The address to ask.
    public var address: String { adoptedURL ?? url }

    /// The state under the feed's present address: when that is another one, validators and whatever else belonged to the old are gone.
    public func at(_ url: String) -> FeedState {
        guard self.url != url else { return self }
        var state = self
        state.url = url
        state.dropValidators()
        (state.move, state.adoptedURL, state.detour, state.isGone) = (nil, nil, nil, false)
        (state.nextPoll, state.nextReason) = (nil, nil)
        (state.rhythm, state.pace) = (PublisherRhythm(), nil)
        return state
    }

    /// Forgets what the next request would be conditional on.
    public mutating func dropValidators() {
        (entityTag, lastModified, validatorsURL) = (nil, nil, nil)
    }
}
