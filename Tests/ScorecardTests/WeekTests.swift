// SPDX-License-Identifier: Apache-2.0
import Scorecard
import Testing

struct WeekTests {
    @Test(arguments: [1, 2] as [UInt64])
    func `a day of fifty feeds, with faults and restarts, loses nothing and brings nothing twice`(seed: UInt64) async throws {
        let week = try await Week.run(seed: seed, days: 1, feeds: 50)
        #expect(week.polls > 1000 && week.faults > 50 && week.restarts > 1 && week.delivered > 500)
        for complaint in week.complaints { Issue.record("\(complaint)") }
    }
}
