// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Glibc
import Ingest

/// Where the configuration is, and what overrides it.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The configuration (default: /etc/wirespool/wirespool.yaml, else ./wirespool.yaml).", valueName: "file"))
    var config: String?

    @Option(name: .long, help: ArgumentHelp("The state directory, in place of the configured one.", valueName: "dir"))
    var state: String?

    @Option(name: .long, help: ArgumentHelp("The directory of all outlets, in place of the configured ones.", valueName: "dir"))
    var spool: String?

    @Option(name: .long, help: ArgumentHelp("The ingestion log, in place of the configured one.", valueName: "file"))
    var log: String?

    /// The file to read: the one given, or the first of the usual places.
    var file: String {
        config ?? Settings.standardPath()
    }

    /// Reads the settings.
    func load() throws(SettingsError) -> Settings {
        try Settings.load(file, overrides: overrides)
    }

    /// Reads the settings as far as they can be read, with every mistake in them.
    func review() -> SettingsReview {
        SettingsReview(of: file, overrides: overrides)
    }

    /// What is said of a feed that the configuration doesn't have.
    func missing(_ feed: String) -> Failure {
        Failure(message: "no feed '\(feed)' in \(file); `wirespool feed list` names them", code: Ingest.ExitCode.usage)
    }

    private var overrides: SettingsOverrides { SettingsOverrides(state: state, spool: spool, log: log) }
}

/// How the output looks.
struct OutputOptions: ParsableArguments {
    @Flag(name: .long, help: "JSON lines, also on a terminal.")
    var json = false

    @Flag(name: .long, help: "Text for people, also in a pipe.")
    var plain = false

    @Flag(name: [.long, .customShort("v")], help: "Say more.")
    var verbose = false

    /// JSON when asked for, or when nobody looks.
    var isJSON: Bool { json || (!plain && isatty(STDOUT_FILENO) == 0) }
}
