// SPDX-License-Identifier: Apache-2.0

/// What an HTML fragment says, read in one pass: plain paragraphs, pictures, and a sanitised copy of itself.
///
/// Reading takes time and memory in proportion to the text, whatever is in it.
public struct HTMLContent: Hashable, Sendable {
    /// The paragraphs in document order, as plain text with entities decoded; never an empty one.
    public var blocks: [TextBlock] = []
    /// The pictures in document order.
    public var images: [HTMLImage] = []
    /// A well-formed XHTML fragment of allowed elements and attributes, at most 64 deep, with absolute URLs.
    ///
    /// Reading it again gives the same.
    public var html = ""

    /// Reads a fragment whose relative URLs are relative to `base`.
    public static func read(_ html: String, base: String?) -> HTMLContent {
        var reader = HTMLReader(Array(html.utf8), base: base)
        return reader.content()
    }

    /// The paragraphs alone: the `blocks` that `read` gives, without its other work.
    public static func paragraphs(of html: String) -> [TextBlock] {
        var reader = HTMLReader(Array(html.utf8), base: nil, parts: .blocks)
        return reader.paragraphs()
    }

    /// The sanitised copy alone, as UTF-8: the `html` that `read` gives, without its other work.
    public static func sanitise(_ html: String, base: String?) -> [UInt8] {
        var reader = HTMLReader(Array(html.utf8), base: base, parts: .copy)
        return reader.sanitised()
    }

    /// False where no `<` stands before what can begin a tag, comment or declaration, or before a control character that somebody may drop.
    public static func mayHoldTag(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var index = 0
            while true {
                index = unsafe ByteScan.endOfPlain(in: bytes, from: index) { $0.equals(UInt8(ascii: "<")) } + 1
                guard index < bytes.count else { return false }
                switch unsafe bytes[index] {
                case let next where next.isASCIILetter || next >= 0x80 || next < 0x20: return true
                case UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
                default: continue
                }
            }
        }
    }
}
