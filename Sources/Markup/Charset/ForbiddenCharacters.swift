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

    /// One pass without branches, so that the ordinary document costs next to nothing.
    private static func mayOccur(in bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            var suspicious: UInt8 = 0
            var last: UInt8 = 0
            for index in 0..<bytes.count {
                let byte = unsafe bytes[index]
                let isLow: UInt8 = byte < 0x20 ? 1 : 0
                let isBlank: UInt8 = byte == 9 || byte == 10 || byte == 13 ? 1 : 0
                // U+FFC0…U+FFFF begin with EF BF; what East Asian text is full of, full-width forms, begins with EF BC and EF BD.
                let isNoncharacter: UInt8 = last == 0xEF && byte == 0xBF ? 1 : 0
                suspicious |= isLow & ~isBlank | isNoncharacter
                last = byte
            }
            return suspicious != 0
        }
    }
}
