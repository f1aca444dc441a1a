// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Ingest

/// `wirespool metrics`: the installation as metrics.
struct MetricsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "Print metrics in Prometheus' text format.",
        discussion: "The daemon offers the same and more by itself, when the configuration has 'metrics'.")

    @OptionGroup var configuration: ConfigurationOptions

    @Option(name: .long, help: ArgumentHelp("Replace this file instead, for node_exporter's textfile collector.", valueName: "file"))
    var write: String?

    @Flag(name: .customLong("openmetrics"), help: "OpenMetrics 1.0 instead.")
    var openMetrics = false

    func run() async throws {
        try await Failure.reported {
            let text = try Health(of: try configuration.load(), now: Date()).metrics(openMetrics ? .openMetrics : .prometheus)
            if let write {
                try WholeFile.write(text, to: write)
            } else {
                StandardOutput.write(Array(text.utf8))
            }
            return 0
        }
    }
}
