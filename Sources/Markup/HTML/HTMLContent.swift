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

    /// The sanitised copy alone, as UTF-8: the `html` that `read` gives, without its other work.
    public static func sanitise(_ html: String, base: String?) -> [UInt8] {
        var reader = HTMLReader(Array(html.utf8), base: base, readsBlocks: false)
        return reader.sanitised()
    }
}
