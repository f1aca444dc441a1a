// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ingest
import Logging

/// `wirespool consume`: claims files of an outlet for a command.
struct Consume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hand each file of an outlet to a command, once.",
        discussion:
            """
            The file is claimed by a rename into cur/NAME/, and stands on the command's standard input; $WIRESPOOL_FILE is its name. Exit \
            status 0 acknowledges it, 75 puts it back for later, anything else sets it aside in bad/. Any number may work on one outlet at \
            once, each under a NAME of its own. What a dead one had claimed is taken up by the next of its name. SIGTERM lets the file in \
            hand be finished. The exit status is 0, 75 when files were put back, 1 when files were set aside.
            """)

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Option(
        name: .long, help: ArgumentHelp("The outlet's name, or its directory, for which no configuration is read.", valueName: "name|dir"))
    var outlet: String

    @Option(name: .long, help: "What this consumer is called.")
    var name = "consume"

    @Option(name: .long, help: ArgumentHelp("A line for /bin/sh.", valueName: "command"))
    var exec: String

    @Flag(name: [.long, .customShort("f")], help: "Wait for more when all is done.")
    var follow = false

    func validate() throws {
        guard Consumption.isName(name) else {
            throw ValidationError("--name takes up to 64 letters, digits, dots, dashes and underscores, not '\(name)'.")
        }
    }

    func run() async throws {
        try await Failure.reported {
            let logger = Logger.people(output.verbose)
            let tally = await Consumption(of: try settings(), as: name, running: exec, logger: logger).run(follows: follow)
            if output.verbose || tally.putBack + tally.setAside > 0 {
                StandardError.line("wirespool: \(tally.done) done, \(tally.putBack) put back, \(tally.setAside) set aside in bad/")
            }
            if let trouble = tally.trouble { throw trouble }
            return tally.exitCode
        }
    }

    private func settings() throws -> OutletSettings {
        if outlet.contains("/") { return OutletSettings(name: outlet, path: outlet) }
        guard let found = try configuration.load().outlets.first(where: { $0.name == outlet }) else {
            throw Failure(message: "no outlet '\(outlet)' in \(configuration.file)", code: Ingest.ExitCode.usage)
        }
        return found
    }
}
