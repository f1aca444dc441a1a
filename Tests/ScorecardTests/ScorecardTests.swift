// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Scorecard
import Testing

struct ScorecardTests {
    @Test func `no rule is broken, every count is as it should be, and the page says so`() async throws {
        let scorecard = try await Scorecard.run()
        #expect(scorecard.findings.count == 74)
        for finding in scorecard.findings where finding.verdict == .fail {
            Issue.record("\(finding.rule) \(finding.title): \(finding.why)")
        }
        for count in scorecard.counts where !count.isReached { Issue.record("\(count.name): \(count.value) instead of \(count.goal)") }
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let page = try String(decoding: Data(contentsOf: URL(fileURLWithPath: "/\(root)/docs/POLITENESS.md")), as: UTF8.self)
        #expect(page == scorecard.page, "docs/POLITENESS.md is out of date: make scorecard")
    }
}
