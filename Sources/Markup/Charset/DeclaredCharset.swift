// SPDX-License-Identifier: Apache-2.0

/// The charsets that a document and its transport claim, as names of what will be used for them.
struct DeclaredCharset {
    /// `encoding` of the XML declaration.
    private(set) var document: String?
    /// HTTP's `charset` parameter.
    private(set) var transport: String?
    /// RFC 3023 §3.1: `text/xml` without a charset is us-ascii.
    private let isTextMedia: Bool

    init(bytes: [UInt8], contentType: String?) {
        let header = Array((contentType ?? "").utf8.prefix(1024))
        transport = Self.value(after: "charset", in: header[...]).flatMap(CharsetLabel.canonical)
        isTextMedia = header.starts(with: "text/xml".utf8)
        let head = bytes.prefix(1024)
        guard let end = head.firstIndex(of: UInt8(ascii: ">")), let start = head.firstIndex(of: UInt8(ascii: "<")), start < end else {
            return
        }
        guard head[start...].starts(with: "<?xml".utf8) else { return }
        document = Self.value(after: "encoding", in: head[start..<end]).flatMap(CharsetLabel.canonical)
    }

    /// What to call a document that has no byte above 127, and so is the same in all of them.
    var nameOfASCII: String {
        if let transport { return transport }
        if isTextMedia { return "us-ascii" }
        guard let document, !document.hasPrefix("utf-16"), !document.hasPrefix("utf-32") else { return "utf-8" }
        return document
    }

    /// True when the label names an encoding that hides other scripts in 7-bit bytes, and `bytes` does so.
    func isSevenBitShift(_ bytes: [UInt8]) -> Bool {
        switch document ?? transport {
        case "iso-2022-jp"?, "iso-2022-kr"?, "iso-2022-cn"?: bytes.contains(0x1B)
        case "hz"?: bytes.contains(UInt8(ascii: "~"))
        default: false
        }
    }

    /// The charsets to try on bytes that are not UTF-8, best first, lazily: guessing costs more than decoding.
    func candidates(for bytes: [UInt8]) -> some Sequence<String> {
        // A label of UTF-16 or UTF-32 is wrong here: its first bytes would have told.
        let labels = [document, transport].compactMap(\.self).filter { !$0.hasPrefix("utf-") && !$0.hasPrefix("ucs") }
        let isLabelledUTF8 = document == "utf-8" || transport == "utf-8"
        return (labels + [nil]).lazy.map { $0 ?? (isLabelledUTF8 ? "utf-8" : CharsetGuess.charset(of: bytes)) }
    }

    /// The word after `name=`, with or without quotes of either kind, in lower case.
    private static func value(after name: String, in text: ArraySlice<UInt8>) -> String? {
        let text = text.map { $0 | ($0 &- 0x41 < 26 ? 0x20 : 0) }
        guard let start = text.indices.first(where: { text[$0...].starts(with: name.utf8) }) else { return nil }
        var rest = text[(start + name.utf8.count)...].drop { $0 <= 0x20 }
        guard rest.first == UInt8(ascii: "=") else { return nil }
        rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
        let word = rest.prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x3F && $0 < 0x7F }
        return word.isEmpty || word.count > 40 ? nil : String(decoding: word, as: UTF8.self)
    }
}
