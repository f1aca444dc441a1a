// SPDX-License-Identifier: Apache-2.0
import Catalog
import Foundation
import Ingest
import Transport

/// The page that `wirespool report` writes: how an installation stands, and what it took in over the last days.
struct WebReport {
    private let health: Health
    private let digests: [VersionDigest]
    private let notes: [VersionNote]
    private let timed: [VersionNote]
    private let days: Int

    /// Versions that are looked at, at most.
    private static let most = 100_000

    init(_ settings: Settings, days: Int, now: Date) throws(CatalogError) {
        self.days = days
        health = try Health(of: settings, now: now)
        let reader = try CatalogReader(directory: settings.state)
        let start = now - Double(days) * 86_400
        digests = try reader.digests(since: start, limit: Self.most)
        notes = try reader.notes(since: start, limit: Self.most)
        timed = try reader.notes(since: start, limit: Self.most, timed: true)
    }

    var html: String {
        let parts = [
            head, tiles, HTML.section("Stories by hour and agency", hours), HTML.section("Feeds", feeds),
            HTML.section("From the publishers' dates to the spool", latency),
            HTML.section("Corrections and kills", changes), HTML.section("Gaps", gaps), HTML.section("Outlets", outlets), foot,
        ]
        return HTML.page("Wirespool", parts.joined(separator: "\n"))
    }
}

extension WebReport {
    private var head: String {
        let complaints = health.complaints.map { complaint in
            "<li class=\"\(complaint.severity == .critical ? "bad" : "warn")\">\(HTML.escape(complaint.text))</li>"
        }
        let state = complaints.isEmpty ? "<p class=\"ok\">All is well.</p>" : "<ul class=\"plain\">\(complaints.joined())</ul>"
        return "<header><h1>Wirespool</h1>\(state)</header>"
    }

    private var tiles: String {
        let day = digests.filter { $0.committed > health.now - 86_400 }
        var tiles = [
            ("\(health.count(.ok) + health.count(.new)) of \(health.feeds.count { $0.settings.isEnabled })", "feeds are well"),
            ("\(day.count { $0.change == nil })", "stories in 24 h"),
            ("\(day.count { $0.change != nil })", "revisions in 24 h"),
            ("\(health.gaps)", "gaps in 24 h"),
        ]
        if let latency = health.latency {
            tiles.append((Clock.span(latency.median), "median to the spool"))
            tiles.append((Clock.span(latency.p95), "95 % to the spool"))
        }
        return "<div class=\"tiles\">" + tiles.map { "<div class=\"tile\"><b>\(HTML.escape($0))</b>\(HTML.escape($1))</div>" }.joined()
            + "</div>"
    }

    private var foot: String {
        "<footer class=\"soft\">Wirespool \(HTML.escape(Version.current)), \(HTML.time(health.now)). "
            + "The last \(Count.of(days, "day")); \(Count.of(health.totals.stories, "story", "stories")) in \(Count.of(health.totals.versions, "version")) in the catalog.</footer>"
    }
}

extension WebReport {
    /// How many agencies have a colour of their own; the rest share the last.
    private static let colours = 6

    private var hours: String {
        guard !digests.isEmpty else { return "<p class=\"soft\">Nothing was taken in.</p>" }
        let totals = Dictionary(grouping: digests) { $0.agency ?? "unknown" }.mapValues(\.count).sorted {
            ($1.value, $0.key) < ($0.value, $1.key)
        }
        let named = totals.prefix(Self.colours).map(\.key)
        let parts = named + (totals.count > named.count ? ["others"] : [])
        let count = days * 24
        var counts = Array(repeating: Array(repeating: 0, count: parts.count), count: count)
        for digest in digests {
            guard let hour = hour(of: digest.committed, of: count) else { continue }
            counts[hour][named.firstIndex(of: digest.agency ?? "unknown") ?? parts.count - 1] += 1
        }
        let labelled = counts.enumerated().map { index, counts in
            (label: Clock.local(health.now - Double(count - 1 - index) * 3600), counts: counts)
        }
        let axis = "<div class=\"axis\"><span>\(Count.of(days, "day")) ago</span><span>now</span></div>"
        return Charts.legend(parts) + Charts.stackedBars(labelled, parts: parts) + axis
    }

