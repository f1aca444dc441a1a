// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ingest

/// `wirespool check`: every mistake of the configuration, before the daemon trips over it.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the configuration, the directories and the outlets.",
        discussion: "Prints every mistake with its file and line; the exit status is then 78.")

    @OptionGroup var configuration: ConfigurationOptions

    @Flag(name: .long, help: "Print nothing when all is well.")
    var quiet = false

    func run() async throws {
        try await Failure.reported {
            let settings = try configuration.load()
            for warning in settings.warnings { StandardError.line("warning: \(warning)") }
            let problems = DirectoryCheck.problems(of: settings)
            for problem in problems { StandardError.line(problem) }
            guard problems.isEmpty else { return Ingest.ExitCode.configuration }
            if !quiet {
                let enabled = settings.feeds.count { $0.isEnabled }
                StandardOutput.line("\(configuration.file): \(enabled) feeds, \(settings.outlets.count) outlets, no mistakes")
            }
            return 0
        }
    }
}
