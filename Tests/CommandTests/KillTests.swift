// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import TestSupport
import Testing

/// A fetch that is killed: nothing lost, nothing twice, nothing torn.
struct KillTests {
    @Test(arguments: 1...3)
    func `kill -9 at any moment, then a full run: each story is there exactly once`(seed: Int) async throws {
        try await Program.aside { try killAndFinish(seed) }
    }

    private func killAndFinish(_ seed: Int) throws {
        let program = try Program()
        let feeds = 12
        for feed in 0..<feeds { try program.write(Wire.rss(count: 40, feed: feed), to: "\(feed).xml") }
        try program.configure(
            (0..<feeds).map { "f\($0): {url: \"file:\($0).xml\"}" }, outlets: ["main: {path: spool/main}", "desk: {path: spool/desk}"])
        var random = Dice(seed: UInt64(seed))
        for _ in 0..<8 {
            let process = try program.start(["fetch", "--force"])
            // The moment of the kill is the test's only chance; a fetch that is done by then was simply not killed.
            usleep(UInt32.random(in: 0..<150_000, using: &random))
            process.send(SIGKILL)
            _ = process.end()
        }
        #expect(try program.runToEnd(["fetch", "--force"]).status == 0)
        for outlet in ["main", "desk"] {
            let records = try program.records(outlet)
            #expect(records.count == feeds * 40)
            #expect(Set(records.compactMap { $0["id"] as? String }).count == feeds * 40)
            #expect(try FileManager.default.contentsOfDirectory(atPath: program.root + "/spool/\(outlet)/tmp").isEmpty)
        }
        #expect(try program.events().compactMap { $0["seq"] as? Int } == Array(1...(try program.events().count)))
    }
}

/// A generator whose numbers come again with the same seed.
