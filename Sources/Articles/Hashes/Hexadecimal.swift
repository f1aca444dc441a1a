// SPDX-License-Identifier: Apache-2.0

/// Bytes as people read them.
enum Hexadecimal {
    /// Two digits a byte, in lower case.
    static func text(_ bytes: [UInt8]) -> String {
        let digits = [UInt8](capacity: bytes.count * 2) { digits in
            for byte in bytes {
                digits.append(digit(byte >> 4))
                digits.append(digit(byte & 15))
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value }
}
