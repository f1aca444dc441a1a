// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Feeds

/// The quick way must come to where the long one does.
@Suite struct CommonDateTests {
    @Test(arguments: [
        "Fri, 20 Feb 2026 11:26:18 +0800", "Fri, 20 Feb 2026 11:26:18 GMT", "fri, 1 FEB 2026 00:00:00 -0330", "20 Feb 2026 23:59:60 +0000",
        "Tue, 29 Feb 2000 24:00:00 -0000", "Mon, 01 Mar 2021 07:05:03 +1400", "2026-02-20T11:26:18Z", "2026-02-20T11:26:18.125+08:00",
        "2026-02-20 11:26:18-09:30", "2000-02-29t24:00:00z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-23:59",
    ])
    func `common dates are what the scanner takes them for`(text: String) {
        let quick = CommonDate.read(DateCursor(text))
        // A blank at the end makes it uncommon.
        let scanned = FeedDate.read(text + " ", timeZone: nil)
        #expect(quick != nil)
        #expect(quick == scanned.instant)
        #expect(FeedDate.read(text, timeZone: "Asia/Tokyo") == FeedDate(instant: quick, raw: text, quality: .exact))
        #expect(scanned.quality == .exact)
    }

    @Test(arguments: [
        "Fri 20 Feb 2026 11:26:18 +0800", "Foo, 20 Feb 2026 11:26:18 +0800", "Fri, 20 Feb 26 11:26:18 +0800",
        "Fri, 20 Feb 2026 11:26 +0800",
        "Fri, 20 Feb 2026 11:26:18 EST", "Fri, 20 Feb 2026 11:26:18 +08:00", "Fri, 30 Feb 2026 11:26:18 +0800", "2026-02-20",
        "2026-02-20T11:26",
        "Fri, 20 February 2026 11:26:18 +0800", "", "Fri", "Fri, ", "Fri, 20 Feb 2026 11:26:18 +2400",
        "Fri, 20 Feb 2026 11:26:18 +0800 (CST)",
        "Fri, 20 Фев 2026 11:26:18 +0800", "1771558000",
    ])
    func `anything else is left to the scanner`(text: String) {
        #expect(CommonDate.read(DateCursor(text)) == nil)
    }
}
