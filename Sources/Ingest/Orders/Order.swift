// SPDX-License-Identifier: Apache-2.0

/// What an operator wants of one feed, beside the settings.
public struct Order: Hashable, Sendable {
    /// The feed's name.
    public var feed: String
    /// No polls from now on; or polls again, also of a feed that its publisher called gone.
    public var isPause: Bool

    /// An order for the feed of that name.
    public init(feed: String, isPause: Bool) {
        self.feed = feed
        self.isPause = isPause
    }
}
