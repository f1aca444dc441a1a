// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Bytes of any charset that glibc knows, as UTF-8.
enum Transcoder {
    /// Decodes `bytes`, a bad byte becoming U+FFFD; nil where glibc doesn't know the charset.
    static func utf8(_ bytes: ArraySlice<UInt8>, from charset: String) -> (bytes: [UInt8], replaced: Int)? {
        guard charset != "utf-8" else { return replacingInvalid(bytes) }
        let name = CharsetLabel.iconvName(charset)
        if let table = singleByteTable(name) { return unsafe bytes.withUnsafeBytes { unsafe table.utf8($0) } }
        // Code points, which cost half of what iconv needs for UTF-8.
        return unsafe withConverter(from: name, to: "WCHAR_T") { converter in
            var output: [UInt8] = []
            output.reserveCapacity(bytes.count + bytes.count / 2)
            // A bad unit is as wide as the encoding's own, or everything after it would be out of step.
            let unit = charset.hasPrefix("utf-32") ? 4 : charset.hasPrefix("utf-16") ? 2 : 1
            let replaced = unsafe bytes.withUnsafeBytes { unsafe convert($0, with: converter, unit: unit, into: &output) }
            return (output, replaced)
        }
    }

    private static func singleByteTable(_ name: String) -> SingleByteTable? {
        unsafe withConverter(from: name, to: "UTF-8") { unsafe SingleByteTable($0) } ?? nil
    }

    private static func withConverter<Result>(from source: String, to target: String, _ body: (iconv_t) -> Result) -> Result? {
        guard let converter = unsafe iconv_open(target, source), unsafe converter != iconv_t(bitPattern: -1) else { return nil }
        defer { unsafe _ = iconv_close(converter) }
        return unsafe body(converter)
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

    /// Appends what `input` means, in pieces of 4,096 characters, and returns how many units were bad.
    private static func convert(_ input: UnsafeRawBufferPointer, with converter: iconv_t, unit: Int, into output: inout [UInt8]) -> Int {
        guard let base = input.baseAddress else { return 0 }
        var source: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutablePointer(mutating: base.assumingMemoryBound(to: CChar.self))
        var left = input.count
        var replaced = 0
        return unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4096) { piece in
            while left > 0 {
                var target = unsafe UnsafeMutableRawPointer(piece.baseAddress)?.assumingMemoryBound(to: CChar.self)
                var room = piece.count * 4
                let result = unsafe iconv(converter, &source, &left, &target, &room)
                let isFull = result == -1 && errno == E2BIG
                unsafe append(UnsafeBufferPointer(rebasing: piece[..<(piece.count - room / 4)]), to: &output)
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

    private static func append(_ characters: UnsafeBufferPointer<UInt32>, to output: inout [UInt8]) {
        guard !characters.isEmpty else { return }
        output.append(addingCapacity: characters.count * 4) { free in
            for index in 0..<characters.count {
                let value = unsafe characters[index]
                switch value {
                case ..<0x80: free.append(UInt8(truncatingIfNeeded: value))
                case ..<0x800:
                    free.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
                    free.append(continuation(value))
                case 0xD800..<0xE000, 0x110000...: for byte in UTF8.encodedReplacementCharacter { free.append(byte) }
                case ..<0x10000:
                    free.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
                    free.append(continuation(value >> 6))
                    free.append(continuation(value))
                default:
                    free.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
                    free.append(continuation(value >> 12))
                    free.append(continuation(value >> 6))
                    free.append(continuation(value))
                }
            }
        }
    }

    /// The last six bits of `value`, as the byte that goes on with a character.
    private static func continuation(_ value: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
    }
}
