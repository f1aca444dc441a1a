// SPDX-License-Identifier: Apache-2.0
import Markup

/// Google's news sitemaps: each `url` with a `news:news` is an item without a body.
extension FeedDocumentReader {
    mutating func readSitemap() throws(XMLFault) {
        let level = cursor.depth
        while try cursor.nextChild(of: level) {
            guard cursor.name == .url else { continue }
            guard feed.items.count < FeedLimits.items else {
                feed.itemsBeyondLimit += 1
                continue
            }
            var item = ParsedItem(position: feed.items.count)
            try readAddress(of: &item)
            feed.items.append(item)
        }
    }

    private mutating func readAddress(of item: inout ParsedItem) throws(XMLFault) {
        let level = cursor.depth
        while try cursor.nextChild(of: level) {
            switch (cursor.namespace, cursor.name) {
            case (.sitemap, .loc):
                item.link = try cursor.addressText()
                item.id = item.link
            case (.sitemap, .lastMod): item.updated = try cursor.date()
            case (.news, .news): try readNews(of: &item)
            default: break
            }
        }
    }

    private mutating func readNews(of item: inout ParsedItem) throws(XMLFault) {
        let level = cursor.depth
        while try cursor.nextChild(of: level) {
            switch cursor.name {
            case .title: item.title = try cursor.looseText(limit: FeedLimits.title)
            case .publicationDate: item.published = try cursor.date()
            case .publication: try readPublication(of: &item)
            default: break
            }
        }
    }

    private mutating func readPublication(of item: inout ParsedItem) throws(XMLFault) {
        let level = cursor.depth
        while try cursor.nextChild(of: level) {
            switch cursor.name {
            case .name: item.publisher = try cursor.text()
            case .language: item.language = try cursor.text()
            default: break
            }
        }
    }
}
