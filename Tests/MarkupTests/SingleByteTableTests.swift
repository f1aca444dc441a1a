// SPDX-License-Identifier: Apache-2.0
import Glibc
import Testing

@testable import Markup

@Suite struct SingleByteTableTests {
    private static let charsets = [
        "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1256", "windows-1257", "iso-8859-2",
        "iso-8859-5", "iso-8859-7", "iso-8859-9", "iso-8859-15", "koi8-r", "koi8-u", "windows-874", "ibm866",
    ]

    @Test(arguments: charsets) func `says of every byte what iconv says`(charset: String) throws {
        let name = CharsetLabel.iconvName(charset)
        let converter = try #require(unsafe iconv_open("WCHAR_T", name))
        defer { unsafe _ = iconv_close(converter) }
        for byte in UInt8.min...UInt8.max {
            let result = try #require(Transcoder.utf8([byte], from: charset))
            let character = unsafe Self.character(of: byte, converter)
            #expect(String(decoding: result.bytes, as: UTF8.self).unicodeScalars.map(\.value) == [character ?? 0xFFFD], "\(byte)")
            #expect(result.replaced == (character == nil ? 1 : 0))
        }
    }

    @Test(arguments: ["GB18030", "BIG5-HKSCS", "EUC-KR", "CP932", "EUC-JP", "HZ", "UTF-16LE", "UTF-7", "ISO-2022-JP", "CP1255", "IBM037"])
    func `leaves alone what is not one byte a letter`(name: String) throws {
        let converter = try #require(unsafe iconv_open("UTF-8", name))
        defer { unsafe _ = iconv_close(converter) }
        #expect(unsafe SingleByteTable(converter) == nil)
    }

    private static func character(of byte: UInt8, _ converter: iconv_t) -> UInt32? {
        var input = CChar(bitPattern: byte)
        var output: UInt32 = 0
        var (left, room) = (1, 4)
        let result = unsafe withUnsafeMutablePointer(to: &input) { input in
            var source: UnsafeMutablePointer<CChar>? = unsafe input
            return unsafe withUnsafeMutableBytes(of: &output) { bytes in
                var target = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress
                return unsafe iconv(converter, &source, &left, &target, &room)
            }
        }
        return result == -1 ? nil : output
    }
}
