// SPDX-License-Identifier: Apache-2.0
import Markup
import Testing

/// A document as bytes, what HTTP says of it, and how it must come out.
struct CharsetExample: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var contentType: String?
    var text: String
    var encoding: String

    var testDescription: String { name }
}

private let examples: [CharsetExample] = [
    CharsetExample(name: "UTF-8 without a label", bytes: Array("<a>Пекин</a>".utf8), text: "<a>Пекин</a>", encoding: "utf-8"),
    CharsetExample(
        name: "UTF-8 that says it is Latin-1", bytes: Array("<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>".utf8),
        text: "<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>", encoding: "utf-8"),
    CharsetExample(
        name: "ASCII goes by HTTP's name", bytes: Array("<a/>".utf8), contentType: "application/xml; charset=\"us-ascii\"", text: "<a/>",
        encoding: "us-ascii"),
    CharsetExample(
        name: "ASCII goes by the declaration's name", bytes: Array("<?xml version='1.0' encoding='gb2312'?><a/>".utf8),
        text: "<?xml version='1.0' encoding='gb2312'?><a/>", encoding: "gb18030"),
    CharsetExample(
        name: "text/xml without a charset", bytes: Array("<a/>".utf8), contentType: "text/xml", text: "<a/>", encoding: "us-ascii"),
    CharsetExample(
        name: "a mark and blanks before the declaration", bytes: [0xEF, 0xBB, 0xBF] + Array("\n  <a>é</a>".utf8), text: "<a>é</a>",
        encoding: "utf-8"),
    CharsetExample(
        name: "Latin-1 means windows-1252", bytes: Array("<?xml version='1.0' encoding='iso-8859-1'?><a>".utf8) + [0x80, 0xE9],
        text: "<?xml version='1.0' encoding='iso-8859-1'?><a>€é", encoding: "iso-8859-1"),
    CharsetExample(
        name: "Shift_JIS means CP932", bytes: [0x3C, 0x87, 0x40, 0x93, 0x8C, 0x8B, 0x9E], contentType: "text/xml; charset=Shift_JIS",
        text: "<①東京",
        encoding: "shift_jis"),
    CharsetExample(
        name: "GB2312 means GB18030", bytes: [0x3C, 0xB1, 0xB1, 0xBE, 0xA9, 0x81, 0x30, 0x81, 0x30], contentType: "text/xml;charset=gb2312",
        text: "<北京\u{80}", encoding: "gb18030"),
    CharsetExample(
        name: "EUC-KR means CP949", bytes: [0x3C, 0x8C, 0x63, 0xB0, 0xA1], contentType: "text/xml; charset=EUC-KR", text: "<똠가",
        encoding: "euc-kr"),
    CharsetExample(
        name: "KOI8-R by HTTP", bytes: [0x3C, 0xED, 0xEF, 0xF3], contentType: "application/rss+xml; charset=KOI8-R", text: "<МОС",
        encoding: "koi8-r"),
    CharsetExample(
        name: "the declaration before HTTP", bytes: Array("<?xml version='1.0' encoding='windows-1251'?>".utf8) + [0xCC],
        contentType: "text/xml; charset=koi8-r", text: "<?xml version='1.0' encoding='windows-1251'?>М", encoding: "windows-1251"),
    CharsetExample(name: "UTF-16 with a mark", bytes: [0xFF, 0xFE, 0x3C, 0, 0x1F, 0x04], text: "<П", encoding: "utf-16le"),
    CharsetExample(name: "UTF-16 by its zero bytes", bytes: [0, 0x3C, 0, 0x61, 0, 0x3E], text: "<a>", encoding: "utf-16be"),
    CharsetExample(
        name: "UTF-32 with a mark", bytes: [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x3C, 0, 1, 0xF4, 0], text: "<\u{1F400}", encoding: "utf-32be"),
    CharsetExample(
        name: "UTF-8 with a stray byte", bytes: Array("<a>Пекин ".utf8) + [0xFF] + Array(" Москва</a>".utf8),
        text: "<a>Пекин \u{FFFD} Москва</a>",
        encoding: "utf-8"),
    CharsetExample(
        name: "a charset that nobody knows",
        bytes: Array("<?xml version='1.0' encoding='x-none'?><a>caf".utf8) + [0xE9] + Array("</a>".utf8),
        text: "<?xml version='1.0' encoding='x-none'?><a>café</a>", encoding: "windows-1252"),
    CharsetExample(
        name: "controls and noncharacters", bytes: [0x3C, 0x00, 0x1B, 0x09, 0xEF, 0xBF, 0xBE, 0x0A], text: "<\u{FFFD}\u{FFFD}\t\u{FFFD}\n",
        encoding: "utf-8"),
    CharsetExample(name: "nothing", bytes: [], text: "", encoding: "utf-8"),
]

@Test(arguments: examples)
func `reads any charset as UTF-8`(example: CharsetExample) {
    let document = DecodedDocument(example.bytes, contentType: example.contentType)
    #expect(String(decoding: document.bytes, as: UTF8.self) == example.text)
    #expect(document.encoding == example.encoding)
}

@Test func `counts the bytes that could not be decoded`() {
    let document = DecodedDocument(Array("<a>Пекин ".utf8) + [0xFF, 0x20, 0xFE], contentType: "text/xml; charset=utf-8")
    #expect(document.repairs == ["2 bad bytes replaced"])
}

@Test(arguments: ["utf-8//IGNORE", "../../etc/passwd", "latin1,utf-8", ""])
func `takes no commands to iconv from a label`(label: String) {
    let document = DecodedDocument([0x3C, 0xE9], contentType: "text/xml; charset=\(label)")
    #expect(document.encoding == "windows-1252")
    #expect(String(decoding: document.bytes, as: UTF8.self) == "<é")
}
