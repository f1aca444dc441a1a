// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

/// Charsets that a document only claims to have, and bytes that belong to none.
@Suite struct CharsetHostileTests {
    private static let labels = [
        "", "utf-8", "utf-16", "utf-16le", "utf-32", "utf-7", "gb18030", "gb2312", "big5", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr",
        "koi8-r",
        "windows-1251", "iso-8859-8", "ebcdic-cp-us", "hz-gb-2312", "x-user-defined", "../../etc/passwd",
        String(repeating: "a", count: 10_000),
    ]

    private static let piles: [[UInt8]] = [
        [0xFF], [0xFE, 0xFF], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
        [0x81, 0x30],
        [0x1B, 0x24, 0x42], [0x8E, 0xA1, 0xA1], [0x00], [0x00, 0x3C], [0x00, 0xD8], [0xEF, 0xBF, 0xBF], [0x7E, 0x7B],
    ]

    @Test(arguments: labels, piles) func `costs the program no more than a hostile document may, whatever it calls its bytes`(
        label: String, pile: [UInt8]
    ) async throws {
        let declaration = label.isEmpty ? "" : "<?xml version='1.0' encoding='\(label)'?>"
        let bytes = repeatElement(pile, count: (256 << 10) / pile.count).joined()
        let document =
            Array("\(declaration)<rss><channel><item><title>One".utf8) + bytes + Array("</title></item></channel></rss>".utf8)
        let run = try await MeasuredRun.parsing(document)
        #expect([0, 65].contains(run.status), "\(run.messages)")
        #expect(run.cost.isBounded, "\(run.cost)")
    }
}