    /// The place of a moment among `count` hours that end now.
    private func hour(of instant: Date, of count: Int) -> Int? {
        let ago = Int(health.now.timeIntervalSince(instant) / 3600)
        return (0..<count).contains(ago) ? count - 1 - ago : nil
    }

    private var feeds: String {
        guard !health.feeds.isEmpty else { return "<p class=\"soft\">No feeds are configured.</p>" }
        let commits = Dictionary(grouping: notes, by: \.feed)
        let ailingFirst = health.feeds.filter { !$0.isWell } + health.feeds.filter(\.isWell)
        let rows = ailingFirst.map { feed -> [String] in
            var rhythm = Array(repeating: 0, count: 48)
            for note in commits[feed.settings.name] ?? [] {
                if let hour = hour(of: note.committed, of: rhythm.count) { rhythm[hour] += 1 }
            }
            let colour = feed.isWell ? "ok" : feed.condition == .quiet ? "warn" : "bad"
            return [
                "<span class=\"\(colour)\">\(feed.condition.mark) \(feed.condition.rawValue)</span>",
                HTML.link(feed.settings.name, to: Redaction.withoutSecrets(feed.settings.url)), HTML.time(feed.state.lastSuccess),
                "\(feed.recent)",
                Charts.spark(rhythm, "\(feed.settings.name): stories an hour over two days"),
                HTML.escape(FeedNote.text(feed, now: health.now)),
            ]
        }
        return HTML.table(["", "feed", "last good poll", "24 h", "rhythm, 48 h", "note"], rows)
    }

    private var latency: String {
        let bounds: [(String, TimeInterval)] = [
            ("1 minute", 60), ("5 minutes", 300), ("15 minutes", 900), ("1 hour", 3600), ("6 hours", 21_600), ("longer", .infinity),
        ]
        let delays = timed.filter { $0.revision == 1 }.compactMap { $0.delay(into: health.releases) }
        guard !delays.isEmpty else { return "<p class=\"soft\">No story with a time of its own.</p>" }
        var below = 0.0
        let rows = bounds.map { name, bound in
            defer { below = bound }
            return (name: bound.isFinite ? "≤ \(name)" : name, count: delays.count { max(0, $0) <= bound && (below == 0 || $0 > below) })
        }
        return Charts.meters(rows) + "<p class=\"soft\">New stories; a feed's first poll brings old ones.</p>"
    }
}

extension WebReport {
    /// Rows of one table, at most.
    private static let rows = 50

    private var changes: String {
        let changes = digests.filter { $0.change != nil && $0.change != "update" }
        guard !changes.isEmpty else { return "<p class=\"soft\">None.</p>" }
        let rows = changes.prefix(Self.rows).map { digest in
            [
                HTML.time(digest.committed),
                "<span class=\"\(digest.change == "kill" ? "bad" : "warn")\">\(HTML.escape(digest.change ?? ""))</span>",
                HTML.escape(digest.feed), HTML.link(digest.headline ?? digest.link ?? "", to: digest.link),
            ]
        }
        return HTML.table(["at", "kind", "feed", "headline"], Array(rows)) + more(than: changes.count)
    }

    private var gaps: String {
        let gaps = health.gapEvents
        guard !gaps.isEmpty else { return "<p class=\"soft\">None: each document held a story that was known from the one before.</p>" }
        let rows = gaps.suffix(Self.rows).reversed().map { gap in
            [HTML.time(gap.time), HTML.escape(gap.feed), "\(Count.of(gap.items, "item")), all of them new: poll it more often"]
        }
        return HTML.table(["at", "feed", "what"], Array(rows)) + more(than: gaps.count)
    }

    private var outlets: String {
        let rows = health.outlets.map { outlet in
            [
                "<span class=\"\(outlet.isInTrouble(at: health.now) ? "bad" : "ok")\">\(HTML.escape(outlet.state))</span>",
                HTML.escape(outlet.settings.name), outlet.behind > 0 ? Count.of(outlet.behind, "version") + " behind" : "up to date",
                outlet.waiting.map { "\($0)" } ?? "?", HTML.escape(outlet.message ?? ""),
            ]
        }
        return HTML.table(["", "outlet", "catalog", "files wait", "note"], rows)
    }

    private func more(than count: Int) -> String {
        count > Self.rows ? "<p class=\"soft\">\(count - Self.rows) more are left out.</p>" : ""
    }
}
