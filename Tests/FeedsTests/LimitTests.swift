// SPDX-License-Identifier: Apache-2.0
import Feeds
import Testing

extension String {
    fileprivate static func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
}

/// A document that reaches one limit of the hardened profile before any item, and one that reaches it behind the first item.
private let limits: [(label: FeedError.Label, piece: String)] = [
    (.tooDeep, "<a>" * 200), (.tooManyElements, "<a/>" * 200_001),
    (.tooManyAttributes, "<a \((0..<300).map { "a\($0)=''" }.joined(separator: " "))/>"),
    (.tokenTooLong, "<!--\("x" * 600_000)-->"), (.tokenTooLong, "<![CDATA[\("x" * 600_000)]]>"),
    (.tokenTooLong, "<a b='\("x" * 600_000)'/>"),
]

@Test(arguments: limits) func `names the limit that ends a document`(label: FeedError.Label, piece: String) throws {
    let expected = FeedError(label, "stopped by a limit: \(label.rawValue)")
    #expect(throws: expected) { try feed("<rss><channel>\(piece)</channel></rss>") }
    let part = try feed("<rss><channel><item><title>1</title></item>\(piece)</channel></rss>")
    #expect(part.items.map { $0.title?.value } == ["1"] && part.isTruncated && !part.isWellFormed)
    #expect(part.repairs.contains("stopped by a limit: \(label.rawValue)"))
}

@Test(arguments: ["<", "{", "x"]) func `refuses a document of more than 16 MiB whatever it begins with`(start: String) {
    let document = Array(start.utf8) + Array(repeating: UInt8(ascii: " "), count: 16 << 20)
    #expect(throws: FeedError(.tooLarge, "stopped by a limit: too-large")) {
        try FeedReader.read(document, source: DocumentSource())
    }
}
