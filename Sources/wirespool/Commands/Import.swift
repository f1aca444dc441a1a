// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Ingest
import Transport

/// `wirespool import`: the feeds of another reader's list.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take over the feeds of an OPML list.",
        discussion:
            "Writes a file of settings into feeds.d beside the configuration, which takes it in where it says `include: feeds.d/*.yaml`. Feeds that are configured already are left out. Nothing is fetched."
    )

    @OptionGroup var configuration: ConfigurationOptions

    @Flag(name: .customLong("dry-run"), help: "Print the file, and write nothing.")
    var dryRun = false

    @Option(name: .long, help: ArgumentHelp("The file to write (default: feeds.d/NAME.yaml).", valueName: "file"))
    var output: String?

    @Argument(help: ArgumentHelp("The list.", valueName: "file.opml"))
    var list: String

    func run() async throws {
        try await Failure.reported {
            let settings = try configuration.load()
            guard let opml = OPML(try InputFile.bytes(of: list)) else {
                throw Failure(message: "\(list): no OPML list: it has no <outline>", code: Ingest.ExitCode.badData)
            }
            let imported = ImportedFeeds(opml, besides: settings.feeds)
            for refusal in imported.refusals {
                StandardError.line("left out: \(Terminal.escape(Redaction.redacted(refusal.url))): \(Terminal.escape(refusal.reason))")
            }
            let text = imported.text(from: URL(fileURLWithPath: list).lastPathComponent)
            if dryRun {
                StandardOutput.write(Array(text.utf8))
            } else if !imported.feeds.isEmpty {
                try write(text)
                try remindOfInclude(imported)
            }
            let known = imported.known > 0 ? ", \(imported.known) known already" : ""
            StandardError.line("\(Count.of(imported.feeds.count, "feed")) imported\(known), \(imported.refusals.count) left out")
            return imported.feeds.isEmpty && imported.known == 0 ? Ingest.ExitCode.badData : 0
        }
    }
}

extension Import {
    private var file: URL {
        if let output { return URL(fileURLWithPath: output) }
        let name = URL(fileURLWithPath: list).deletingPathExtension().lastPathComponent
        return URL(fileURLWithPath: configuration.file).deletingLastPathComponent().appendingPathComponent("feeds.d/\(name).yaml")
    }

    private func write(_ text: String) throws(Failure) {
        do {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file, options: .withoutOverwriting)
        } catch CocoaError.fileWriteFileExists {
            throw Failure(message: "\(file.path) is there already; name another with --output", code: Ingest.ExitCode.cannotCreate)
        } catch {
            throw Failure(message: "\(file.path) can't be written: \(error.localizedDescription)", code: Ingest.ExitCode.cannotCreate)
        }
        StandardOutput.line("wrote \(file.path)")
    }

    /// The file counts only where the configuration takes it in.
    private func remindOfInclude(_ imported: ImportedFeeds) throws(any Error) {
        let names = Set(try configuration.load().feeds.map(\.name))
        guard !imported.feeds.allSatisfy({ names.contains($0.name) }) else { return }
        StandardError.line("not polled yet: \(configuration.file) doesn't take the file in; add `include: feeds.d/*.yaml`, or its own path")
    }
}

/// `wirespool export`: the configured feeds as a list for other readers.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the feeds as an OPML list.",
        discussion: "Files are left out, and so are secrets in addresses: what needs one must be given its secret again.")

    @OptionGroup var configuration: ConfigurationOptions

    func run() async throws {
        try await Failure.reported {
            let settings = try configuration.load()
            let feeds = settings.feeds.filter { $0.host != nil }
            let entries = feeds.map { OPML.Entry(title: $0.name, url: Redaction.withoutSecrets($0.url), folders: $0.tags) }
            let files = settings.feeds.count - feeds.count
            if files > 0 { StandardError.line("wirespool: \(Count.of(files, "file")) left out: a list is for other readers") }
            StandardOutput.write(Array(OPML(entries).document(title: "Wirespool").utf8))
            return 0
        }
    }
}
