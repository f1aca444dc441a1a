// SPDX-License-Identifier: Apache-2.0

import Spool
import Testing

@Suite struct SpoolNameTests {
    @Test func `has sixteen digits, 26 characters of the key and the revision`() {
        let key = [UInt8](repeating: 0, count: 31) + [255]
        #expect(SpoolName.make(sequence: 18342, key: key, revision: 2) == "0000000000018342-00000000000000000000000000-r2.json")
    }

    @Test func `spells the key's first 130 bits, five to a character`() {
        // 0x01 0x23 0x45 0x67 0x89 is 00000 00100 10001 10100 01010 11001 11100 01001.
        let key: [UInt8] = [0x01, 0x23, 0x45, 0x67, 0x89] + [UInt8](repeating: 0xFF, count: 27)
        #expect(SpoolName.make(sequence: 0, key: key, revision: 1) == "0000000000000000-04hmasw9zzzzzzzzzzzzzzzzzz-r1.json")
    }

    @Test(arguments: [0, 1, 9, 10, 18342, 9_999_999_999_999_999] as [Int64])
    func `gives back the sequence number and stays within 64 bytes`(sequence: Int64) {
        let name = SpoolName.make(sequence: sequence, key: [UInt8](repeating: 0xA5, count: 32), revision: 999_999_999)
        #expect(SpoolName.sequence(of: name) == sequence)
        #expect(name.utf8.count <= 64)
    }

    @Test func `sorts in catalog order`() {
        let names = [9, 10, 99, 100, 1_000_000].map { SpoolEntry.story($0).name }
        #expect(names == names.sorted())
    }

    @Test(arguments: [
        "", ".lock", "readme.txt", "0000000000000001-04hmasw9zzzzzzzzzzzzzzzzzz-r1.json.again",
        "000000000000001-04hmasw9zzzzzzzzzzzzzzzzzz-r1.json", "00000000000000011-4hmasw9zzzzzzzzzzzzzzzzzz-r1.json",
        "0000000000000001-04hmasw9zzzzzzzzzzzzzzzzzz-r.json", "0000000000000001-04hmasw9zzzzzzzzzzzzzzzzzz-rx.json",
        "0000000000000001-04HMASW9ZZZZZZZZZZZZZZZZZZ-r1.json", "0000000000000001-04hmasw9zzzzzzzzzzzzzzzzzu-r1.json",
        "0000000000000001-04hmasw9zzzzzzzzzzzzzzzzzz-r1.xml", "-000000000000001-04hmasw9zzzzzzzzzzzzzzzzzz-r1.json",
        "0000000000000001/04hmasw9zzzzzzzzzzzzzzzzzz-r1.json", "0000000000000001-04hmasw9zzzzzzzzzzzzzzzzzz-r1234567890123456.json",
    ])
    func `tells other names from ours`(name: String) {
        #expect(SpoolName.sequence(of: name) == nil)
    }
}
