// SPDX-License-Identifier: Apache-2.0
import Glibc

/// What each byte of a charset means, in UTF-8, where every byte is one character: windows-125x, ISO 8859, KOI8.
///
/// iconv is asked once for each byte, and not once for each letter, which costs it ten times what looking it up does.
struct SingleByteTable {
    /// Up to three bytes of UTF-8, the first one lowest; their number from bit 24 up; bit 31 where the byte means nothing.
    private var entries: [UInt32] = []

    /// Nil where the charset is not made of ASCII and single bytes beyond it, or a character changes with what follows.
    init?(_ converter: iconv_t) {
        entries.reserveCapacity(256)
        for byte in UInt8.min...UInt8.max {
            guard let entry = unsafe Self.entry(for: byte, converter), byte >= 0x80 || entry == 1 << 24 | UInt32(byte) else { return nil }
            entries.append(entry)
        }
    }

    /// The text of `bytes`, with U+FFFD for those that mean nothing, and how many these were.
    func utf8(_ bytes: UnsafeRawBufferPointer) -> (bytes: [UInt8], replaced: Int) {
        let beyondASCII = unsafe bytes.reduce(0) { $0 + Int($1 >> 7) }
        var replaced = 0
        // Every letter is written as four bytes, of which the next one overwrites what is too much.
        let output = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count + 2 * beyondASCII + 4) { room, count in
            guard let target = UnsafeMutableRawPointer(room.baseAddress) else { return }
            unsafe entries.withUnsafeBufferPointer { entries in
                for index in 0..<bytes.count {
                    let entry = unsafe entries[Int(bytes[index])]
                    unsafe target.storeBytes(of: entry.littleEndian, toByteOffset: count, as: UInt32.self)
                    count += Int(entry >> 24 & 3)
                    replaced += Int(entry >> 31)
                }
            }
        }
        return (output, replaced)
    }

    private static func entry(for byte: UInt8, _ converter: iconv_t) -> UInt32? {
        var input = CChar(bitPattern: byte)
        var output: UInt32 = 0
        var (left, room) = (1, 4)
        unsafe _ = iconv(converter, nil, nil, nil, nil)
        let result = unsafe withUnsafeMutablePointer(to: &input) { input in
            var source: UnsafeMutablePointer<CChar>? = unsafe input
            return unsafe withUnsafeMutableBytes(of: &output) { bytes in
                var target = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress
                return unsafe iconv(converter, &source, &left, &target, &room)
            }
        }
        guard result != -1 else { return errno == EILSEQ ? 1 << 31 | 3 << 24 | 0xBDBFEF : nil }
        let length = UInt32(4 - room)
        return 1...3 ~= length ? length << 24 | UInt32(littleEndian: output) : nil
    }
}
