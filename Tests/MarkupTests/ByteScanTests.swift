// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Markup

@Suite struct ByteScanTests {
    /// What each question says of every byte there is.
    @Test(arguments: UInt8.min...UInt8.max) func `a block answers for every byte`(byte: UInt8) {
        for limit in [1, 9, 0x20, 0x7F, 0x80] as [UInt8] {
            #expect(isMarked(byte) { $0.isBelow(limit) } == (byte < limit))
        }
        for other in [0, 0x22, 0x7F, 0x80, 0xC2, 0xFF] as [UInt8] {
            #expect(isMarked(byte) { $0.equals(other) } == (byte == other))
        }
        #expect(isMarked(byte) { $0.isBeyondASCII } == (byte >= 0x80))
        #expect(isMarked(byte) { $0.isBelow(0x20) & !$0.equals(9) } == (byte < 0x20 && byte != 9))
        #expect(isMarked(byte) { ForbiddenCharacters.controls(in: $0) } == (byte < 0x20 && ![9, 10, 13].contains(byte)))
    }

    @Test(arguments: 0..<50) func `the first byte is found wherever it stands`(place: Int) {
        for behind in 0..<20 {
            let text = [UInt8](repeating: 0xC2, count: 3) + [UInt8](repeating: 0x61, count: place) + [0x22, 0x22]
            let bytes = text + [UInt8](repeating: 0x63, count: behind)
            let found = bytes.withUnsafeBufferPointer { unsafe ByteScan.endOfPlain(in: $0, from: 3) { $0.equals(0x22) } }
            #expect(found == place + 3)
            let none = bytes.withUnsafeBufferPointer { unsafe ByteScan.endOfPlain(in: $0, from: 3) { $0.isBelow(0x20) } }
            #expect(none == bytes.count)
        }
    }

    private func isMarked(_ byte: UInt8, _ question: (ByteBlock) -> ByteBlock.Marks) -> Bool {
        [byte].withUnsafeBufferPointer { unsafe ByteScan.endOfPlain(in: $0, from: 0, isSpecial: question) } == 0
    }
}
