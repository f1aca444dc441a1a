// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Glibc
import Ingest
import Logging
import Transport

/// `wirespool fetch`: polls once, spools, and says what came.
struct Fetch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch", abstract: "Poll feeds once, and spool what is new.",
        discussion:
            "Feeds that are not yet due are left alone, unless --force is given. When the command returns, spool and log are complete.")

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Flag(name: .long, help: "Poll also what is not yet due; the requests stay conditional.")
    var force = false

    @Flag(name: .customLong("dry-run"), help: "Fetch and read, but write nothing.")
    var dryRun = false

    @Argument(help: "Names of feeds (default: all that are enabled).")
    var feeds: [String] = []

    func run() async throws {
        // A reader that goes away (`| head -1`) must not keep committed stories out of the spool.
        signal(SIGPIPE, SIG_IGN)
        try await Failure.reported {
            let settings = try configuration.load()
            let chosen = try choose(from: settings)
            let transfers = try Transfers(of: settings, isDry: dryRun)
            let printer = FetchPrinter(isJSON: output.isJSON, feeds: chosen.map(\.name))
            if dryRun {
                let dryRun = DryRun(fetcher: transfers, settings: settings, ignoresSchedule: force)
                let failures = try await dryRun.poll(chosen) { printer.print($0) }
                printer.printSummary(released: nil, failures: failures)
                return Ingest.ExitCode.of(failures.map(\.exitCode))
            }
            let site = try await Site.open(
                settings, holder: "wirespool fetch", fetcher: transfers, clock: .system, logger: .people(output.verbose))
            let summary = try await FetchRun(site, ignoresSchedule: force).poll(chosen) { printer.print($0) }
            printer.printSummary(released: summary.released, failures: summary.failures)
            return Ingest.ExitCode.of(summary.failures.map(\.exitCode))
        }
    }

    private func choose(from settings: Settings) throws -> [FeedSettings] {
        guard !feeds.isEmpty else { return settings.feeds.filter(\.isEnabled) }
        return try feeds.map { name in
            guard let feed = settings.feeds.first(where: { $0.name == name }) else { throw configuration.missing(name) }
            return feed
        }
    }
}
