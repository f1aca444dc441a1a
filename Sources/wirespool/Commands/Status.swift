// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Catalog
import Foundation
import Ingest
import Markup

/// `wirespool status`: how the feeds and the outlets stand.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the health of the feeds and outlets.",
        discussion: "Reads the catalog, also while the daemon writes it. The exit status is 1 when a feed is failing.")

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp("Only feeds whose names match.", valueName: "feed"))
    var feed: String?

    func run() async throws {
        try await Failure.reported {
            let settings = try configuration.load()
            let report = try StatusReport(settings, feeds: try pattern())
            guard !report.rows.isEmpty || feed == nil else {
                throw Failure(message: "no feed '\(feed ?? "")' in \(configuration.file)", code: Ingest.ExitCode.usage)
            }
            output.isJSON ? report.printJSON() : report.printText()
            return report.hasFailures ? Ingest.ExitCode.someFailed : 0
        }
    }

    private func pattern() throws(Failure) -> Glob {
        guard let feed else { return .all }
        guard let glob = Glob(feed) else { throw Failure(message: "'\(feed)' is no pattern", code: Ingest.ExitCode.usage) }
        return glob
    }
}
