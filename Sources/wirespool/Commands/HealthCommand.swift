// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Ingest

/// `wirespool health`: one line and an exit status, for monitoring.
struct HealthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Say in one line whether all is well, for monitoring.",
        discussion:
            "The exit status is 0 or 1. With --nagios it is 0 (OK), 1 (WARNING: feeds), 2 (CRITICAL: an outlet, or nothing is polled) or 3 (UNKNOWN), and the line ends with performance data."
    )

    @OptionGroup var configuration: ConfigurationOptions

    @Flag(name: .long, help: "The line and the exit status that Nagios, Icinga and their like expect.")
    var nagios = false

    func run() async throws {
        try await Failure.reported {
            do {
                let health = try Health(of: try configuration.load(), now: Date())
                StandardOutput.line(nagios ? Self.nagiosLine(health) : Self.line(health))
                return nagios ? Int32(health.severity.rawValue) : health.severity == .ok ? 0 : Ingest.ExitCode.someFailed
            } catch  where nagios {
                StandardOutput.line("WIRESPOOL UNKNOWN - \(Terminal.escape(Failure(error).message))")
                return 3
            }
        }
    }
}

extension HealthCommand {
    private static func line(_ health: Health) -> String {
        let complaints = health.complaints.map { Terminal.escape($0.text) }
        guard complaints.isEmpty else { return complaints.joined(separator: "; ") }
        return "all is well: \(Count.of(health.feeds.count { $0.settings.isEnabled }, "feed")), \(Count.of(health.outlets.count, "outlet"))"
    }

    private static func nagiosLine(_ health: Health) -> String {
        let word = ["OK", "WARNING", "CRITICAL"][health.severity.rawValue]
        var data = [
            "feeds=\(health.feeds.count { $0.settings.isEnabled })", "failing=\(health.count(.failing))", "quiet=\(health.count(.quiet))",
            "gone=\(health.count(.gone))", "gaps=\(health.gaps)", "behind=\(health.outlets.map(\.behind).max() ?? 0)",
            "waiting=\(health.outlets.reduce(0) { $0 + ($1.waiting ?? 0) })",
        ]
        if let latency = health.latency { data += ["latency_p50=\(Int(latency.median))s", "latency_p95=\(Int(latency.p95))s"] }
        // A bar would end the text (monitoring-plugins guidelines, "Plugin output").
        let text = line(health).split(separator: "|").joined(separator: "/")
        return "WIRESPOOL \(word) - \(text) | \(data.joined(separator: " "))"
    }
}
