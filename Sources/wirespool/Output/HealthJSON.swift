// SPDX-License-Identifier: Apache-2.0
import Catalog
import Feeds
import FoundationEssentials
import Ingest
import Markup
import Transport

extension StatusReport {
    /// The whole in the first line, then one line a feed.
    func printJSON() {
        var json = JSONWriter()
        json.object { write(into: &$0) }
        json.newline()
        for feed in feeds {
            json.object { Self.write(feed, into: &$0) }
            json.newline()
        }
        StandardOutput.write(json.bytes)
    }

    private func write(into json: inout JSONWriter) {
        json.member("version", Version.current)
        json.member("holder", health.holder)
        json.member("stories", health.totals.stories)
        json.member("versions", health.totals.versions)
        json.member("lastCommit", health.totals.lastCommit?.rfc3339)
        if let latency = health.latency {
            json.member("latency") { json in
                json.member("stories", latency.stories)
                json.member("p50", latency.median)
                json.member("p95", latency.p95)
            }
        }
        json.member("gaps", health.gaps)
        json.member("reloadRefused", health.refusal)
        json.member("paused", health.shortage)
        json.member("outlets", health.outlets) { json, outlet in
            json.object { json in
                json.member("outlet", outlet.settings.name)
                json.member("state", outlet.state)
                json.member("behind", outlet.behind)
                json.member("behindSince", outlet.behindSince?.rfc3339)
                json.member("waiting", outlet.waiting)
                json.member("oldest", outlet.oldest?.rfc3339)
                json.member("message", outlet.message)
            }
        }
    }

    private static func write(_ feed: FeedHealth, into json: inout JSONWriter) {
        let state = feed.state
        json.member("feed", feed.settings.name)
        json.member("state", feed.condition.rawValue)
        json.member("url", Redaction.redacted(feed.settings.url))
        json.member("lastSuccess", state.lastSuccess?.rfc3339)
        json.member("nextPoll", state.nextPoll?.rfc3339)
        json.member("reason", state.nextReason)
        json.member("lastStory", state.lastStory?.rfc3339)
        json.member("status", state.lastStatus)
        json.member("movedTo", (state.move?.target ?? state.adoptedURL).map(Redaction.redacted))
        json.member("detour", state.detour.map(Redaction.redacted))
        json.member("polledWith", feed.twin)
        json.member("adopted", state.adoptedURL.map(Redaction.redacted))
        json.member("recent", feed.recent)
        json.member("gaps", feed.gaps)
        json.member("new", state.totalNew)
        json.member("revised", state.totalRevised)
        json.member("duplicate", state.totalDuplicate)
        guard state.failures > 0 else { return }
        json.member("failures", state.failures)
        json.member("failingSince", state.failingSince?.rfc3339)
        json.member("stage", state.errorStage)
        json.member("class", state.errorLabel)
        json.member("message", state.errorMessage)
        json.member("advice", FeedNote.advice(feed))
    }
}
