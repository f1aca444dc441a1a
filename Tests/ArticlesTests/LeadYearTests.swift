// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import Testing

@Suite struct LeadYearTests {
    @Test(arguments: [
        ("LIMA, Feb. 20 (AP) — Rain.", 1_519_128_000.0, "2018-02-20"),  // 2018-02-20T12:00Z
        ("LIMA, Dec. 31 (AP) — Rain.", 1_704_096_000.0, "2023-12-31"),  // 2024-01-01T08:00Z
        ("LIMA, Jan. 1 (AP) — Rain.", 1_704_034_800.0, "2024-01-01"),  // 2023-12-31T15:00Z
        ("LIMA, Feb. 29 (AP) — Rain.", 1_709_251_200.0, "2024-02-29"),  // 2024-03-01T00:00Z
        ("LIMA, Feb. 29 (AP) — Rain.", 1_677_628_800.0, "--02-29"),  // 2023-03-01T00:00Z: no such day within a year
        ("LIMA, June 15 (AP) — Rain.", 1_704_096_000.0, "--06-15"),  // half a year away
        ("LIMA, Feb. 15 (AP) — Rain.", 1_704_067_200.0, "2024-02-15"),  // 45 days after 2024-01-01
        ("LIMA, Feb. 16 (AP) — Rain.", 1_704_067_200.0, "--02-16"),  // 46 days after it
        ("LIMA, Feb. 20, 2004 (dpa) -- Rain.", 1_704_067_200.0, "2004-02-20"),  // the line itself says
        ("LIMA, Dec. 31 (AP) — Rain.", 0, "1969-12-31"),
        ("LIMA, Dec. 31 (AP) — Rain.", 1e300, "--12-31"),
        ("LIMA, Dec. 31 (AP) — Rain.", -.infinity, "--12-31"),
        ("LIMA, Dec. 31 (AP) — Rain.", .nan, "--12-31"),
    ])
    func `takes the year nearest to the publication`(line: String, seconds: Double, date: String) throws {
        let dateline = try #require(Dateline.opening(line, near: Date(timeIntervalSince1970: seconds))?.dateline)
        #expect(dateline.date == date)
    }
}
