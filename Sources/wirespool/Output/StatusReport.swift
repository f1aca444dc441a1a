// SPDX-License-Identifier: Apache-2.0
import Catalog
import Feeds
import FoundationEssentials
import Ingest

/// How an installation stands, as `status` prints it on a terminal.
struct StatusReport {
    let health: Health
    /// The feeds that were asked for.
    private(set) var feeds: [FeedHealth]

    init(_ health: Health, feeds wanted: Glob) {
        self.health = health
        feeds = health.feeds.filter { wanted.matches($0.settings.name) }
    }

    /// The same with only the feeds that need attention.
    var ailing: StatusReport {
        var report = self
        report.feeds = feeds.filter { !$0.isWell }
        return report
    }

    /// The same with only the feeds that had no success or no news for so long.
    func dead(for time: Duration) -> StatusReport {
        var report = self
        report.feeds = feeds.filter { $0.isDead(for: time, at: health.now) }
        return report
    }

    /// 0 healthy, 1 a feed is not, 2 an outlet is not, 69 nothing polls.
    var exitCode: Int32 {
        if health.isStalled { return Ingest.ExitCode.unavailable }
        if health.shortage != nil || health.outlets.contains(where: { $0.isInTrouble(at: health.now) }) { return 2 }
        return feeds.contains { [.failing, .gone, .quiet].contains($0.condition) } ? Ingest.ExitCode.someFailed : 0
    }

    func print() {
        StandardOutput.line(headline)
        for text in summary + health.outlets.map(line) { StandardOutput.line(text) }
        guard !feeds.isEmpty else { return }
        StandardOutput.line("")
        var table = Table(["", "feed", "last good", "next poll", "24 h", "note"])
        for feed in feeds { table.add(cells(feed)) }
        table.print()
    }
}

extension StatusReport {
    private var headline: String {
        let counts = FeedHealth.Condition.allCases.compactMap { condition -> String? in
            let count = health.count(condition)
            return count > 0 ? Terminal.paint("\(count) \(condition.rawValue)", condition.colour) : nil
        }
        return "\(Terminal.paint("Wirespool \(Version.current)", .bold)), "
            + (counts.isEmpty ? "no feeds" : "feeds: " + counts.joined(separator: ", "))
    }

    private var summary: [String] {
        var lines = [health.holder.map { "at work: \(Terminal.escape($0))" } ?? idle]
        if let shortage = health.shortage { lines.append(Terminal.paint("polling pauses: \(Terminal.fit(shortage, 160))", .red)) }
        if let refusal = health.refusal {
            lines.append(Terminal.paint("reload refused, the old settings are in force: \(Terminal.fit(refusal, 120))", .red))
        }
        var stock = "stories: \(health.totals.stories) in \(health.totals.versions) versions"
        if let last = health.totals.lastCommit { stock += ", the last at \(Clock.local(last))" }
        lines.append(stock)
        if let latency = health.latency {
            lines.append(
                "published → spooled: half within \(Clock.span(latency.median)), 95 % within \(Clock.span(latency.p95)) (24 h, \(Count.of(latency.stories, "story", "stories")))"
            )
        }
        if health.gaps > 0 {
            let names = health.feeds.filter { $0.gaps > 0 }.map(\.settings.name).joined(separator: ", ")
            lines.append(Terminal.paint("gaps in 24 h: \(health.gaps) (\(Terminal.fit(names, 60))); poll these more often", .yellow))
        }
        return lines
    }

    private var idle: String {
        health.isStalled ? Terminal.paint("nothing is polled: start the daemon, or run wirespool fetch", .red) : "no daemon runs"
    }

    private func line(_ outlet: OutletHealth) -> String {
        var parts = [outlet.behind > 0 ? Count.of(outlet.behind, "version") + " behind" : "up to date"]
        if outlet.state != "ok" {
            let since = outlet.since.map { " since \(Clock.local($0))" } ?? ""
            parts.insert(Terminal.paint("\(outlet.state)\(since): \(Terminal.fit(outlet.message ?? "", 100))", .red), at: 0)
        }
        switch outlet.waiting {
        case nil: break
        case 0?: parts.append("nothing waits")
        case let files?:
            let age = outlet.oldest.map { ", the oldest for \(Clock.span(health.now.timeIntervalSince($0)))" } ?? ""
            parts.append(Count.of(files, "file") + " " + (files == 1 ? "waits" : "wait") + age)
        }
        return "outlet \(Terminal.escape(outlet.settings.name)): \(parts.joined(separator: "; "))"
    }

    private func cells(_ feed: FeedHealth) -> [(text: String, colour: Terminal.Colour?)] {
        let state = feed.state
        let next = feed.condition == .paused || feed.condition == .gone ? "-" : state.nextPoll.map(Clock.local) ?? "now"
        return [
            (feed.condition.mark, feed.condition.colour), (feed.settings.name, nil), (state.lastSuccess.map(Clock.local) ?? "never", nil),
            (next, nil), ("\(feed.recent)", nil), (FeedNote.text(feed, now: health.now), feed.isWell ? .grey : feed.condition.colour),
        ]
    }
}

extension FeedHealth.Condition {
    /// One character, so that the eye finds trouble without colour too.
    var mark: String {
        switch self {
        case .ok: "*"
        case .new: "+"
        case .quiet: "~"
        case .failing: "!"
        case .gone: "#"
        case .paused: "|"
        }
    }

    var colour: Terminal.Colour {
        switch self {
        case .ok: .green
        case .new: .cyan
        case .quiet: .yellow
        case .failing, .gone: .red
        case .paused: .grey
        }
    }
}
