// SPDX-License-Identifier: Apache-2.0
import Markup

/// Whether text that may be plain or HTML is HTML: it has a tag or an entity that HTML knows. `<TXN.N>` and `1 < 2` are text.
enum HTMLSigns {
    static func occur(in text: String) -> Bool { occur(in: text, countingEntities: true) }

    /// Whether text has a tag that HTML knows.
    static func tagOccurs(in text: String) -> Bool { occur(in: text, countingEntities: false) }

    /// Whether text has an end tag of an element that HTML knows.
    static func endTagOccurs(in text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.contains { index in
            bytes[index] == UInt8(ascii: "<") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
                && isTag(Array(bytes[index...].prefix(longest)))
        }
    }

    private static func occur(in text: String, countingEntities: Bool) -> Bool {
        guard text.utf8Span.mayHoldMarkup else { return false }
        var text = text
        return text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                let byte = unsafe bytes[index]
                if byte == UInt8(ascii: "<") || (countingEntities && byte == UInt8(ascii: "&")) {
                    let rest = unsafe bytes[index...].prefix(longest)
                    if byte == UInt8(ascii: "<") ? isTag(Array(rest)) : isEntity(Array(rest)) { return true }
                }
                index += 1
            }
            return false
        }
    }

    private static let longest = 40

    private static func isTag(_ bytes: [UInt8]) -> Bool {
        let rest = bytes.dropFirst().drop { $0 == UInt8(ascii: "/") }
        if rest.starts(with: "!--".utf8) { return true }
        let name = rest.prefix { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
        let next = name.endIndex < bytes.count ? bytes[name.endIndex] : 0
        guard next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") else { return false }
        return name.count <= 10 && tags.contains(packed(name))
    }

    private static func isEntity(_ bytes: [UInt8]) -> Bool {
        guard let end = bytes.firstIndex(of: UInt8(ascii: ";")), end > 1 else { return false }
        let reference = String(decoding: bytes[...end], as: UTF8.self)
        return Entities.decode(reference) != reference
    }

    /// A name of at most sixteen letters and digits as one number, whatever the case of its letters.
    private static func packed(_ name: some Sequence<UInt8>) -> UInt128 {
        name.reduce(0) { $0 << 8 | UInt128($1 | 0x20) }
    }

    private static let tags: Set<UInt128> = Set(
        [
            "a", "abbr", "acronym", "b", "big", "blockquote", "br", "center", "cite", "code", "dd", "del", "div", "dl", "dt", "em",
            "figcaption",
            "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "iframe", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre",
            "q",
            "s", "script", "small", "span", "strike", "strong", "style", "sub", "sup", "table", "tbody", "td", "th", "thead", "time", "tr",
            "tt",
            "u", "ul", "video", "wbr",
        ].map { packed($0.utf8) })
}
