// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Transport

/// What a poll makes of a feed's state: pure, but for the next poll, which is the schedule's to say.
extension FeedState {
    /// Failures in a row after which a new address is given up for the configured one.
    static let patienceWithMove = 3

    /// The state after an answer that brought a document, or said that the last one is still the newest.
    func answered(_ response: FetchResponse, at now: Date) -> FeedState {
        var next = self
        (next.lastPoll, next.lastSuccess, next.lastStatus) = (now, now, response.status)
        (next.failures, next.failingSince) = (0, nil)
        (next.errorStage, next.errorLabel, next.errorMessage) = (nil, nil, nil)
        if response.status != 304, !response.isDelta { next.lastDocument = now }
        if validators.isEmpty { next.unconditionalRequests &+= 1 }
        next.detour = response.redirects.allSatisfy(\.isPermanent) ? nil : response.url
        next.note(response.permanentRedirect, at: now)
        return next
    }

    /// The state after a poll that came to nothing; the validators stay, so that what was not stored is fetched again.
    func failed(_ failure: IngestError, at now: Date) -> FeedState {
        var next = self
        next.lastPoll = now
        next.failures = failures &+ 1
        next.failingSince = failingSince ?? now
        (next.errorStage, next.errorLabel, next.errorMessage) = (failure.stage.rawValue, failure.label, failure.message)
        if failure.isGone { next.isGone = true }
        if adoptedURL != nil, next.failures >= Self.patienceWithMove, !failure.isGone {
            next.adoptedURL = nil
            next.dropValidators()
        }
        return next
    }

    /// The state after a request that we broke off ourselves: nothing is known of an answer, and the pause before it is kept once more.
    func interrupted(at now: Date, usual interval: Duration) -> FeedState {
        var next = self
        let pause = lastPoll.flatMap { last in nextPoll?.timeIntervalSince(last) } ?? interval.inSeconds
        next.lastPoll = now
        next.nextPoll = now + min(max(pause, 0), Schedule.longestRetryAfter.inSeconds)
        return next
    }

    /// One set, from one response: a validator that it did not bring is gone (RFC 9110 §8.8).
    mutating func take(_ response: FetchResponse) {
        let validators = response.validators
        (entityTag, lastModified) = (validators.entityTag, validators.lastModified)
        validatorsURL = response.redirects.isEmpty || validators.isEmpty ? nil : response.url
    }

    /// What a 304 says replaces what was known; what it leaves out stays (RFC 9111 §4.3.4).
    mutating func update(_ response: FetchResponse) {
        let validators = response.validators
        (entityTag, lastModified) = (validators.entityTag ?? entityTag, validators.lastModified ?? lastModified)
    }
}

extension FeedState {
    /// Counts how often the publisher said that the feed is elsewhere, and believes it in the end.
    private mutating func note(_ redirect: Redirect?, at now: Date) {
        guard let target = redirect?.target else {
            move = nil
            return
        }
        let seen = move?.seen(target, at: now) ?? Move(to: target, at: now)
        guard seen.isCertain(at: now) else {
            move = seen
            return
        }
        move = nil
        adoptedURL = target == url ? nil : target
        // Under the new address they are the request's own; those of any other answer went with the redirect.
        if validatorsURL != target { dropValidators() }
    }
}

extension FeedState {
    /// What to tell of the feed's address after a poll, compared with the state before it.
    func moves(since before: FeedState, _ response: FetchResponse?) -> [LogEvent] {
        let status = response?.permanentRedirect?.status
        if adoptedURL != before.adoptedURL {
            let isAdopted = status != nil
            return [.moved(feed: name, status: status, target: Redaction.redacted(address), state: isAdopted ? "adopted" : "reverted")]
        }
        guard let move, move.target != before.move?.target else { return [] }
        return [.moved(feed: name, status: status, target: Redaction.redacted(move.target), state: "seen")]
    }
}

extension FetchResponse {
    /// Where the publisher says for good that the feed is: the end of the permanent redirects that the journey began with
    /// (RFC 9110 §15.4.2, §15.4.9).
    var permanentRedirect: Redirect? {
        redirects.prefix { $0.isPermanent }.last
    }
}

extension Redirect {
    var isPermanent: Bool { status == 301 || status == 308 }
}
