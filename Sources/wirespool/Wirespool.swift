// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ingest

/// The program: one file a command.
@main
struct Wirespool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wirespool",
        abstract: "Takes in the news wires: polls feeds, and spools each agency story once, whole, with its corrections.",
        version: Version.current,
        subcommands: [
            Init.self, Run.self, Fetch.self, Tail.self, Status.self, HealthCommand.self, MetricsCommand.self, Report.self,
            Show.self, Explain.self, Replay.self, Consume.self, Prune.self, Backup.self,
            Feed.self, Import.self, Export.self, Discover.self,
            Check.self, Config.self, Parse.self, ParseWorker.self, Manual.self,
        ])
}

extension Wirespool {
    /// Runs the command of the arguments: what waits for nothing, on the main thread, whose memory is the cheapest.
    @MainActor
    static func main() async {
        do {
            let (arguments, files) = Parse.laterFilesApart(Array(CommandLine.arguments.dropFirst()))
            var command = try parseAsRoot(arguments)
            if var parse = command as? Parse {
                parse.files += files
                return try parse.run()
            }
            guard var waiting = command as? any AsyncParsableCommand else { return try command.run() }
            try await waiting.run()
        } catch {
            exit(withError: error)
        }
    }
}
