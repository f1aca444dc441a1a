// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Catalog
import Ingest
import Markup
import Transport

/// `wirespool feed`: which feeds there are, and which of them are polled.
struct Feed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: "List the feeds; pause and resume one.",
        subcommands: [FeedList.self, FeedPause.self, FeedResume.self])
}

/// `wirespool feed list`: the configured feeds with their addresses.
struct FeedList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Print every configured feed with its state and address.",
        discussion: "Secrets in addresses are left out. wirespool status tells how the feeds fare.")

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp("A pattern of names.", valueName: "pattern"))
    var pattern = "*"

    func run() async throws {
        try await Failure.reported {
            guard let glob = Glob(pattern) else { throw Failure(message: "'\(pattern)' is no pattern", code: Ingest.ExitCode.usage) }
            let settings = try configuration.load()
            let feeds = settings.feeds.filter { glob.matches($0.name) }
            let states = try CatalogReader.knownStates(in: settings.state)
            output.isJSON ? printJSON(feeds, states) : printTable(feeds, states)
            return 0
        }
    }
}

extension FeedList {
    private func printTable(_ feeds: [FeedSettings], _ states: [String: FeedState]) {
        var table = Table(["feed", "state", "interval", "agency", "address"])
        for feed in feeds {
            let state = states[feed.name]?.at(feed.url)
            table.add([
                (feed.name, nil), (feed.word(state), nil), (feed.interval.words, nil), (feed.agency ?? "-", nil),
                (Redaction.redacted(state?.address ?? feed.url), nil),
            ])
        }
        table.print()
    }

    private func printJSON(_ feeds: [FeedSettings], _ states: [String: FeedState]) {
        var json = JSONWriter()
        for feed in feeds {
            let state = states[feed.name]?.at(feed.url)
            json.object { json in
                json.member("feed", feed.name)
                json.member("state", feed.word(state))
                json.member("url", Redaction.redacted(feed.url))
                json.member("adopted", state?.adoptedURL.map(Redaction.redacted))
                json.member("interval", feed.interval.words)
                json.member("agency", feed.agency)
            }
            json.newline()
        }
        StandardOutput.write(json.bytes)
    }
}

extension FeedSettings {
    /// `polled`, `disabled`, `paused` or `gone`.
    fileprivate func word(_ state: FeedState?) -> String {
        guard self.isEnabled else { return "disabled" }
        guard let state else { return "polled" }
        return state.isPaused ? "paused" : state.isGone ? "gone" : "polled"
    }
}

/// `wirespool feed pause`: no polls until it is resumed.
struct FeedPause: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Stop polling feeds until they are resumed.",
        discussion: "The configuration stays as it is, and so does the pause over restarts. A running daemon obeys within a second.")

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The feeds.")
    var feeds: [String]

    func run() async throws {
        try await configuration.order(feeds, isPause: true)
    }
}

/// `wirespool feed resume`: polls again what was paused, or what its publisher called gone.
struct FeedResume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Poll feeds again that were paused, or that answered 410 Gone.",
        discussion: "They are due at once. A running daemon obeys within a second.")

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The feeds.")
    var feeds: [String]

    func run() async throws {
        try await configuration.order(feeds, isPause: false)
    }
}

extension ConfigurationOptions {
    /// Gives the orders, and says what became of them.
    fileprivate func order(_ names: [String], isPause: Bool) async throws {
        try await Failure.reported {
            let settings = try load()
            if let unknown = names.first(where: { name in !settings.feeds.contains { $0.name == name } }) { throw missing(unknown) }
            if let disabled = settings.feeds.first(where: { !$0.isEnabled && names.contains($0.name) }) {
                throw Failure(
                    message: "feed '\(disabled.name)' is not polled: \(file) says `enabled: false`; change it there",
                    code: Ingest.ExitCode.usage)
            }
            let waiting = try await OrderDesk(settings).give(names.map { Order(feed: $0, isPause: isPause) })
            for name in names where !waiting.contains(where: { $0.feed == name }) {
                StandardOutput.line("\(name): \(isPause ? "paused" : "resumed")")
            }
            for order in waiting { StandardError.line("\(order.feed): left for the process that is at work; it has not answered yet") }
            return waiting.isEmpty ? 0 : Ingest.ExitCode.tryLater
        }
    }
}
