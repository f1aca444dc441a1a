// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// What an operator and a monitoring system ask of an installation.
struct HealthCommandTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.write(Wire.rss(count: 2), to: "a.xml")
    }

    @Test func `health and status say the same, in words, for Nagios, and by their exit status`() async throws {
        try program.configure(["a: {url: \"file:a.xml\"}"])
        #expect(try await program.run("health", "--nagios").status == 3)
        _ = try await program.run("fetch")
        let well = try await program.run("health")
        #expect(well.status == 0 && well.output == "all is well: 1 feed, 1 outlet\n")
        try program.configure(["a: {url: \"file:a.xml\"}", "b: {url: \"file:none.xml\"}"])
        _ = try await program.run("fetch")
        #expect(try await program.run("health").status == 1)
        let nagios = try await program.run("health", "--nagios")
        #expect(nagios.status == 1 && nagios.output.hasPrefix("WIRESPOOL WARNING - 1 feed failing (b) | feeds=2 failing=1"))
        let status = try await program.run("status", "--plain")
        #expect(status.status == 1 && status.output.contains("feeds: 1 ok, 1 failing"))
        #expect(status.output.contains("outlet main: up to date; 2 files wait"))
        let detail = try await program.run("status", "--plain", "b")
        #expect(detail.output.contains("last polls") && detail.output.contains("configured"))
        #expect(try await program.run("status", "--plain", "--ailing").output.contains("interval 15m") == false)
    }
}
