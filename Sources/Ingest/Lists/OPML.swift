// SPDX-License-Identifier: Apache-2.0
import Markup

/// A list of feeds as readers of all kinds exchange it (OPML 2.0): addresses and names, and nothing that could be run.
public struct OPML: Hashable, Sendable {
    /// One feed of the list.
    public struct Entry: Hashable, Sendable {
        /// For people.
        public var title: String
        /// `xmlUrl` as written.
        public var url: String
        /// The folders that it stands in, and its `category`.
        public var folders: [String]

        /// One feed of a list.
        public init(title: String, url: String, folders: [String] = []) {
            (self.title, self.url, self.folders) = (title, url, folders)
        }
    }

    /// In the list's order.
    public var entries: [Entry]

    /// More feeds are not read from one list.
    private static let most = 20_000
    /// Folders within folders beyond this are passed over.
    private static let deepest = 20

    /// A list of these feeds.
    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// Reads a list; nil when the document has no outline.
    public init?(_ bytes: [UInt8]) {
        var scanner = TagScanner(DecodedDocument(bytes, contentType: nil).bytes)
        var folders: [String?] = []
        entries = []
        var isOutline = false
        while let tag = scanner.next(), entries.count < Self.most {
            guard tag.name == "outline" else { continue }
            isOutline = true
            guard !tag.isEnd else {
                _ = folders.popLast()
                continue
            }
            let title = ["text", "title"].compactMap { tag.attributes[$0]?.oneLine }.first { !$0.isEmpty } ?? ""
            let url = tag.attributes["xmlurl"]?.oneLine ?? ""
            if !url.isEmpty {
                let category = tag.attributes["category"]?.split(separator: ",").map { String($0).oneLine } ?? []
                entries.append(Entry(title: title, url: url, folders: folders.compactMap(\.self) + category.filter { !$0.isEmpty }))
            }
            // A feed can hold outlines too, and is no folder.
            if !tag.isEmpty { folders.append(url.isEmpty && !title.isEmpty && folders.count < Self.deepest ? title : nil) }
        }
        guard isOutline else { return nil }
    }

    /// The list as a document.
    public func document(title: String) -> String {
        let outlines = entries.map { entry in
            let folders = entry.folders.isEmpty ? "" : " category=\"\(Self.escaped(entry.folders.joined(separator: ",")))\""
            let title = Self.escaped(entry.title)
            return "    <outline type=\"rss\" text=\"\(title)\" title=\"\(title)\" xmlUrl=\"\(Self.escaped(entry.url))\"\(folders)/>\n"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
              <head><title>\(Self.escaped(title))</title></head>
              <body>
            \(outlines.joined())  </body>
            </opml>

            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}

extension String {
    /// Without control characters, and with single spaces; U+2028 and U+2029 end lines, too, and with them comments of YAML.
    var oneLine: String {
        func isControl(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value || 0x2028...0x2029 ~= scalar.value
        }
        return String(String.UnicodeScalarView(unicodeScalars.map { isControl($0) ? " " : $0 }))
            .split(separator: " ").joined(separator: " ")
    }
}
