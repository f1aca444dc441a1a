// SPDX-License-Identifier: Apache-2.0

extension Unicode.Scalar {
    /// Reads the scalar at `index` of valid UTF-8, and moves behind it.
    @inline(__always)
    init(_ text: Span<UInt8>, at index: inout Int) {
        let first = text[index]
        guard first >= 0x80 else {
            index &+= 1
            self.init(first)
            return
        }
        let second = UInt32(text[index &+ 1] & 0x3F)
        guard first >= 0xE0 else {
            index &+= 2
            self = Unicode.Scalar(UInt32(first & 0x1F) << 6 | second) ?? "\u{FFFD}"
            return
        }
        let third = UInt32(text[index &+ 2] & 0x3F)
        guard first >= 0xF0 else {
            index &+= 3
            self = Unicode.Scalar(UInt32(first & 0x0F) << 12 | second << 6 | third) ?? "\u{FFFD}"
            return
        }
        let fourth = UInt32(text[index &+ 3] & 0x3F)
        index &+= 4
        self = Unicode.Scalar(UInt32(first & 0x07) << 18 | second << 12 | third << 6 | fourth) ?? "\u{FFFD}"
    }

    /// Writes the scalar as UTF-8; there must be room for four bytes.
    @inline(__always)
    func write(to output: inout OutputSpan<UInt8>) {
        guard value >= 0x80 else { return output.append(UInt8(truncatingIfNeeded: value)) }
        if value < 0x800 {
            output.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
        } else {
            if value < 0x1_0000 {
                output.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
            } else {
                output.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
                output.append(0x80 | UInt8(truncatingIfNeeded: value >> 12 & 0x3F))
            }
            output.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
        }
        output.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    }
}
