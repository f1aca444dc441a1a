// SPDX-License-Identifier: Apache-2.0

/// What publishers write for a charset, and the one that browsers take it for (WHATWG Encoding §4.2).
enum CharsetLabel {
    /// The name to decode with, understood by iconv; nil where the label can be no charset at all.
    static func canonical(_ label: String) -> String? {
        let plain = label.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: " ") }
        let key = String(decoding: plain, as: UTF8.self)
        if let known = table[key] { return known }
        guard label.utf8.allSatisfy(isNameByte), label.utf8.contains(where: { $0 > 0x40 }) else { return nil }
        return label
    }

    /// A name goes to iconv, which reads `/` and `,` as commands.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || byte &- 0x61 < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: ":")
    }

    /// Labels without hyphens; supersets stand for their subsets, since publishers mean the larger set.
    private static let table: [String: String] = [
        "utf8": "utf-8", "unicode11utf8": "utf-8", "utf8mb4": "utf-8",
        "utf16": "utf-16", "utf16le": "utf-16le", "utf16be": "utf-16be", "utf32": "utf-32", "u16": "utf-16", "u32": "utf-32",
        "gb2312": "gb18030", "gbk": "gb18030", "xgbk": "gb18030", "gb18030": "gb18030", "cp936": "gb18030", "csgb2312": "gb18030",
        "hzgb2312": "hz", "big5": "big5-hkscs", "big5hkscs": "big5-hkscs", "xxbig5": "big5-hkscs",
        "iso88591": "iso-8859-1", "latin1": "iso-8859-1", "l1": "iso-8859-1", "ascii": "us-ascii", "usascii": "us-ascii",
        "windows1252": "windows-1252", "cp1252": "windows-1252", "iso88599": "windows-1254", "latin5": "windows-1254",
        "tis620": "windows-874", "iso885911": "windows-874",
        "shiftjis": "shift_jis", "sjis": "shift_jis", "xsjis": "shift_jis", "windows31j": "shift_jis", "cp932": "shift_jis",
        "mskanji": "shift_jis", "euckr": "euc-kr", "ksc56011987": "euc-kr", "ksc5601": "euc-kr", "cp949": "euc-kr", "uhc": "euc-kr",
        "eucjp": "euc-jp", "xeucjp": "euc-jp", "ujis": "euc-jp", "koi8": "koi8-r", "cp1251": "windows-1251", "win1251": "windows-1251",
    ]

    /// The name that glibc's iconv decodes it under.
    static func iconvName(_ charset: String) -> String {
        switch charset {
        case "iso-8859-1", "us-ascii": "CP1252"
        case "shift_jis": "CP932"
        case "euc-kr": "CP949"
        case "hz": "HZ"
        case "windows-874": "CP874"
        default: charset.hasPrefix("windows-") ? "CP" + charset.dropFirst(8) : charset.uppercased()
        }
    }
}
