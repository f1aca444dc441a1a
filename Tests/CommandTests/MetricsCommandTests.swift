// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// What Prometheus asks.
struct MetricsCommandTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.write(Wire.rss(count: 2), to: "a.xml")
    }

    @Test func `metrics name every feed and every outlet, and replace a file as a whole`() async throws {
        try program.configure(["a: {url: \"file:a.xml\"}"])
        _ = try await program.run("fetch")
        let text = try await program.run("metrics").output
        for line in [
            "wirespool_feed_failing{feed=\"a\"} 0", "wirespool_stories_total{feed=\"a\",verdict=\"new\"} 2",
            "wirespool_spool_files{outlet=\"main\"} 2", "wirespool_outlet_published_sequence{outlet=\"main\"} 2",
        ] {
            #expect(text.contains(line + "\n"))
        }
        #expect(try await program.run("metrics", "--openmetrics").output.hasSuffix("# EOF\n"))
        #expect(try await program.run("metrics", "--write", program.root + "/w.prom").status == 0)
        #expect(try program.text(of: "w.prom").contains("wirespool_build_info"))
        try Tool("promtool")?.check(["check", "metrics"], input: text)
    }

    @Test func `the daemon offers its metrics on a unix socket`() async throws {
        try program.configure(["a: {url: \"file:a.xml\"}"], more: "metrics: unix:metrics.sock")
        let daemon = try program.start(["run"])
        let journal = daemon.messages
        try await Program.aside { journal.waits(for: "polled") }
        let path = program.root + "/metrics.sock"
        let answer = try await Program.aside {
            try UnixClient.ask(path, "GET /metrics HTTP/1.1\r\nAccept: application/openmetrics-text\r\n\r\n")
        }
        daemon.send(SIGTERM)
        #expect(try await Program.aside { daemon.end() } == 0)
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: application/openmetrics-text"))
        #expect(answer.contains("wirespool_fetch_total{outcome=\"new\"} 1\n"))
        #expect(answer.contains("wirespool_running 1\n"))
        #expect(answer.contains("wirespool_rejected_items_total 0\n") && answer.contains("# TYPE wirespool_lag_seconds histogram\n"))
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
