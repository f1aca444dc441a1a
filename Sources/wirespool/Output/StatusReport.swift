// SPDX-License-Identifier: Apache-2.0
import Catalog
import Feeds
import FoundationEssentials
import Glibc
import Ingest
import Markup

/// How the feeds and outlets of a configuration stand in the catalog.
struct StatusReport {
    struct Row {
        var settings: FeedSettings
        var state: FeedState
    }

    let rows: [Row]
    private let outlets: [OutletPosition]
    private let totals: CatalogTotals
    private let lastSequence: Int64

    init(_ settings: Settings, feeds: Glob) throws(CatalogError) {
        let reader = try CatalogReader(directory: settings.state)
        let states = try reader.feedStates().byName
        rows = settings.feeds.filter { $0.isEnabled && feeds.matches($0.name) }.map { feed in
            Row(settings: feed, state: states[feed.name] ?? FeedState(name: feed.name, url: feed.url))
        }
        outlets = try reader.outlets().filter { outlet in settings.outlets.contains { $0.name == outlet.name } }
        totals = try reader.totals()
        lastSequence = try reader.lastSequence()
    }

    var hasFailures: Bool { rows.contains { $0.state.failures > 0 } }

    func printText() {
        let failing = rows.count { $0.state.failures > 0 }
        let health = failing == 0 ? Terminal.paint("all well", .green) : Terminal.paint("\(failing) failing", .red)
        StandardOutput.line(
            "Wirespool \(Version.current): \(rows.count) feeds, \(health); \(totals.stories) stories in \(totals.versions) versions")
        for outlet in outlets {
            let waiting = lastSequence - outlet.publishedThrough
            StandardOutput.line("outlet \(Terminal.escape(outlet.name)): " + (waiting > 0 ? "\(waiting) versions behind" : "up to date"))
        }
        StandardOutput.line("")
        var table = Table(["", "feed", "last good poll", "next poll", "new", "rev", "dup", "why"])
        for row in rows { table.add(cells(row)) }
        table.print()
    }

    func printJSON() {
        var json = JSONWriter()
        json.object { json in
            json.member("version", Version.current)
            json.member("stories", totals.stories)
            json.member("versions", totals.versions)
            json.member("outlets", outlets) { json, outlet in
                json.object { json in
                    json.member("outlet", outlet.name)
                    json.member("behind", Int(clamping: lastSequence - outlet.publishedThrough))
                }
            }
        }
        json.newline()
        for row in rows {
            json.object { write(row, into: &$0) }
            json.newline()
        }
        StandardOutput.write(json.bytes)
    }
}

extension StatusReport {
    private func cells(_ row: Row) -> [(text: String, colour: Terminal.Colour?)] {
        let state = row.state
        let isFailing = state.failures > 0
        let why =
            isFailing
            ? "\(state.errorStage ?? "") \(state.errorLabel ?? ""): \(state.errorMessage ?? "")" : state.nextReason ?? "not polled yet"
        return [
            (isFailing ? "!" : "*", isFailing ? .red : .green), (state.name, nil), (state.lastSuccess.map(Clock.local) ?? "never", nil),
            (state.nextPoll.map(Clock.local) ?? "now", nil), ("\(state.totalNew)", nil), ("\(state.totalRevised)", nil),
            ("\(state.totalDuplicate)", nil), (why, isFailing ? .red : .grey),
        ]
    }

    private func write(_ row: Row, into json: inout JSONWriter) {
        let state = row.state
        json.member("feed", state.name)
        json.member("state", state.failures > 0 ? "failing" : state.lastSuccess == nil ? "new" : "ok")
        json.member("lastSuccess", state.lastSuccess?.rfc3339)
        json.member("nextPoll", state.nextPoll?.rfc3339)
        json.member("reason", state.nextReason)
        json.member("status", state.lastStatus)
        json.member("new", state.totalNew)
        json.member("revised", state.totalRevised)
        json.member("duplicate", state.totalDuplicate)
        guard state.failures > 0 else { return }
        json.member("failures", state.failures)
        json.member("failingSince", state.failingSince?.rfc3339)
        json.member("stage", state.errorStage)
        json.member("class", state.errorLabel)
        json.member("message", state.errorMessage)
    }
}
