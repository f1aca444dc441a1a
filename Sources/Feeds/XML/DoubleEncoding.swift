// SPDX-License-Identifier: Apache-2.0
import Markup

/// Text that was UTF-8 already when somebody took it for ISO 8859-1 and encoded it again: `JosÃ©` for `José`.
enum DoubleEncoding {
    /// The text as meant; nil where it is as it should be.
    ///
    /// It counts only if every character fits into a byte, and those bytes are valid UTF-8 with something beyond ASCII in it: no
    /// language writes such text by itself.
    static func undone(_ text: UTF8Span) -> String? {
        guard let first = text.firstNonASCII else { return nil }
        let bytes = text.span
        // The outer encoding of a lead byte C2…F4 is C3 82…C3 B4; anything else ends the search at once.
        guard bytes[first] == 0xC3, first + 2 < bytes.count, bytes[first + 1] >= 0x82 else { return nil }
        // And a lead byte is followed by 80…BF, which became C2 80…C2 BF; a letter of a French word hardly ever is.
        guard bytes[first + 2] == 0xC2 else { return nil }
        var inner: [UInt8] = []
        inner.reserveCapacity(bytes.count)
        for index in 0..<first { inner.append(bytes[index]) }
        var index = first
        while index < bytes.count {
            let byte = bytes[index]
            guard byte >= 0x80 else {
                inner.append(byte)
                index += 1
                continue
            }
            guard byte == 0xC2 || byte == 0xC3, index + 1 < bytes.count else { return nil }
            inner.append(byte << 6 | bytes[index + 1] & 0x3F)
            index += 2
        }
        return String(validating: inner, as: UTF8.self)
    }
}
