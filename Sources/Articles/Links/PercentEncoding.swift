// SPDX-License-Identifier: Apache-2.0

/// Percent-encoding in normal form (RFC 3986 §2.4, §6.2.2).
public enum PercentEncoding {
    /// Decodes what needs no encoding, writes the rest's digits in upper case, and encodes what no URI may hold.
    ///
    /// A percent sign without two digits is encoded itself. `[`, `]` and `#` are encoded too.
    public static func normalized(_ bytes: ArraySlice<UInt8>) -> String {
        rewritten(bytes, decodesUnreserved: true)
    }

    /// Encodes what no URI may hold, and changes nothing else.
    static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
        rewritten(bytes, decodesUnreserved: false)
    }

    /// Decodes every octet; bytes that are no UTF-8 then become U+FFFD.
    static func decoded(_ text: String) -> String {
        let bytes = Array(text.utf8)[...]
        var output: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let value = bytes[index] == UInt8(ascii: "%") ? octet(bytes, at: index + 1) : nil
            output.append(value ?? bytes[index])
            index += value == nil ? 1 : 3
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func rewritten(_ bytes: ArraySlice<UInt8>, decodesUnreserved: Bool) -> String {
        guard !bytes.allSatisfy(isPlain) else { return String(decoding: bytes, as: UTF8.self) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), let value = octet(bytes, at: index + 1) {
                if decodesUnreserved {
                    append(value, isPlain: isUnreserved(value), to: &output)
                } else {
                    output += bytes[index..<index + 3]
                }
                index += 3
            } else {
                append(byte, isPlain: isPlain(byte), to: &output)
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func append(_ byte: UInt8, isPlain: Bool, to output: inout [UInt8]) {
        guard !isPlain else { return output.append(byte) }
        output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func octet(_ bytes: ArraySlice<UInt8>, at index: Int) -> UInt8? {
        guard index + 1 < bytes.endIndex, let high = digit(bytes[index]), let low = digit(bytes[index + 1]) else { return nil }
        return high << 4 | low
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }

    /// Unreserved, or a delimiter: `:/?@` and `!$&'()*+,;=`.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x26...0x2F, 0x40, UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: ";"): true
        case UInt8(ascii: "="): true
        default: isUnreserved(byte)
        }
    }
}
