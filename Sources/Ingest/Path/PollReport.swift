// SPDX-License-Identifier: Apache-2.0
public import Catalog
public import FoundationEssentials

/// What one poll came to, for the line that `fetch` prints and for the schedule.
public struct PollReport: Sendable {
    /// The two ways a poll ends.
    public enum Outcome: Sendable {
        /// The server answered, and what it brought is committed; nil where nothing was judged, as in a dry run.
        case read(status: Int, items: Int, VerdictCounts?)
        case failed(IngestError)
    }

    /// The feed's name in the settings.
    public var feed: String
    /// An answer 304 is `read` too, with no items.
    public var outcome: Outcome
    /// All that is remembered of the feed now; nil where nothing is, as in a dry run.
    public var state: FeedState?
    /// The state stands in the catalog; a poll that brought nothing may leave that to its caller.
    public var isSaved = true
    /// Nothing of the document was known, though the feed was read before.
    public var isGap = false
    /// What the host asked for instead of a page of the archive.
    var archivePause: Duration?
    /// Bytes of the response as they came over the network, its head included.
    var received = 0
    /// The address that answered, in numbers.
    public var peer: String?
    /// The next poll.
    public var next: Date
    /// Seconds from the start of the request to the commit.
    public var duration: TimeInterval

    /// The failure, where it is one.
    public var failure: IngestError? {
        guard case .failed(let error) = outcome else { return nil }
        return error
    }

    /// Until when the feed's host is to be left alone by all, where it asks for that.
    func hold(from now: Date) -> Date? {
        let asked = (failure?.retryAfter ?? archivePause).map { now + $0.inSeconds }
        return [asked, state?.hostHold].compactMap(\.self).max()
    }

    /// The poll brought something to publish.
    public var hasNews: Bool {
        guard case .read(_, _, let counts?) = outcome else { return false }
        return counts.new + counts.revised > 0
    }
}
