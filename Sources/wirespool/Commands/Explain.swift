// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Catalog
import Ingest

/// `wirespool explain`: why a story was judged as it was.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain why a story was judged as it was.",
        discussion:
            "Every version with the reason that made it one, what changed, where else the text was seen, and the stories it was compared with."
    )

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp("An id, guid, link or sequence, or a spooled file.", valueName: "story"))
    var story: String

    func run() async throws {
        try await Failure.reported {
            let reader = try CatalogReader(directory: configuration.state ?? configuration.load().state)
            guard let history = try reader.story(try StoryName.of(story)) else {
                throw Failure(message: "no story '\(Terminal.escape(story))' in \(reader.path)", code: Ingest.ExitCode.someFailed)
            }
            let page = try ExplanationPage(history)
            output.isJSON ? page.printJSON() : page.print()
            return 0
        }
    }
}
