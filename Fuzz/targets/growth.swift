// SPDX-License-Identifier: Apache-2.0
import Articles
import Feeds
import FoundationEssentials
import Markup

private let size = 64 << 10
private let received = Date(timeIntervalSince1970: 1_519_120_800)
private let normalizer = Normalizer(context: FeedContext(name: "fuzz", url: "https://example.org/feed.xml"), places: .base)

/// `head NUL unit NUL tail`, the unit repeated to 64 KB: reading takes no more than in proportion, whatever repeats.
@_cdecl("LLVMFuzzerTestOneInput")
public func growth(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let parts = UnsafeBufferPointer(start: start, count: count).split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    let unit = parts.count > 1 ? Array(parts[1]) : Array(parts[0])
    guard !unit.isEmpty else { return 0 }
    var grown = parts.count > 1 ? Array(parts[0]) : []
    for _ in 0..<size / unit.count { grown += unit }
    if parts.count > 2 { grown += parts[2] }
    let text = String(decoding: grown, as: UTF8.self)
    withinBudget("HTML") { _ = HTMLContent.read(text, base: "https://example.org/") }
    withinBudget("the document") { _ = try? FeedReader.read(grown, source: DocumentSource()) }  // What is no feed is refused, in time.
    withinBudget("the article") { normalize(text) }
    return 0
}

private func normalize(_ text: String) {
    let feed = ParsedFeed(format: .rss20, encoding: "utf-8", isWellFormed: true)
    var item = ParsedItem(position: 0)
    item.title = MarkupText(text)
    item.contents = [Content(MarkupText(text), mediaType: "text/plain")]
    item.link = text
    item.authors = [Person(name: text)]
    _ = try? normalizer.article(from: item, in: feed, received: received)
}
