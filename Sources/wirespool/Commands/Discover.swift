// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ingest
import Markup
import Transport

/// `wirespool discover`: the feeds that a page announces.
struct Discover: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the feeds that a page announces.",
        discussion: "Asks for the page once, and for nothing else: addresses are read from its links, and never guessed.")

    @OptionGroup var output: OutputOptions

    @Flag(name: .customLong("allow-private"), help: "Do not refuse private and loopback addresses.")
    var allowPrivate = false

    @Argument(help: "The page's address.")
    var url: String

    func run() async throws {
        try await Failure.reported {
            let page = url.contains("://") ? url : "https://\(url)"
            let found = try await AnnouncedFeeds.of(page, fetcher: try Transfers(), allowsPrivate: allowPrivate).feeds
            guard !found.isEmpty else {
                throw Failure(message: "\(Terminal.escape(url)) announces no feed", code: Ingest.ExitCode.badData)
            }
            output.isJSON ? printJSON(found) : printTable(found)
            return 0
        }
    }
}

extension Discover {
    private func printTable(_ feeds: [AnnouncedFeeds.Feed]) {
        var table = Table(["type", "title", "address"])
        for feed in feeds { table.add([(feed.type, nil), (feed.title ?? "-", nil), (feed.url, nil)]) }
        table.print()
    }

    private func printJSON(_ feeds: [AnnouncedFeeds.Feed]) {
        var json = JSONWriter()
        for feed in feeds {
            json.object { json in
                json.member("url", feed.url)
                json.member("title", feed.title)
                json.member("type", feed.type)
            }
            json.newline()
        }
        StandardOutput.write(json.bytes)
    }
}
