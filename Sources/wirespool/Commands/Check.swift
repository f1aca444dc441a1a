// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Glibc
import Ingest
import Transport

/// `wirespool check`: every mistake of the configuration, before the daemon trips over it.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the configuration, the directories and the outlets.",
        discussion:
            """
            Prints every mistake with its file and line; the exit status is then 78. With --online each feed that is due is also asked for \
            once, politely, and nothing is written. With --deep the catalog is read from end to end and compared with every file of the \
            outlets and every line of the log; the exit status is 65 when something is not as it should be. With --deep --repair a damaged \
            catalog is then set aside, and a new one is made of what can be read of it, of the outlets and of the log.
            """)

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Flag(name: .long, help: "Print nothing when all is well.")
    var quiet = false

    @Flag(name: .long, help: "Ask for each feed that is due, too.")
    var online = false

    @Flag(name: .long, help: "Compare the catalog, the outlets and the log, too.")
    var deep = false

    @Flag(name: .long, help: "With --deep: rebuild a catalog that is damaged, gone, or older than its outlets.")
    var repair = false

    func validate() throws {
        if repair, !deep { throw ValidationError("--repair needs --deep.") }
    }

    func run() async throws {
        try await Failure.reported {
            let review = configuration.review()
            let settings = review.settings
            for warning in settings.warnings { StandardError.line("warning: \(warning)") }
            let problems = review.mistakes.map(\.description) + DirectoryCheck.problems(of: settings)
            for problem in problems { StandardError.line(problem) }
            guard problems.isEmpty else {
                if !quiet { StandardError.line(Count.of(problems.count, "mistake")) }
                return Ingest.ExitCode.configuration
            }
            if !quiet {
                let enabled = settings.feeds.count { $0.isEnabled }
                StandardOutput.line(
                    "\(configuration.file): \(Count.of(enabled, "feed")), \(Count.of(settings.outlets.count, "outlet")), no mistakes")
            }
            let state = deep ? try await DeepCheckPrinter(isJSON: output.isJSON, isQuiet: quiet).check(settings, repairs: repair) : 0
            let answers = online ? try await ask(settings) : 0
            return Ingest.ExitCode.of([state, answers].filter { $0 != 0 })
        }
    }

    private func ask(_ settings: Settings) async throws -> Int32 {
        let feeds = settings.feeds.filter(\.isEnabled)
        let printer = FetchPrinter(isJSON: output.isJSON, feeds: feeds.map(\.name))
        let failures = try await DryRun(fetcher: try Transfers(of: settings, isDry: true), settings: settings, ignoresSchedule: false)
            .poll(feeds) { printer.print($0) }
        printer.printSummary(released: nil, failures: failures)
        return Ingest.ExitCode.of(failures.map(\.exitCode))
    }
}
