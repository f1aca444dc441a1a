// SPDX-License-Identifier: Apache-2.0
import Articles
import Feeds
import FoundationEssentials
import Markup

private let context = FeedContext(name: "fuzz", url: "https://example.org/feed.xml")
private let normalizer = Normalizer(context: context, places: .base)
private let received = Date(timeIntervalSince1970: 1_519_120_800)

/// Any bytes as a whole document, all the way to the records of its articles: what is printed and spooled is valid UTF-8.
@_cdecl("LLVMFuzzerTestOneInput")
public func documents(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    withinBudget { read(bytes) }
    return 0
}

private func read(_ bytes: [UInt8]) {
    var json = JSONWriter()
    do throws(FeedError) {
        let feed = try FeedReader.read(bytes, source: DocumentSource(url: context.url))
        FeedReport(feed: feed, file: "fuzz", isRaw: false).write(into: &json)
        for item in feed.items.prefix(16) {
            do throws(ItemError) {
                let article = try normalizer.article(from: item, in: feed, received: received)
                for format in OutputFormat.allCases { requireUTF8(format.render(article, versionCreated: received)) }
            } catch {}  // An item without any text is none.
        }
    } catch {
        FeedReport.write(error, file: "fuzz", into: &json)
    }
    requireUTF8(json.bytes)
}
