// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Articles
import Feeds
import FoundationEssentials
import Ingest
import Markup

/// `wirespool parse`: reads documents without fetching or remembering.
struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Read documents and print what they say, one JSON object a document.",
        discussion: "Nothing is fetched, remembered or spooled. The exit status is 65 when a document is no feed.")

    @Flag(name: .long, help: "Print the native article records, one a line.")
    var articles = false

    @Flag(name: .long, help: "Print markup as sent, not sanitised.")
    var raw = false

    @Flag(name: .long, help: "JSON lines (they always are).")
    var json = false

    @Option(name: .long, help: "The document's address, which relative URLs are relative to.")
    var url: String?

    @Option(name: .customLong("content-type"), help: "What HTTP's Content-Type said.")
    var contentType: String?

    @Option(name: .long, help: "What HTTP's Content-Language said.")
    var language: String?

    @Argument(help: "Documents; - is standard input.")
    var files: [String]

    /// The arguments that ArgumentParser is to see, and the documents that stand last: for each argument it looks at all before it,
    /// so that a thousand of them would cost as much as reading forty.
    static func laterFilesApart(_ arguments: [String]) -> (shown: [String], files: [String]) {
        guard arguments.first == "parse" else { return (arguments, []) }
        // Behind the last option there is its value at most, and one document has to be seen.
        let last = arguments.lastIndex { $0.hasPrefix("-") && $0 != "-" } ?? 0
        let end = min(last + 3, arguments.count)
        return (Array(arguments[..<end]), Array(arguments[end...]))
    }

    func run() throws {
        let source = DocumentSource(url: url, contentType: contentType, language: language)
        var failures: [Int32] = []
        var json = JSONWriter(capacity: 1 << 16)
        for file in files {
            do {
                let feed = try FeedReader.read(try InputFile.bytes(of: file), source: source)
                write(feed, file, into: &json)
            } catch {
                failures.append(Failure.code(ofDocument: error))
                write(error, file, into: &json)
            }
            StandardOutput.write(json.bytes)
            json.removeAll()
        }
        if !failures.isEmpty { throw ArgumentParser.ExitCode(Ingest.ExitCode.of(failures)) }
    }
}

extension Parse {
    private func write(_ feed: ParsedFeed, _ file: String, into json: inout JSONWriter) {
        guard !articles else { return write(articlesOf: feed, file, into: &json) }
        FeedReport(feed: feed, file: file, isRaw: raw).write(into: &json)
        json.newline()
    }

    private func write(articlesOf feed: ParsedFeed, _ file: String, into json: inout JSONWriter) {
        let normalizer = Normalizer(context: FeedContext(name: "parse", url: url ?? file, language: language), places: SystemPlaces.table)
        normalizer.articles(of: feed, received: Date()) { item, result in
            switch result {
            case .success(let article):
                article.write(into: &json)
                json.newline()
            case .failure(let error):
                StandardError.line("\(file): item \(item.position + 1): normalize: \(Terminal.escape(error.message))")
            }
        }
    }

    private func write(_ error: any Error, _ file: String, into json: inout JSONWriter) {
        let error = error as? FeedError ?? FeedError(.unreadable, Failure(error).message)
        FeedReport.write(error, file: file, into: &json)
        json.newline()
    }
}
