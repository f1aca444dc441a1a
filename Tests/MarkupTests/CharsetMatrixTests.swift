// SPDX-License-Identifier: Apache-2.0
import Markup
import Testing

/// A line as an agency sends it, in the charset that it names.
private struct Wire: Sendable, CustomTestStringConvertible {
    var charset: String
    var text: String
    var bytes: [UInt8]

    init(_ charset: String, _ text: String, _ hexadecimal: String) {
        self.charset = charset
        self.text = text
        let digits = hexadecimal.utf8.map { $0 > UInt8(ascii: "9") ? $0 - 87 : $0 - 48 }
        bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// A document that says `label`, or nothing.
    func document(label: String?) -> [UInt8] {
        let declaration = label.map { "<?xml version='1.0' encoding='\($0)'?>" } ?? ""
        return Array("\(declaration)<a>".utf8) + bytes + Array("</a>".utf8)
    }

    var testDescription: String { charset }
}

private let wires: [Wire] = [
    Wire("gb2312", "新华社北京六月十四日电", "d0c2bbaac9e7b1b1bea9c1f9d4c2caaecbc4c8d5b5e7"),
    Wire("gbk", "朱镕基總理", "d6ece946bbf9bf82c0ed"),
    Wire("big5", "中央社臺北電", "a4a4a5a1aac0bb4fa55fb971"),
    Wire("shift_jis", "共同通信①", "8ba493af92ca904d8740"),
    Wire("euc-jp", "東京発", "c5ecb5fec8af"),
    Wire("iso-2022-jp", "東京発", "1b2442456c357e482f1b2842"),
    Wire("euc-kr", "연합뉴스 서울", "bfacc7d5b4babdba20bcadbfef"),
    Wire("ks_c_5601-1987", "똠방각하", "8c63b9e6b0a2c7cf"),
    Wire("koi8-r", "МОСКВА ТАСС", "edeff3ebf7e120f4e1f3f3"),
    Wire("koi8-u", "Київ", "ebc9a7d7"),
    Wire("windows-1250", "Łódź šťáva", "a3f3649f209a9de17661"),
    Wire("windows-1251", "МОСКВА, 20 фев", "ccced1cac2c02c20323020f4e5e2"),
    Wire("windows-1252", "“Málaga” €5", "934de16c61676194208035"),
    Wire("windows-1253", "ΑΘΗΝΑ", "c1c8c7cdc1"),
    Wire("windows-1254", "İSTANBUL ığş", "dd5354414e42554c20fdf0fe"),
    Wire("windows-1255", "ירושלים", "e9f8e5f9ece9ed"),
    Wire("windows-1256", "القاهرة", "c7e1dec7e5d1c9"),
    Wire("windows-1257", "Rīga Šiauliai", "52ee676120d06961756c696169"),
    Wire("windows-1258", "Đà", "d0e0"),
    Wire("windows-874", "กรุงเทพ", "a1c3d8a7e0b7be"),
    Wire("iso-8859-1", "Málaga señor", "4de16c616761207365f16f72"),
    Wire("iso-8859-2", "Łódź", "a3f364bc"),
    Wire("iso-8859-4", "Rīga", "52ef6761"),
    Wire("iso-8859-5", "София", "c1dee4d8ef"),
    Wire("iso-8859-6", "القاهرة", "c7e4e2c7e7d1c9"),
    Wire("iso-8859-7", "ΑΘΗΝΑ", "c1c8c7cdc1"),
    Wire("iso-8859-8", "ירושלים", "e9f8e5f9ece9ed"),
    Wire("iso-8859-9", "İstanbul ış", "dd7374616e62756c20fdfe"),
    Wire("iso-8859-10", "Þórshöfn", "def3727368f6666e"),
    Wire("iso-8859-13", "Rīga", "52ee6761"),
    Wire("iso-8859-14", "Ŵyn", "d0796e"),
    Wire("iso-8859-15", "5 € Œuvre", "3520a420bc75767265"),
    Wire("iso-8859-16", "București ș", "427563757265ba746920ba"),
    Wire("ibm866", "МОСКВА", "8c8e918a8280"),
    Wire("macintosh", "Málaga “x”", "4d876c61676120d278d3"),
    Wire("utf-8", "新华社 МОСКВА é", "e696b0e58d8ee7a4be20d09cd09ed0a1d09ad092d09020c3a9"),
]

private func text(_ document: DecodedDocument) -> String {
    let text = String(decoding: document.bytes, as: UTF8.self)
    guard let end = text.firstRange(of: "?>") else { return text }
    return String(text[end.upperBound...])
}

@Suite struct CharsetMatrixTests {
    @Test(arguments: wires) fileprivate func `reads a charset by the declaration, by HTTP, and in capitals`(wire: Wire) {
        let expected = "<a>\(wire.text)</a>"
        #expect(text(DecodedDocument(wire.document(label: wire.charset))) == expected)
        #expect(text(DecodedDocument(wire.document(label: nil), contentType: "text/xml; charset=\(wire.charset)")) == expected)
        #expect(
            text(DecodedDocument(wire.document(label: wire.charset.uppercased()), contentType: "text/html; charset=x-none")) == expected)
    }

    @Test(arguments: wires) fileprivate func `reads bytes as UTF-8 that are, whatever they say they are`(wire: Wire) {
        for label in wires.map(\.charset) where !label.hasPrefix("iso-2022") {
            var wire = wire
            wire.bytes = Array(wire.text.utf8)
            #expect(text(DecodedDocument(wire.document(label: label))) == "<a>\(wire.text)</a>", "\(label)")
        }
    }

    /// Nothing else can be promised of a false label than a document that parsers can read.
    @Test(arguments: wires) fileprivate func `makes valid text of any bytes under any label`(wire: Wire) {
        for label in wires.map(\.charset) + ["", "x-none", "utf-16", "utf-32", "utf-7", "'", "ÿ", String(repeating: "u", count: 5_000)] {
            let document = DecodedDocument(wire.document(label: label))
            #expect(String(validating: document.bytes, as: UTF8.self) != nil, "\(label)")
            #expect(!document.bytes.contains { $0 < 0x20 && $0 != 9 && $0 != 10 && $0 != 13 })
            #expect(document == DecodedDocument(wire.document(label: label)))
        }
    }

    @Test(arguments: [true, false]) func `reads UTF-16 and UTF-32 with a mark, cut at any byte`(isWide: Bool) {
        let scalars = Array("\u{FEFF}<?xml version='1.0'?><a>新华社 🕐 МОСКВА</a>".unicodeScalars)
        let bytes = scalars.flatMap { scalar -> [UInt8] in
            if isWide { return withUnsafeBytes(of: scalar.value.bigEndian, Array.init) }
            return UTF16.encode(scalar).map { $0.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] } } ?? []
        }
        #expect(text(DecodedDocument(bytes)) == "<a>新华社 🕐 МОСКВА</a>")
        for end in bytes.indices {
            #expect(String(validating: DecodedDocument(Array(bytes[..<end])).bytes, as: UTF8.self) != nil)
        }
    }
}
