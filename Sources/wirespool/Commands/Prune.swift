// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ingest
import Logging
import Markup
import Transport

/// `wirespool prune`: applies retention now.
struct Prune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Apply retention now: remove what the configuration no longer keeps.",
        discussion:
            """
            The daemon does so every hour, and `fetch` at its end; while the daemon runs, this command ends with 75. What is not yet published \
            stays. The room of what is forgotten is used again; --compact gives it back to the file system.
            """)

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Flag(name: .long, help: "Write the catalog anew, so that its file shrinks; this needs as much free space as the catalog.")
    var compact = false

    func run() async throws {
        try await Failure.reported {
            let settings = try configuration.load()
            let site = try await Site.open(
                settings, holder: "wirespool prune", fetcher: try Transfers(), clock: .system, logger: .people(output.verbose))
            let pruning = await site.prune()
            if compact { try await site.compact() }
            try await site.settleLog()
            report(pruning)
            return Ingest.ExitCode.of(pruning.failures.map(\.exitCode))
        }
    }
}

extension Prune {
    private func report(_ pruning: Pruning) {
        for failure in pruning.failures { StandardError.line("wirespool: \(failure.stage.rawValue): \(failure.message)") }
        guard output.isJSON else {
            return StandardOutput.line(
                """
                forgot \(Count.of(pruning.versions, "version")); removed \(Count.of(pruning.files, "file")) that nobody took, \
                \(Count.of(pruning.logs, "old log")), \(Count.of(pruning.documents, "quarantined document"))
                """)
        }
        var json = JSONWriter()
        json.object { json in
            json.member("versions", pruning.versions)
            json.member("files", pruning.files)
            json.member("logs", pruning.logs)
            json.member("documents", pruning.documents)
        }
        json.newline()
        StandardOutput.write(json.bytes)
    }
}
