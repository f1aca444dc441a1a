// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Ingest
import Transport

/// What there is to say of one feed, and what an operator can do about it.
enum FeedNote {
    /// One line.
    static func text(_ feed: FeedHealth, now: Date) -> String {
        let state = feed.state
        switch feed.condition {
        case .failing:
            let since = state.failingSince.map { " since \(Clock.local($0))" } ?? ""
            return "\(state.errorStage ?? "") \(state.errorLabel ?? "")\(since): \(state.errorMessage ?? "")"
        case .gone: return "gone: the publisher says so (410), and it is polled no more"
        case .quiet: return quiet(feed, now)
        case .paused: return state.isPaused ? "paused by wirespool feed pause" : "enabled: false"
        case .new: return "not polled yet"
        case .ok: return moved(feed) ?? state.nextReason ?? ""
        }
    }

    /// What to do, in one sentence.
    static func advice(_ feed: FeedHealth) -> String? {
        switch feed.condition {
        case .ok:
            let target = feed.state.move?.target ?? feed.state.adoptedURL
            return target.map { "Write the new address into the configuration: \(Redaction.redacted($0))" }
        case .new: return nil
        case .paused: return feed.state.isPaused ? "Polls go on with wirespool feed resume \(feed.settings.name)" : nil
        case .gone:
            return
                "Find its successor on the publisher's site, or remove it from the configuration. If it is back: wirespool feed resume \(feed.settings.name)"
        case .quiet: return "Look at the publisher's site: if there is news, the feed was given up, or its address has changed."
        case .failing: return advice(stage: feed.state.errorStage ?? "", label: feed.state.errorLabel ?? "")
        }
    }

    private static func moved(_ feed: FeedHealth) -> String? {
        if let twin = feed.twin { return "moved to the address of \(twin), which is polled for both" }
        if let move = feed.state.move { return "moves to \(Redaction.redacted(move.target)), \(standing(of: move))" }
        return feed.state.adoptedURL.map { "moved, and polled at \(Redaction.redacted($0))" }
    }

    private static func standing(of move: Move) -> String {
        move.sightings < Move.enough ? "seen \(Count.of(move.sightings, "time"))" : "to be believed after a day"
    }

    private static func quiet(_ feed: FeedHealth, _ now: Date) -> String {
        let silence = feed.state.lastStory.map { Clock.span(now.timeIntervalSince($0)) } ?? "long"
        let usual = feed.longestPause.map { "; its longest pause in 7 days was \(Clock.span($0))" } ?? ""
        return "has gone quiet: nothing new for \(silence)\(usual)"
    }

    private static func advice(stage: String, label: String) -> String {
        switch (stage, label) {
        case (_, "no-such-host"): "Check the address, and this machine's name server."
        case (_, "no-such-file"): "Check the path: a relative one begins at the directory of the file that names it."
        case (_, "forbidden-address"):
            "It points into a private network, or to a port of something else; if that is meant, give the feed allow_private: true."
        case (_, "refused-401"), (_, "refused-403"):
            "Check user name and password, and whether the publisher welcomes this User-Agent; write to the publisher rather than around it."
        case (_, "refused-404"): "The address is wrong or old: find the feed on the publisher's site."
        case (_, "refused-429"): "The publisher wants fewer polls: raise its interval."
        case (_, "challenge"): "Its server takes us for a robot to keep out: ask the publisher to let this User-Agent in."
        case (_, "captive-portal"): "Sign in to this machine's network, or find out who answers in the publisher's place."
        case (_, let label) where label.hasPrefix("refused-5"):
            "The publisher's server is in trouble; the polls go on by themselves, more rarely."
        case (_, let label) where label.hasPrefix("tls"):
            "Look at the server's certificate, and at this machine's clock and ca-certificates."
        case (_, "timed-out"): "The server is slow or out of reach; a higher timeout helps with a slow one."
        case (_, "too-large"): "Raise its max_body, if the document is what it should be."
        case ("parse", _): "See what the publisher sends: wirespool parse on the file in the state directory's quarantine/."
        case ("commit", _): "Make room on the disk of the state directory, and look at the kernel's log."
        default: "The polls go on by themselves; wirespool tail --feed shows each of them."
        }
    }
}
