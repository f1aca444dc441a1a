// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials

extension Health {
    /// The installation as metrics. Feeds and outlets are labels by their configured names, and nothing else is.
    ///
    /// - Parameters:
    ///   - counters: what the process at work has counted, where that is at hand.
    ///   - lag: how long its versions took to their files.
    public func metrics(_ form: MetricsText.Form, counters: PollCounters? = nil, lag: ReleaseLag? = nil) -> String {
        var text = MetricsText(form)
        // Who counts is at work, also where the sandbox hides the lock's holder (ProcSubset=pid).
        let isAtWork = holder != nil || counters != nil
        text.add("wirespool_build_info", .gauge, "The version.", [([("version", Version.current)], 1)])
        text.add("wirespool_running", .gauge, "1 when a process is at work on the catalog.", isAtWork ? 1 : 0)
        text.add("wirespool_reload_refused", .gauge, "1 when the last reload was refused.", refusal == nil ? 0 : 1)
        writeFeeds(to: &text)
        writeOutlets(to: &text)
        text.add("wirespool_catalog_stories", .gauge, "Stories in the catalog.", Double(totals.stories))
        text.add("wirespool_catalog_sequence", .gauge, "The number of the last version.", Double(lastSequence))
        text.add("wirespool_catalog_versions", .gauge, "Versions of stories in the catalog.", Double(totals.versions))
        text.add(
            "wirespool_last_commit_timestamp_seconds", .gauge, "The last commit of a version.", totals.lastCommit?.timeIntervalSince1970)
        text.add(
            "wirespool_latency_seconds", .gauge, "From the publishers' dates to the visible files, of the new stories of 24 hours.",
            latency.map { [([("quantile", "0.5")], $0.median), ([("quantile", "0.95")], $0.p95)] } ?? [])
        counters?.write(to: &text)
        lag?.write(to: &text)
        return text.finished()
    }

    private func writeFeeds(to text: inout MetricsText) {
        let enabled = feeds.filter(\.settings.isEnabled)
        func add(_ name: String, _ kind: MetricsText.Kind, _ help: String, _ value: (FeedHealth) -> Double?) {
            text.add(name, kind, help, enabled.compactMap { feed in value(feed).map { ([("feed", feed.settings.name)], $0) } })
        }
        add("wirespool_feed_last_success_timestamp_seconds", .gauge, "The last poll that worked.") {
            $0.state.lastSuccess?.timeIntervalSince1970
        }
        add("wirespool_feed_next_poll_timestamp_seconds", .gauge, "The next poll.") {
            $0.condition == .paused || $0.twin != nil ? nil : $0.state.nextPoll?.timeIntervalSince1970
        }
        add("wirespool_feed_last_story_timestamp_seconds", .gauge, "The last new story or revision.") {
            $0.state.lastStory?.timeIntervalSince1970
        }
        add("wirespool_feed_interval_seconds", .gauge, "The configured interval.") { $0.settings.interval.inSeconds }
        add("wirespool_feed_failing", .gauge, "1 when the last poll failed.") { $0.condition == .failing ? 1 : 0 }
        add("wirespool_feed_quiet", .gauge, "1 when it has gone quiet.") { $0.condition == .quiet ? 1 : 0 }
        add("wirespool_feed_gone", .gauge, "1 when its publisher says that it is no more.") { $0.condition == .gone ? 1 : 0 }
        add("wirespool_feed_moved", .gauge, "1 when its publisher has moved it and the configuration does not follow.") {
            $0.state.move != nil || $0.state.adoptedURL != nil ? 1 : 0
        }
        add("wirespool_feed_gaps", .gauge, "Documents of 24 hours of which nothing was known.") { Double($0.gaps) }
        add("wirespool_unconditional_requests_total", .counter, "Polls that had no validators to send.") {
            Double($0.state.unconditionalRequests)
        }
        text.add(
            "wirespool_stories_total", .counter, "What items were judged to be.",
            enabled.flatMap { feed in
                [("new", feed.state.totalNew), ("revision", feed.state.totalRevised), ("duplicate", feed.state.totalDuplicate)]
                    .map { ([("feed", feed.settings.name), ("verdict", $0)], Double($1)) }
            })
    }

    private func writeOutlets(to text: inout MetricsText) {
        func add(_ name: String, _ help: String, _ value: (OutletHealth) -> Double?) {
            text.add(name, .gauge, help, outlets.compactMap { outlet in value(outlet).map { ([("outlet", outlet.settings.name)], $0) } })
        }
        add("wirespool_outlet_behind", "Versions that are committed and not yet published.") { Double($0.behind) }
        add("wirespool_outlet_published_sequence", "The number of the last version that is published.") { Double($0.publishedThrough) }
        add("wirespool_outlet_ok", "0 when it is full or failed.") { $0.state == "ok" ? 1 : 0 }
        add("wirespool_spool_files", "Files that wait for the consumer.") { $0.waiting.map(Double.init) }
        add("wirespool_spool_oldest_timestamp_seconds", "Since when the oldest of them waits.") { $0.oldest?.timeIntervalSince1970 }
    }
}
