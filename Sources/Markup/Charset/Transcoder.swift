// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Bytes of any charset that glibc knows, as UTF-8.
enum Transcoder {
    /// Decodes `bytes`, a bad byte becoming U+FFFD; nil where glibc doesn't know the charset.
    static func utf8(_ bytes: ArraySlice<UInt8>, from charset: String) -> (bytes: [UInt8], replaced: Int)? {
        guard charset != "utf-8" else { return replacingInvalid(bytes) }
        guard let converter = unsafe iconv_open("UTF-8", CharsetLabel.iconvName(charset)), unsafe converter != iconv_t(bitPattern: -1)
        else {
            return nil
        }
        defer { unsafe _ = iconv_close(converter) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        // A bad unit is as wide as the encoding's own, or everything after it would be out of step.
        let unit = charset.hasPrefix("utf-32") ? 4 : charset.hasPrefix("utf-16") ? 2 : 1
        let replaced = unsafe bytes.withUnsafeBytes { unsafe convert($0, with: converter, unit: unit, into: &output) }
        return (output, replaced)
    }

    /// UTF-8 with U+FFFD for what is none, and how many were put in.
    static func replacingInvalid(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], replaced: Int) {
        let output = Array(String(decoding: bytes, as: UTF8.self).utf8)
        return (output, replacements(in: output) - replacements(in: Array(bytes)))
    }

    private static func replacements(in bytes: [UInt8]) -> Int {
        var count = 0
        var index = 0
        while index + 2 < bytes.count {
            guard bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD else {
                index += 1
                continue
            }
            count += 1
            index += 3
        }
        return count
    }

    /// Appends what `input` means, in pieces of 16 KB, and returns how many units were bad.
    private static func convert(_ input: UnsafeRawBufferPointer, with converter: iconv_t, unit: Int, into output: inout [UInt8]) -> Int {
        guard let base = input.baseAddress else { return 0 }
        var source: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutablePointer(mutating: base.assumingMemoryBound(to: CChar.self))
        var left = input.count
        var replaced = 0
        return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { piece in
            while left > 0 {
                var target = piece.baseAddress
                var room = piece.count
                let result = unsafe iconv(converter, &source, &left, &target, &room)
                let isFull = result == -1 && errno == E2BIG
                unsafe output.append(contentsOf: UnsafeRawBufferPointer(piece)[..<(piece.count - room)])
                guard result == -1, !isFull else { continue }
                output.append(contentsOf: [0xEF, 0xBF, 0xBD])
                replaced += 1
                let skipped = min(unit, left)
                unsafe source = source?.advanced(by: skipped)
                left -= skipped
            }
            return replaced
        }
    }
}
