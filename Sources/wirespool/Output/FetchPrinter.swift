// SPDX-License-Identifier: Apache-2.0
import Catalog
import Feeds
import FoundationEssentials
import Glibc
import Ingest
import Markup
import Synchronization

/// Prints a line for each feed as its poll ends, and a summary.
final class FetchPrinter: Sendable {
    private struct Totals {
        var polled = 0
        var early = 0
        var resting = 0
        var new = 0
        var revised = 0
        var duplicate = 0
    }

    private let isJSON: Bool
    private let nameWidth: Int
    private let feeds: Int
    /// Somebody watches: the last line tells what is still waited for.
    private let isWatched: Bool
    private let totals = Mutex(Totals())

    init(isJSON: Bool, feeds: [String]) {
        self.isJSON = isJSON
        nameWidth = min(feeds.map(\.count).max() ?? 0, 40)
        self.feeds = feeds.count
        isWatched = !isJSON && Terminal.isInteractive
        showProgress(after: "")
    }

    func print(_ turn: FetchRun.Turn) {
        count(turn)
        // Work that nobody looks at is done all the same; `printSummary` says so where the output failed otherwise.
        let line = "\(isJSON ? json(turn) : text(turn))\n"
        if isWatched { showProgress(after: line) } else { _ = StandardOutput.offer(Array(line.utf8)) }
    }

    /// Writes `lines` over the line of progress, and that line anew below.
    private func showProgress(after lines: String) {
        guard isWatched else { return }
        let done = totals.withLock { $0.polled + $0.early + $0.resting }
        let rest = done < feeds ? Terminal.paint("  \(done) of \(Count.of(feeds, "feed")), waiting for the rest …", .grey) : ""
        _ = StandardOutput.offer(Array("\r\u{1B}[K\(lines)\(rest)".utf8))
    }

    /// - Parameter released: how many files appeared in outlets; nil when nothing was to be written.
    func printSummary(released: Int?, failures: [IngestError]) {
        let totals = totals.withLock { $0 }
        for failure in failures where failure.stage == .spool { StandardError.line("wirespool: spool: \(failure.message)") }
        if isJSON {
            var json = JSONWriter()
            json.object { json in
                json.member("summary", true)
                json.member("polled", totals.polled)
                json.member("early", totals.early)
                json.member("resting", totals.resting)
                json.member("failed", failures.count)
                json.member("new", totals.new)
                json.member("revised", totals.revised)
                json.member("duplicate", totals.duplicate)
                json.member("released", released)
            }
            finish(json.text)
            return
        }
        var parts = [Count.of(totals.polled, "feed") + " polled"]
        if released == nil {
            parts.append("nothing written")
        } else {
            parts.append(totals.new + totals.revised == 0 ? "nothing new" : "\(totals.new) new, \(totals.revised) revised")
        }
        if totals.duplicate > 0 { parts.append(Count.of(totals.duplicate, "duplicate")) }
        if totals.early > 0 { parts.append("\(totals.early) not yet due (--force polls them)") }
        if totals.resting > 0 { parts.append("\(totals.resting) not to be polled") }
        if !failures.isEmpty { parts.append(Terminal.paint("\(failures.count) failed", .red)) }
        if let released, released > 0 { parts.append(Count.of(released, "file") + " spooled") }
        finish(Terminal.paint(parts.joined(separator: ", "), .bold))
        if isWatched, failures.contains(where: { $0.stage != .spool }) {
            StandardError.line("`wirespool status FEED` says of a feed what is wrong, and what to do")
        }
    }
}

extension FetchPrinter {
    /// The last line: a reader that went away leaves the exit status to what was fetched.
    private func finish(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        guard !StandardOutput.offer(bytes), errno != EPIPE else { return }
        StandardOutput.write(bytes)
    }

    private func count(_ turn: FetchRun.Turn) {
        totals.withLock { totals in
            switch turn {
            case .early:
                totals.early += 1
            case .resting:
                totals.resting += 1
            case .polled(let report):
                totals.polled += 1
                guard case .read(_, _, let counts?) = report.outcome else { return }
                totals.new += counts.new
                totals.revised += counts.revised
                totals.duplicate += counts.duplicate
            }
        }
    }

    private func text(_ turn: FetchRun.Turn) -> String {
        switch turn {
        case .early(let feed, let until, let reason):
            return "\(Terminal.paint("·", .grey)) \(name(feed)) not due before \(Clock.local(until)) (\(reason))"
        case .resting(let feed, let rest):
            return "\(Terminal.paint("·", .grey)) \(name(feed)) \(Self.words(rest, feed))"
        case .polled(let report):
            let seconds = report.duration.formatted2
            switch report.outcome {
            case .failed(let error):
                return
                    "\(Terminal.paint("✗", .red)) \(name(report.feed)) \(error.stage.rawValue) \(error.label): \(Terminal.escape(error.message))"
            case .read(304, _, _):
                return "\(Terminal.paint("✓", .green)) \(name(report.feed)) 304 not modified \(seconds) s"
            case .read(let status, let items, let counts):
                let start = "\(Terminal.paint("✓", .green)) \(name(report.feed)) \(status) \(Count.of(items, "item"))"
                guard let counts else { return "\(start) \(seconds) s" }
                var news = "\(counts.new) new"
                if counts.revised > 0 { news += " \(counts.revised) revised" }
                if counts.duplicate > 0 { news += " \(counts.duplicate) duplicate" }
                if counts.rejected > 0 { news += " \(counts.rejected) rejected" }
                return "\(start) \(news) \(seconds) s"
            }
        }
    }

    private static func words(_ rest: FetchRun.Rest, _ feed: String) -> String {
        switch rest {
        case .gone: "gone for good, says the publisher; wirespool feed resume \(Terminal.escape(feed))"
        case .paused: "paused; wirespool feed resume \(Terminal.escape(feed))"
        case .merged(let owner): "polled with \(Terminal.escape(owner)), since both have moved to one address"
        }
    }

    private func name(_ feed: String) -> String {
        Terminal.pad(Terminal.escape(feed), nameWidth)
    }

    private func json(_ turn: FetchRun.Turn) -> String {
        var json = JSONWriter()
        json.object { json in
            switch turn {
            case .early(let feed, let until, let reason):
                json.member("feed", feed)
                json.member("early", true)
                json.member("next", until.rfc3339)
                json.member("reason", reason)
            case .resting(let feed, let rest):
                json.member("feed", feed)
                switch rest {
                case .gone: json.member("resting", "gone")
                case .paused: json.member("resting", "paused")
                case .merged(let owner):
                    json.member("resting", "merged")
                    json.member("polledWith", owner)
                }
            case .polled(let report):
                json.member("feed", report.feed)
                write(report, into: &json)
                json.member("ms", Int((report.duration * 1000).rounded()))
                json.member("next", report.next.rfc3339)
            }
        }
        return json.text
    }

    private func write(_ report: PollReport, into json: inout JSONWriter) {
        switch report.outcome {
        case .failed(let error):
            json.member("error") { json in
                json.member("stage", error.stage.rawValue)
                json.member("class", error.label)
                json.member("message", error.message)
            }
        case .read(let status, let items, let counts):
            json.member("status", status)
            json.member("items", items)
            guard let counts else { return }
            json.member("new", counts.new)
            json.member("revised", counts.revised)
            json.member("duplicate", counts.duplicate)
            json.member("rejected", counts.rejected)
        }
    }
}
