// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Catalog
import Ingest

/// `wirespool backup`: a copy of the catalog.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the catalog to a file, also while the daemon writes it.",
        discussion:
            """
            The file is whole and durable when it appears under its name; an older one is replaced then. To restore it, stop the daemon, remove \
            catalog.sqlite, catalog.sqlite-wal and catalog.sqlite-shm from the state directory, put the file there as catalog.sqlite with its \
            owner, and run `wirespool check --deep --repair`, which adds what outlets and log know and the backup does not.
            """)

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The file to write.")
    var file: String

    func run() async throws {
        try await Failure.reported {
            let reader = try CatalogReader(directory: try configuration.load().state)
            try reader.backUp(to: file)
            if output.verbose { StandardError.line("wirespool: \(file) holds \(try reader.lastSequence()) versions") }
            return 0
        }
    }
}
