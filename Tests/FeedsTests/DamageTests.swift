// SPDX-License-Identifier: Apache-2.0
import Feeds
import Markup
import TestSupport
import Testing

/// Bytes at which readers change their mind.
private let pieces: [[UInt8]] =
    [
        "<", ">", "</", "/>", "&", "&#", ";", "&lt;", "\"", "'", "=", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>", "<!DOCTYPE x [", "]>",
        "<!ENTITY a 'b'>", "<item>", "</item>", "<entry>", "</channel>", "</rss>", "<title>", "xmlns=\"\"", "xml:base='\\'", " ", "\n",
        "\t", "{",
        "}", "[", "]", ":", ",", "\\u", "\\ud800", "1e999", "-", "true", "null",
    ].map { Array($0.utf8) } + [
        [0], [0xFF], [0xFE, 0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBE], [0xF4, 0x90, 0x80, 0x80], [0x1B], [0x80],
    ]

private func damaged(_ document: [UInt8], seed: UInt64) -> [UInt8] {
    var generator = Dice(seed: seed)
    var bytes = document
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: bytes.indices, using: &generator)
        let end = min(place + Int.random(in: 1...40, using: &generator), bytes.count)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 3: bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: place)
        default: bytes.replaceSubrange(place..<end, with: pieces.randomElement(using: &generator) ?? [])
        }
    }
    return bytes
}

/// Everything that a reader of feeds may ask of one.
private func exercise(_ feed: ParsedFeed) -> String {
    var json = JSONWriter(capacity: 4_096)
    FeedReport(feed: feed, file: "f", isRaw: false).write(into: &json)
    return json.text
        + feed.items.map { item in
            ([item.title, item.summary] + item.contents.map(\.text)).compactMap { $0?.plain }.joined()
        }.joined()
}

@Suite struct DamageTests {
    /// Half a story would be a wrong story: what is read of a cut document stands in the whole one too, word for word.
    @Test(arguments: Documents.all) func `reads whole items or none from a document cut at any byte`(text: String) throws {
        let bytes = Array(text.utf8)
        let whole = try outcome(bytes).get()
        #expect(whole.items.count == 2)
        for end in bytes.indices {
            guard case .success(let part) = outcome(Array(bytes[..<end])) else { continue }
            let items = part.items.map(\.id)
            #expect(items == whole.items.prefix(items.count).map(\.id), "cut at \(end)")
            for (item, expected) in zip(part.items, whole.items) {
                #expect(
                    item.title == expected.title && item.summary == expected.summary && item.contents == expected.contents, "cut at \(end)")
            }
            if items.count < whole.items.count { #expect(part.isTruncated, "cut at \(end)") }
        }
    }

    @Test(arguments: Documents.all, UInt64(0)..<8) func `survives any damage, and reads it the same way twice`(text: String, block: UInt64)
    {
        let bytes = Array(text.utf8)
        for seed in block * 60..<(block + 1) * 60 {
            let document = damaged(bytes, seed: seed)
            let first = outcome(document)
            #expect(first == outcome(document), "seed \(seed)")
            guard case .success(let feed) = first else { continue }
            let words = exercise(feed)
            #expect(!words.contains("<script") && !words.utf8.contains(0), "seed \(seed)")
        }
    }

    @Test(arguments: UInt64(0)..<16) func `survives noise`(seed: UInt64) {
        var generator = Dice(seed: seed)
        for count in 0..<60 {
            let noise = (0..<count * 3).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let soup = (0..<count).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
            for bytes in [
                noise, soup, Array("<rss>".utf8) + soup, Array("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[".utf8) + soup,
            ] {
                if case .success(let feed) = outcome(bytes) { _ = exercise(feed) }
            }
        }
    }
}
