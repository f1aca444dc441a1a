// SPDX-License-Identifier: Apache-2.0
import Markup

/// Google's news sitemaps: each `url` is an item without a body. A sitemap of pages without any `news:news` is no feed.
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
        if !hasNews, !feed.items.isEmpty { isFeed = false }
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
            case (.sitemapImage, .image): try readPicture(of: &item)
            default: break
            }
        }
    }

    private mutating func readNews(of item: inout ParsedItem) throws(XMLFault) {
        hasNews = true
        let level = cursor.depth
        while try cursor.nextChild(of: level) {
            switch cursor.name {
            case .title: item.title = try cursor.looseText(limit: FeedLimits.title)
            case .keywords, .genres:
                for keyword in try cursor.keywords() { item.categories.append(keyword, limit: FeedLimits.categories) }
            case .publicationDate: item.published = try cursor.date()
            case .publication: try readPublication(of: &item)
            default: break
            }
        }
    }

    private mutating func readPicture(of item: inout ParsedItem) throws(XMLFault) {
        var asset = MediaAsset()
        let level = cursor.depth
        while try cursor.nextChild(of: level) {
            switch cursor.name {
            case .loc:
                let url = try cursor.addressText()
                asset.renditions.append(url.map { MediaAsset.Rendition(url: $0, medium: "image") }, limit: 1)
            case .title: asset.title = try cursor.looseText(limit: FeedLimits.title)
            case .caption: asset.description = try cursor.looseText(limit: FeedLimits.title)
            default: break
            }
        }
        if !asset.renditions.isEmpty { item.media.append(asset, limit: FeedLimits.media) }
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
