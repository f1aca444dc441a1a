// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

extension LogEvent {
    /// One poll, with what its items were judged to be.
    static func poll(_ poll: PollSummary, counts: VerdictCounts, next: Date?, feed: String) -> LogEvent {
        LogEvent("poll", feed: feed)
            .with("status", poll.status).with("items", poll.items)
            .with("new", counts.new).with("revised", counts.revised).with("duplicate", counts.duplicate)
            .with("unchanged", counts.unchanged).with("rejected", counts.rejected > 0 ? counts.rejected : nil)
            .with("churning", counts.churning > 0 ? counts.churning : nil)
            .with("bytes", poll.bytes).with("ms", poll.duration.milliseconds).with("next", next?.rfc3339Seconds)
    }

    /// An item that never became an article.
    static func rejected(_ rejection: Rejection, feed: String) -> LogEvent {
        LogEvent("story", feed: feed)
            .with("verdict", VerdictName.rejected.rawValue).with("guid", rejection.id).with("item", rejection.position)
            .with("message", rejection.reason)
    }
}
