// SPDX-License-Identifier: Apache-2.0
import Feeds
import Testing

@Suite struct DateHostileTests {
    private static let pieces = [
        "0", "1", "12", "2024", "99999999999999999999", "20240220", "235960", ":", "-", "/", ".", "+", " ", ",", "(", ")", "T", "Z", "GMT",
        "EST",
        "Feb", "mar", "Mon", "PM", "年", "月", "日", "上午", "+9999", "-99:99", "America/New_York", "Etc/GMT+8", "at", "é", "\u{0}", "１", "🕐",
    ]

    @Test(arguments: UInt64(0)..<20) func `reads any pile of pieces without a trap, and the same way twice`(block: UInt64) {
        var state = block &* 0x9E37_79B9_7F4A_7C15 | 1
        for _ in 0..<500 {
            var text = ""
            for _ in 0..<Int(state >> 60) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += Self.pieces[Int((state >> 33) % UInt64(Self.pieces.count))]
            }
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let date = FeedDate.read(text, timeZone: "Asia/Tokyo")
            #expect(date == FeedDate.read(text, timeZone: "Asia/Tokyo"))
            #expect((date.instant == nil) == (date.quality == .fetchTime), "\(text.debugDescription)")
        }
    }
}
