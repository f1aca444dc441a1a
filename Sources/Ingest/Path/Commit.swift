// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Transport

/// The last step of a poll: one transaction that holds the stories, the validators, the next poll and the events.
extension Ingester {
    func commit(
        _ normalized: Normalized, from response: FetchResponse, _ feed: FeedSettings, _ state: FeedState, _ started: Date
    ) async throws(IngestError) -> PollReport {
        var next = succeeded(state, response, feed)
        // A document that broke off on the way must be fetched again; one that the publisher cut off is what it is.
        if response.isDelimited || !normalized.isTruncated { next.take(response.validators) }
        next.lastItems = normalized.items
        return try await commit(next, normalized, response, feed, state, started)
    }

    /// - Parameter isSaved: commit it by itself, with an event, also when there is nothing to tell of.
    func commit(
        unchanged response: FetchResponse, _ feed: FeedSettings, _ state: FeedState, _ started: Date, isSaved: Bool
    ) async throws(IngestError) -> PollReport {
        var next = succeeded(state, response, feed)
        next.update(response.validators)
        guard isSaved || state.failures > 0 || next.permanentRedirect != state.permanentRedirect else {
            let now = clock.now()
            return PollReport(
                feed: feed.name, outcome: .read(status: response.status, items: 0, VerdictCounts()), state: next, isSaved: false,
                next: next.nextPoll ?? now, duration: now.timeIntervalSince(started))
        }
        return try await commit(next, Normalized(), response, feed, state, started)
    }

    func commit(
        failure: IngestError, of feed: FeedSettings, state: FeedState, started: Date
    ) async throws(IngestError) -> PollReport {
        var next = state
        let now = clock.now()
        next.lastPoll = now
        next.failures = state.failures &+ 1
        next.failingSince = state.failingSince ?? now
        next.errorStage = failure.stage.rawValue
        next.errorLabel = failure.label
        next.errorMessage = failure.message
        let due = Schedule(feed).next(after: now, failures: next.failures, retryAfter: failure.retryAfter, chance: .random(in: 0..<1))
        next.nextPoll = due.at
        next.nextReason = due.reason
        var batch = Batch(feed: next, publisher: feed.publisher, identity: feed.identity, at: now)
        batch.events = [
            .failed(feed: feed.name, stage: failure.stage.rawValue, label: failure.label, message: failure.message, next: due.at)
        ]
        let saved = try await commit(batch).feed
        return PollReport(
            feed: feed.name, outcome: .failed(failure), state: saved, next: due.at, duration: now.timeIntervalSince(started))
    }
}

extension Ingester {
    private func succeeded(_ state: FeedState, _ response: FetchResponse, _ feed: FeedSettings) -> FeedState {
        var next = state
        let now = clock.now()
        next.lastPoll = now
        next.lastSuccess = now
        next.lastStatus = response.status
        next.failures = 0
        next.failingSince = nil
        next.errorStage = nil
        next.errorLabel = nil
        next.errorMessage = nil
        next.permanentRedirect = response.permanentRedirect?.target
        if state.validators.isEmpty { next.unconditionalRequests &+= 1 }
        let due = Schedule(feed).next(after: now, chance: .random(in: 0..<1))
        next.nextPoll = due.at
        next.nextReason = due.reason
        return next
    }

    private func commit(
        _ next: FeedState, _ normalized: Normalized, _ response: FetchResponse, _ feed: FeedSettings, _ state: FeedState,
        _ started: Date
    ) async throws(IngestError) -> PollReport {
        let now = clock.now()
        var batch = Batch(feed: next, publisher: feed.publisher, identity: feed.identity, at: now)
        batch.articles = normalized.articles
        batch.isWhole = !normalized.isTruncated
        batch.rejections = normalized.rejections
        batch.deletions = normalized.deletions
        if let target = next.permanentRedirect, target != state.permanentRedirect, let status = response.permanentRedirect?.status {
            batch.events.append(.moved(feed: feed.name, status: status, target: target))
        }
        if state.failures > 0 { batch.events.append(.recovered(feed: feed.name, failures: state.failures, since: state.failingSince)) }
        batch.poll = PollSummary(
            status: response.status, items: normalized.items, bytes: response.bytesReceived,
            duration: response.duration)
        let commitment = try await commit(batch)
        return PollReport(
            feed: feed.name, outcome: .read(status: response.status, items: normalized.items, commitment.counts), state: commitment.feed,
            next: next.nextPoll ?? now, duration: now.timeIntervalSince(started))
    }

    private func commit(_ batch: Batch) async throws(IngestError) -> Commitment {
        do {
            return try await catalog.commit(batch)
        } catch {
            throw IngestError(error)
        }
    }
}

extension FetchResponse {
    /// Where the publisher says for good that the feed is: the end of the permanent redirects that the journey began with
    /// (RFC 9110 §15.4.2, §15.4.9).
    var permanentRedirect: Redirect? {
        redirects.prefix { [301, 308].contains($0.status) }.last
    }
}

extension Schedule {
    init(_ feed: FeedSettings) {
        self.init(interval: feed.interval, floor: feed.minInterval)
    }
}
