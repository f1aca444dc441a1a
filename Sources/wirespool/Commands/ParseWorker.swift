// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ingest

/// `wirespool parse-worker`: what the daemon starts to read documents, where the settings say `parser: worker`.
struct ParseWorker: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse-worker", abstract: "Read documents for the daemon, on the socket that is standard input.", shouldDisplay: false)

    @Option(name: .long, help: "Bytes of address space.")
    var memory = ParserLimits().memory

    @Option(name: .long, help: "Seconds of the processor for one document.")
    var seconds = ParserLimits().seconds

    func run() throws {
        var limits = ParserLimits()
        (limits.memory, limits.seconds) = (memory, seconds)
        guard Ingest.ParserWorker(limits).run() else { throw ArgumentParser.ExitCode(Ingest.ExitCode.noPermission) }
    }
}
