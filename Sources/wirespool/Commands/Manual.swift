// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ingest

/// `wirespool manual`: what the manual pages are built from, so that they say what this program does.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print the source of manual pages: of wirespool.yaml(5), or the commands' part of wirespool(1).",
        shouldDisplay: false)

    /// The parts that are made and not written.
    enum Part: String, ExpressibleByArgument, CaseIterable {
        case settings, commands
    }

    @Argument(help: "settings or commands.")
    var part: Part

    func run() throws {
        switch part {
        case .settings: StandardOutput.write(Array(SettingsTable.manual().utf8))
        case .commands: StandardOutput.write(Array(try CommandManual(of: Wirespool._dumpHelp()).text.utf8))
        }
    }
}
