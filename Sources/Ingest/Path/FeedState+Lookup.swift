// SPDX-License-Identifier: Apache-2.0
public import Catalog
import FoundationEssentials
import Transport

extension Sequence<FeedState> {
    /// The states by their feed's name.
    public var byName: [String: FeedState] {
        Dictionary(map { ($0.name, $0) }) { first, _ in first }
    }
}

extension FeedState {
    /// Nobody polls the feed until an operator says so.
    public var isResting: Bool { isGone || isPaused }

    /// The validators of the last response that was committed whole.
    var validators: Validators { Validators(entityTag: entityTag, lastModified: lastModified) }

    /// Those of them that the next request carries.
    ///
    /// A file is on this machine: reading it again costs nobody anything, and only the stories decide what is new.
    func validators(for feed: FeedSettings, at now: Date) -> Validators {
        guard !address.hasPrefix("file:") else { return Validators() }
        if let limit = feed.revalidateAfter, let lastDocument, now.timeIntervalSince(lastDocument) >= limit.inSeconds {
            return Validators()
        }
        return Validators(entityTag: feed.ignoresETag ? nil : entityTag, lastModified: feed.ignoresLastModified ? nil : lastModified)
    }

    /// Until when the server wants no request of anybody here: it has asked for a pause, or for fewer requests (RFC 9110 §10.2.3, RFC 6585 §4).
    var hostHold: Date? {
        guard failures > 0, let nextPoll else { return nil }
        if nextReason?.hasPrefix("Retry-After") == true { return nextPoll }
        guard errorLabel == "refused-429", let lastPoll else { return nil }
        return min(nextPoll, lastPoll + 3600)
    }

    /// The host that the next request goes to; nil for a file.
    var host: String? { FeedSettings.host(of: address) }
}
