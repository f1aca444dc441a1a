// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Ingest
import Logging
import Transport

/// `wirespool run`: the daemon.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Poll every configured feed until SIGTERM.",
        discussion: "SIGHUP reads the configuration again; when it is wrong, the old settings stay in force.")

    @OptionGroup var configuration: ConfigurationOptions

    @Flag(name: [.long, .customShort("v")], help: "Say more.")
    var verbose = false

    func run() async throws {
        Heap.share()
        try await Failure.reported {
            let settings = try configuration.load()
            for warning in settings.warnings { StandardError.line("wirespool: warning: \(warning)") }
            let logger = Logger.daemon(verbose)
            let notifier = SystemdNotifier(environment: ProcessInfo.processInfo.environment)
            let site = try await Site.open(
                settings, holder: "wirespool run", fetcher: try Transfers(of: settings), clock: .system, logger: logger)
            let options = configuration
            try await Daemon(site, notifier: notifier, logger: logger) { () throws(SettingsError) in try options.load() }.run()
            return 0
        }
    }
}
