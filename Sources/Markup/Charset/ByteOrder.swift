// SPDX-License-Identifier: Apache-2.0

/// Encodings that the first bytes give away: byte order marks, and the zero bytes around `<` in UTF-16 and UTF-32.
enum ByteOrder {
    /// The charset that the first bytes prove, and the length of the mark to be skipped.
    static func signature(of bytes: [UInt8]) -> (charset: String, length: Int)? {
        for mark in marks where bytes.starts(with: mark.bytes) { return (mark.charset, mark.bytes.count) }
        guard bytes.count >= 4 else { return nil }
        for form in forms where zip(bytes, form.pattern).allSatisfy({ byte, expected in expected.map { $0 == byte } ?? (byte != 0) }) {
            return (form.charset, 0)
        }
        return nil
    }

    /// UTF-32 before UTF-16: the mark of UTF-16LE begins that of UTF-32LE.
    private static let marks: [(bytes: [UInt8], charset: String)] = [
        ([0x00, 0x00, 0xFE, 0xFF], "utf-32be"), ([0xFF, 0xFE, 0x00, 0x00], "utf-32le"),
        ([0xFE, 0xFF], "utf-16be"), ([0xFF, 0xFE], "utf-16le"), ([0xEF, 0xBB, 0xBF], "utf-8"),
    ]

    /// XML 1.0 Appendix F: how `<` and what follows look without a mark; nil stands for any byte but zero.
    private static let forms: [(pattern: [UInt8?], charset: String)] = [
        ([0, 0, 0, 0x3C], "utf-32be"), ([0x3C, 0, 0, 0], "utf-32le"),
        ([0, 0x3C, 0, nil], "utf-16be"), ([0x3C, 0, nil, 0], "utf-16le"),
        ([0x4C, 0x6F, 0xA7, 0x94], "ibm037"),
    ]
}
