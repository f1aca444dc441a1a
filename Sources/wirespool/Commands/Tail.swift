// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Feeds
import Foundation
import Ingest

/// `wirespool tail`: the ingestion log, its last events or all that follow.
struct Tail: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tail", abstract: "Show the ingestion log.")

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Flag(name: [.customShort("f"), .long], help: "Go on with what is appended, across rotation.")
    var follow = false

    @Option(name: [.customShort("n"), .long], help: "How many of the last events to begin with.")
    var lines = 20

    @Option(name: .long, help: "Only feeds whose names match.")
    var feed: String?

    @Option(name: .long, help: "Only these events or verdicts, separated by commas: new,revision,failed.")
    var event: String?

    @Option(name: .long, help: "Only what is younger: 10m, 2h, 3d.")
    var since: String?

    @Option(name: .long, help: "Only lines that contain this text.")
    var grep: String?

    func validate() throws {
        guard lines >= 0 else { throw ValidationError("-n takes a number from 0 on.") }
        if let feed, Glob(feed) == nil { throw ValidationError("--feed '\(feed)' is no pattern.") }
        if let since, Duration(words: since) == nil { throw ValidationError("--since takes a time such as 10m, 2h or 3d, not '\(since)'.") }
    }

    func run() async throws {
        try await Failure.reported {
            let path = try log ?? configuration.load().log
            guard follow || FileManager.default.fileExists(atPath: path) else {
                throw Failure(message: "\(path): no such log; nothing was fetched yet", code: Ingest.ExitCode.inputOutput)
            }
            let filter = filter
            var follower = LogFollower(path)
            for line in try follower.lastLines(lines, where: filter.accepts) { show(line) }
            guard follow else { return 0 }
            let watch = DirectoryWatch(around: path)
            while true {
                try follower.newLines({ line in if filter.accepts(line) { show(line) } }, gap: { warn(missing: $0) })
                watch.wait(milliseconds: 1000)
            }
        }
    }
}

extension Tail {
    /// The log is named on the command line: no configuration is needed.
    private var log: String? { configuration.log }

    private var filter: LogFilter {
        var filter = LogFilter()
        filter.feed = feed.flatMap(Glob.init)
        filter.events = Set((event ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
        filter.since = since.flatMap { Duration(words: $0) }.map { (Date() - $0.inSeconds).rfc3339 }
        filter.text = grep
        return filter
    }

    private func show(_ line: [UInt8]) {
        guard let record = LogRecord(line: line) else {
            // Damage, and perhaps commands of terminals.
            if !output.isJSON { StandardOutput.line(Terminal.escape(String(decoding: line, as: UTF8.self))) }
            return
        }
        if output.isJSON { StandardOutput.write(line + [UInt8(ascii: "\n")]) } else { StandardOutput.line(EventLine(record).text) }
    }

    private func warn(missing count: Int64) {
        StandardError.line("wirespool: \(count) events are missing here; the log was cut or removed")
    }
}
