// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Articles
import Catalog
import Foundation
import Ingest

/// `wirespool show`: one story's record.
struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one story's record, for a person or in any output format.",
        discussion: "A story is named by its id or the end of it, by a guid or link, by its catalog sequence, or by a spooled file.")

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Option(name: .long, help: "The revision (default: the last).")
    var revision: Int?

    @Option(name: .long, help: "native, ninjs31, ninjs16 or superdesk.")
    var format: String?

    @Option(name: .long, help: ArgumentHelp("Show what changed since this revision.", valueName: "revision"))
    var diff: Int?

    @Argument(help: ArgumentHelp("An id, guid, link or sequence, or a spooled file.", valueName: "story"))
    var story: String

    func run() async throws {
        try await Failure.reported {
            let format = try outputFormat()
            if let diff {
                try show(from: try find(diff).article, to: try find(revision).article)
                return 0
            }
            let version = try find(revision)
            if format == nil, !output.isJSON {
                ArticleText(version.article).print()
            } else {
                StandardOutput.write((format ?? .native).render(version.article, versionCreated: version.created))
            }
            return 0
        }
    }
}

extension Show {
    private func outputFormat() throws(Failure) -> OutputFormat? {
        guard let format else { return nil }
        guard let known = OutputFormat(rawValue: format) else {
            let names = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(message: "--format '\(format)' is not one of \(names)", code: Ingest.ExitCode.usage)
        }
        return known
    }

    private func show(from before: Article, to after: Article) throws {
        let page = DifferencePage(from: before, to: after)
        output.isJSON ? page.printJSON() : page.print()
    }

    private func find(_ revision: Int?) throws -> (article: Article, created: Date) {
        if diff == nil, FileManager.default.fileExists(atPath: story) {
            return (try article(InputFile.bytes(of: story)), Date())
        }
        let reader = try CatalogReader(directory: configuration.state ?? configuration.load().state)
        guard let history = try reader.story(try StoryName.of(story)) else {
            throw Failure(message: "no story '\(story)' in \(reader.path)", code: Ingest.ExitCode.someFailed)
        }
        guard let version = revision.map({ wanted in history.versions.first { $0.revision == wanted } }) ?? history.versions.last else {
            throw Failure(
                message: "\(history.id) has no revision \(revision ?? 0); it has 1 to \(history.versions.count)",
                code: Ingest.ExitCode.someFailed)
        }
        return (try article(version.record), version.created)
    }

    private func article(_ record: [UInt8]) throws(Failure) -> Article {
        do {
            return try Article(json: record)
        } catch {
            throw Failure(message: "\(story): not a native article record (\(error))", code: Ingest.ExitCode.badData)
        }
    }
}
