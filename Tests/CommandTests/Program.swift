// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// The built program, run as a user runs it, on an installation of its own.
final class Program: Sendable {
    /// What a run printed, and how it ended.
    struct Ending {
        var status: Int32
        var output: String
        var messages: String
        /// Processor time and memory.
        var cost: RunCost

        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    var root: String { directory.path }

    /// Writes the configuration; `feeds` are lines of YAML under `feeds:`.
    func configure(_ feeds: [String], outlets: [String] = ["main: {path: spool/main}"], more: String = "") throws {
        var text = "state: state\nlog: ingest.log\n\(more)\noutlets:\n"
        text += outlets.map { "  \($0)\n" }.joined()
        text += "defaults: {allow_private: true, host_gap: 0s}\nfeeds:\n"
        text += feeds.map { "  \($0)\n" }.joined()
        try write(text, to: "wirespool.yaml")
    }

    func write(_ text: String, to name: String) throws {
        let url = URL(fileURLWithPath: root).appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func text(of name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: root).appendingPathComponent(name)), as: UTF8.self)
    }

    /// The records in an outlet, in the order of their names.
    func records(_ outlet: String = "main") throws -> [[String: Any]] {
        let folder = root + "/spool/\(outlet)/new"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
            let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
            return try #require(object as? [String: Any])
        }
    }

    /// The events of the ingestion log.
    func events() throws -> [[String: Any]] {
        try text(of: "ingest.log").split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    /// Starts the program with the configuration; the caller ends it or waits for it.
    func start(_ arguments: [String], output: CInt? = nil) throws -> ChildProcess {
        try ChildProcess(Products.path("wirespool"), configured(arguments), in: root, output: output)
    }

    private func configured(_ arguments: [String]) -> [String] {
        arguments.first == "parse" ? arguments : arguments + ["--config", root + "/wirespool.yaml"]
    }

    /// Runs the program to its end, on a thread that no other test needs.
    func run(_ arguments: String...) async throws -> Ending {
        try await Self.aside { try self.runToEnd(arguments) }
    }

    /// Does what waits for processes outside the pool that the tests share.
    static func aside<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await MeasuredRun.aside(work)
    }

    func runToEnd(_ arguments: [String]) throws -> Ending {
        let run = try MeasuredRun(configured(arguments), in: root)
        return Ending(status: run.status, output: run.output, messages: run.messages, cost: run.cost)
    }
}

/// Small documents in the shape of an agency's feed.
enum Wire {
    static func rss(_ items: [(guid: String, title: String, text: String)]) -> String {
        let body = items.map { item in
            "<item><guid isPermaLink=\"false\">\(item.guid)</guid><title>\(item.title)</title><link>https://wire.example/\(item.guid)</link>"
                + "<pubDate>Tue, 20 Feb 2018 10:00:00 GMT</pubDate><description>\(item.text)</description></item>"
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Wire</title><link>https://wire.example/</link>"
            + "<description>Wire</description>\(body.joined())</channel></rss>"
    }

    /// `count` different stories.
    static func rss(count: Int, feed: Int = 0) -> String {
        rss(
            (0..<count).map {
                ("f\(feed)-\($0)", "Story \($0) of feed \(feed)", "GENEVA, Feb. 20 (Xinhua) -- Text number \($0) of feed \(feed).")
            })
    }
}
