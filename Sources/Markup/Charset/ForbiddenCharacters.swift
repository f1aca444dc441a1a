// SPDX-License-Identifier: Apache-2.0

/// Characters that XML 1.0 §2.2 doesn't allow: C0 controls but tab and the line ends, U+FFFE and U+FFFF.
enum ForbiddenCharacters {
    /// Replaces each by U+FFFD, and returns how many there were. `bytes` must be valid UTF-8.
    static func replace(in bytes: inout [UInt8]) -> Int {
        guard mayOccur(in: bytes) else { return 0 }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var count = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let isControl = byte < 0x20 && byte != 9 && byte != 10 && byte != 13
            let isNoncharacter = byte == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
            guard isControl || isNoncharacter else {
                output.append(byte)
                index += 1
                continue
            }
            output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            index += isControl ? 1 : 3
            count += 1
        }
        if count > 0 { bytes = output }
        return count
    }

    /// Marks the C0 controls that XML forbids.
    @inline(__always)
    static func controls(in block: ByteBlock) -> ByteBlock.Marks {
        block.isBelow(0x20) & !(block.equals(0x09) | block.equals(0x0A) | block.equals(0x0D))
    }

    /// So that the ordinary document costs next to nothing.
    private static func mayOccur(in bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while true {
                index = unsafe ByteScan.endOfPlain(in: bytes, from: index) { block in
                    controls(in: block) | block.equals(0xEF)
                }
                guard index < bytes.count else { return false }
                // U+FFC0…U+FFFF begin with EF BF; what East Asian text is full of, full-width forms, begins with EF BC and EF BD.
                guard unsafe bytes[index] == 0xEF && !(index + 1 < bytes.count && bytes[index + 1] == 0xBF) else { return true }
                index += 3
            }
        }
    }
}
