// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Markup

/// Every one, two, three and four bytes that matter, at every place of a block of sixteen, against the standard library's word.
@Suite struct UTF8CheckTests {
    private static let bytes: [UInt8] = [
        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1,
        0xF3, 0xF4, 0xF5, 0xF8, 0xFF,
    ]

    @Test(arguments: bytes) func `agrees with the standard library`(first: UInt8) {
        for second in Self.bytes {
            for third in Self.bytes {
                for fourth in Self.bytes {
                    let text = [first, second, third, fourth]
                    #expect(UTF8Check.isValid(text) == (String(validating: text, as: UTF8.self) != nil), "\(text)")
                }
            }
        }
    }

    @Test(arguments: ["é", "中", "😀", "\u{FFFD}", "\u{10FFFF}", "\u{7FF}\u{800}"]) func `finds a cut character wherever it stands`(
        character: String
    ) {
        for place in 0..<40 {
            let text = Array((String(repeating: "a", count: place) + character).utf8)
            #expect(UTF8Check.isValid(text))
            #expect(UTF8Check.isValid(text + Array("bcd".utf8)))
            #expect(!UTF8Check.isValid(text.dropLast()))
            #expect(!UTF8Check.isValid(text.dropLast() + Array("b".utf8)))
        }
    }
}
