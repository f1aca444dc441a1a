// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Feeds
import FoundationEssentials
import Ingest
import Logging
import Markup
import Transport

/// `wirespool replay`: publishes again from the catalog.
struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Publish an outlet's files again from the catalog.",
        discussion: "The files have the names and bytes that they had before. The daemon must not be running: it publishes what follows.")

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Option(name: .long, help: "The outlet.")
    var outlet: String

    @Option(name: .long, help: "Only what was committed since: 2026-11-25T08:00:00Z, 90m, 2h, 3d (default: everything).")
    var since: String?

    func validate() throws {
        guard let since, moment(since) == nil else { return }
        throw ValidationError("--since takes a time such as 2026-11-25T08:00:00Z, 90m, 2h or 3d, not '\(since)'.")
    }

    func run() async throws {
        try await Failure.reported {
            let settings = try configuration.load()
            guard settings.outlets.contains(where: { $0.name == outlet }) else {
                throw Failure(message: "no outlet '\(outlet)' in \(configuration.file)", code: Ingest.ExitCode.usage)
            }
            let site = try await Site.open(
                settings, holder: "wirespool replay", fetcher: try Transfers(), clock: .system, logger: .people(output.verbose))
            let published = try await site.replay(outlet, since: since.flatMap(moment))
            report(published)
            return Ingest.ExitCode.of(published.failures.map(\.exitCode))
        }
    }
}

extension Replay {
    private func moment(_ text: String) -> Date? { Date(rfc3339: text) ?? Duration(words: text).map { Date() - $0.inSeconds } }

    private func report(_ published: Publishing) {
        for failure in published.failures { StandardError.line("wirespool: \(failure.stage.rawValue): \(failure.message)") }
        guard output.isJSON else { return StandardOutput.line("\(published.released) files published again to \(outlet)") }
        var json = JSONWriter()
        json.object { json in
            json.member("outlet", outlet)
            json.member("published", published.released)
        }
        json.newline()
        StandardOutput.write(json.bytes)
    }
}
