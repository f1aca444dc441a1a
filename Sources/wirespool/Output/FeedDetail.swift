// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Ingest
import Transport

/// One feed in full, as `status FEED` prints it on a terminal.
struct FeedDetail {
    let feed: FeedHealth
    let now: Date
    /// The last events of its polls, the oldest first.
    let polls: [LogRecord]

    func print() {
        let (settings, state) = (feed.settings, feed.state)
        StandardOutput.line(
            "\(Terminal.paint("\(feed.condition.mark) \(settings.name)", feed.condition.colour)): \(Terminal.escape(FeedNote.text(feed, now: now)))"
        )
        if let advice = FeedNote.advice(feed) { StandardOutput.line("  \(Terminal.escape(advice))") }
        row("address", Redaction.redacted(settings.url))
        row("configured", "\(settings.place.file):\(settings.place.line)")
        row("moves to", state.move.map { "\(Redaction.redacted($0.target)), seen since \(Clock.local($0.since))" })
        row("polled at", state.adoptedURL.map { "\(Redaction.redacted($0)), since the publisher moved it for good" })
        row("answered by", state.detour.map { "\(Redaction.redacted($0)), by a redirect that is not for good" })
        row("polled with", feed.twin.map { "\($0), since both have moved to one address" })
        row("last good", state.lastSuccess.map(Clock.local) ?? "never")
        row("next poll", state.nextPoll.map { "\(Clock.local($0)) (\(state.nextReason ?? ""))" } ?? "now")
        if state.failures > 0 {
            let since = state.failingSince.map { " since \(Clock.local($0))" } ?? ""
            row(
                "failures",
                "\(state.failures) in a row\(since): \(state.errorStage ?? "") \(state.errorLabel ?? ""): \(state.errorMessage ?? "")")
        }
        row(
            "answer",
            state.lastStatus.map { "HTTP \($0)" + (state.lastItems.map { ", \(Count.of($0, "item")) in the last document" } ?? "") })
        if !settings.url.hasPrefix("file:") { row("validators", validators) }
        row("identity", feed.identity)
        row(
            "stories",
            "\(state.totalNew) new, \(state.totalRevised) revised, \(Count.of(state.totalDuplicate, "duplicate")); \(feed.recent) in 24 h")
        row("last story", state.lastStory.map(Clock.local))
        row("rhythm", feed.longestPause.map { "longest pause in 7 days \(Clock.span($0))" })
        row("gaps in 24 h", feed.gaps > 0 ? "\(feed.gaps): poll it more often, stories may be missing" : nil)
        guard !polls.isEmpty else { return }
        StandardOutput.line("\nlast polls")
        for poll in polls { StandardOutput.line(EventLine(poll).text) }
    }

    private func row(_ name: String, _ value: String?) {
        guard let value else { return }
        StandardOutput.line("  \(Terminal.paint(Terminal.pad(name, 13), .grey))\(Terminal.escape(value))")
    }

    private var validators: String {
        let tag = feed.state.entityTag.map { "ETag \(String(decoding: $0, as: UTF8.self))" }
        let date = feed.state.lastModified.map { "Last-Modified \(String(decoding: $0, as: UTF8.self))" }
        let sent = [tag, date].compactMap { $0 }.joined(separator: ", ")
        return sent.isEmpty ? "none: every poll fetches the whole document" : sent
    }
}
