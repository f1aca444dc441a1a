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
                    #expect(UTF8Check(text).isValid == (String(validating: text, as: UTF8.self) != nil), "\(text)")
                }
            }
        }
    }

    @Test(arguments: ["é", "中", "😀", "\u{FFFD}", "\u{10FFFF}", "\u{7FF}\u{800}"]) func `finds a cut character wherever it stands`(
        character: String
    ) {
        for place in 0..<40 {
            let text = Array((String(repeating: "a", count: place) + character).utf8)
            #expect(UTF8Check(text).isValid)
            #expect(UTF8Check(text + Array("bcd".utf8)).isValid)
            #expect(!UTF8Check(text.dropLast()).isValid)
            #expect(!UTF8Check(text.dropLast() + Array("b".utf8)).isValid)
        }
    }

    private static let pieces: [[UInt8]] =
        ["a", " ", "é", "ж", "中", "。", "\u{FFFE}", "\u{1}", "\t"].map { Array($0.utf8) } + [
            [0xC1, 0xBF], [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80],
        ]

    @Test(arguments: pieces) func `agrees where characters stand together, and sees what XML forbids`(first: [UInt8]) {
        for second in Self.pieces {
            for third in Self.pieces {
                for fourth in Self.pieces {
                    let text = first + second + third + fourth
                    let check = UTF8Check(text + text)
                    let string = String(validating: text, as: UTF8.self)
                    #expect(check.isValid == (string != nil), "\(text)")
                    #expect(!check.isValid || check.isASCII == text.allSatisfy { $0 < 0x80 }, "\(text)")
                    let isForbidden = string?.unicodeScalars.contains { $0 == "\u{FFFE}" || $0 == "\u{1}" } ?? false
                    #expect(check.mayHoldForbidden || !isForbidden, "\(text)")
                }
            }
        }
    }
}
