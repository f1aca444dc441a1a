// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Glibc
import Ingest

/// `wirespool status`: how the feeds and the outlets stand.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show the health of the feeds and outlets, or one feed in full.",
        discussion:
            "Reads the catalog, also while the daemon writes it. Marks: * well, + new, ~ quiet, ! failing, # gone, | paused. The exit status is 1 when a feed fails, is gone or has gone quiet, 2 when an outlet is in trouble, 69 when nothing is polled."
    )

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Flag(name: .long, help: "Show it again every two seconds.")
    var watch = false

    @Flag(name: .long, help: "Only feeds that need attention.")
    var ailing = false

    @Option(name: .long, help: ArgumentHelp("Only feeds without success or without news for so long: 7d, 12h.", valueName: "time"))
    var dead: String?

    @Argument(help: ArgumentHelp("One feed, or a pattern of names.", valueName: "feed"))
    var feed: String?

    func validate() throws {
        guard let dead, Duration(words: dead) == nil else { return }
        throw ValidationError("--dead takes a time such as 12h or 7d, not '\(dead)'.")
    }

    func run() async throws {
        try await Failure.reported {
            let pattern = try pattern()
            guard watch else { return try show(pattern) }
            while true {
                if !output.isJSON { StandardOutput.write(Array("\u{1B}[H\u{1B}[2J".utf8)) }
                _ = try show(pattern)
                sleep(2)
            }
        }
    }
}

extension Status {
    private func show(_ pattern: Glob) throws -> Int32 {
        let settings = try configuration.load()
        var report = StatusReport(try Health(of: settings, now: Date()), feeds: pattern)
        if let feed, report.feeds.isEmpty { throw configuration.missing(feed) }
        if ailing { report = report.ailing }
        if let time = dead.flatMap({ Duration(words: $0) }) { report = report.dead(for: time) }
        if output.isJSON {
            report.printJSON()
        } else if let feed, let one = report.feeds.first, report.feeds.count == 1, one.settings.name == feed {
            FeedDetail(feed: one, now: report.health.now, polls: lastPolls(of: feed, settings.log)).print()
        } else {
            report.print()
        }
        return report.exitCode
    }

    private func lastPolls(of feed: String, _ log: String) -> [LogRecord] {
        var filter = LogFilter()
        filter.events = ["poll", "failed", "gap", "moved", "gone", "recovered"]
        // Most lines are other feeds', and need no decoding to tell.
        let member = Array("\"feed\":\"\(feed)\"".utf8)
        let accepts = { (line: [UInt8]) in line.firstRange(of: member) != nil && filter.accepts(line) }
        var follower = LogFollower(log)
        // A log that can't be read hides nothing else.
        let lines = (try? follower.lastLines(10, where: accepts)) ?? []
        return lines.compactMap { LogRecord(line: $0) }
    }

    private func pattern() throws(Failure) -> Glob {
        guard let feed else { return .all }
        guard let glob = Glob(feed) else { throw Failure(message: "'\(feed)' is no pattern", code: Ingest.ExitCode.usage) }
        return glob
    }
}
