// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Transport

/// The last step of a poll: one transaction that holds the stories, the validators, the next poll and the events.
extension Ingester {
    func commit(
        _ normalized: Normalized, _ rhythm: PublisherRhythm, from response: FetchResponse, _ feed: FeedSettings, _ state: FeedState,
        _ started: Date
    ) async throws(IngestError) -> PollReport {
        var next = state.answered(response, at: clock.now())
        // A document that broke off on the way must be fetched again; one that the publisher cut off is what it is.
        if response.isDelimited || !normalized.isTruncated { next.take(response) }
        if !response.isDelta { next.lastItems = normalized.items }
        next.rhythm = rhythm
        return try await commit(next, normalized, response, feed, state, started)
    }

    /// - Parameter isSaved: commit it by itself, with an event, also when there is nothing to tell of.
    func commit(
        unchanged response: FetchResponse, _ feed: FeedSettings, _ state: FeedState, _ started: Date, isSaved: Bool
    ) async throws(IngestError) -> PollReport {
        let now = clock.now()
        var next = state.answered(response, at: now)
        next.update(response)
        guard isSaved || state.failures > 0 || next.move != state.move || next.adoptedURL != state.adoptedURL else {
            next = Planning(feed, response, at: now).settled(next, VerdictCounts(), isFirst: false)
            return PollReport(
                feed: feed.name, outcome: .read(status: response.status, items: 0, VerdictCounts()), state: next, isSaved: false,
                received: response.bytesReceived, peer: response.peer, next: next.nextPoll ?? now, duration: now.timeIntervalSince(started))
        }
        return try await commit(next, Normalized(), response, feed, state, started)
    }

    func commit(
        failure: IngestError, of feed: FeedSettings, state: FeedState, started: Date
    ) async throws(IngestError) -> PollReport {
        let now = clock.now()
        var next = state.failed(failure, at: now)
        if next.isGone {
            next.plan(nil)
        } else {
            next.plan(
                Schedule(feed).next(
                    after: now, failures: next.failures, BackOff(failure, isFile: state.host == nil), retryAfter: failure.retryAfter,
                    chance: .random(in: 0..<1)))
        }
        var batch = Batch(feed: next, publisher: feed.publisher, identity: feed.identity, at: now)
        batch.events = next.moves(since: state, nil)
        batch.events.append(
            .failed(
                feed: feed.name, stage: failure.stage.rawValue, label: failure.label, message: failure.message, next: next.nextPoll))
        if failure.isGone { batch.events.append(.gone(feed: feed.name, status: 410)) }
        let saved = try await commit(batch).feed
        return PollReport(
            feed: feed.name, outcome: .failed(failure), state: saved, next: saved.nextPoll ?? .distantFuture,
            duration: now.timeIntervalSince(started))
    }
}

extension Ingester {
    /// Remembers that the feed was asked, so that the next start does not ask again at once.
    func commit(interruptionOf feed: FeedSettings, state: FeedState) async throws(IngestError) {
        let now = clock.now()
        let next = state.interrupted(at: now, usual: feed.interval)
        _ = try await commit(Batch(feed: next, publisher: feed.publisher, identity: feed.identity, at: now))
    }

    private func commit(
        _ next: FeedState, _ normalized: Normalized, _ response: FetchResponse, _ feed: FeedSettings, _ state: FeedState,
        _ started: Date
    ) async throws(IngestError) -> PollReport {
        let now = clock.now()
        var batch = Batch(feed: next, publisher: feed.publisher, identity: feed.identity, at: now)
        batch.articles = normalized.articles
        batch.isWhole = !normalized.isTruncated
        batch.isDelta = response.isDelta
        batch.rejections = normalized.rejections
        batch.deletions = normalized.deletions
        batch.events = next.moves(since: state, response)
        if state.failures > 0 { batch.events.append(.recovered(feed: feed.name, failures: state.failures, since: state.failingSince)) }
        batch.poll = PollSummary(
            status: response.status, items: normalized.items, bytes: response.bytesReceived,
            duration: response.duration)
        let planning = Planning(feed, response, at: now)
        batch.settle = { planning.settled($0, $1, isFirst: $2) }
        let commitment = try await commit(batch)
        return PollReport(
            feed: feed.name, outcome: .read(status: response.status, items: normalized.items, commitment.counts), state: commitment.feed,
            isGap: commitment.isGap, received: response.bytesReceived, peer: response.peer, next: commitment.feed.nextPoll ?? now,
            duration: now.timeIntervalSince(started))
    }

    func commit(_ batch: Batch) async throws(IngestError) -> Commitment {
        do {
            return try await catalog.commit(batch)
        } catch {
            throw IngestError(error)
        }
    }
}

extension FeedState {
    /// Notes when the feed is due and why then; nil when it is to be polled no more.
    mutating func plan(_ next: Schedule.Next?) {
        (nextPoll, nextReason) = (next?.at, next?.reason)
    }
}
