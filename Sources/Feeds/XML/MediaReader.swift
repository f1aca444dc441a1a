// SPDX-License-Identifier: Apache-2.0
import Markup

/// Reads Media RSS of one item: each `media:group`, or `media:content` outside one, is one asset with what belongs to it.
struct MediaReader {
    private(set) var assets: [MediaAsset] = []
    /// `media:title` of the item itself.
    private(set) var title: MarkupText?
    private(set) var categories: [FeedCategory] = []
    private(set) var status: String?
    private(set) var statusReason: String?
    private(set) var license: String?
    /// What stands in the item outside groups, and so holds for every asset that doesn't say otherwise.
    private var common = MediaAsset()

    /// Reads the current element, a child of the item.
    mutating func read(_ cursor: FeedCursor) throws(XMLFault) {
        switch cursor.name {
        case .group, .content: try readAsset(cursor)
        case .status:
            status = cursor.attribute(.state)?.lowercased()
            statusReason = cursor.attribute(.reason)
        default:
            // Taken out for the time being, since a copy would be one of every part.
            var asset = MediaAsset()
            swap(&asset, &common)
            defer { swap(&asset, &common) }
            try readPart(of: &asset, cursor)
        }
    }

    /// Ends the item: gives the common parts to the assets.
    mutating func finish() {
        title = common.title
        switch assets.count {
        case 0:
            if !common.renditions.isEmpty || !common.credits.isEmpty { assets = [common] }
            return
        case 1: assets[0].renditions += common.renditions
        default:
            // Which of several pictures a loose thumbnail shows can't be known.
            var loose = MediaAsset()
            loose.renditions = common.renditions
            if loose != MediaAsset() { assets.append(loose, limit: FeedLimits.media) }
        }
        guard common != MediaAsset() else { return }
        for index in assets.indices { inherit(at: index) }
    }
}

extension MediaReader {
    private mutating func readAsset(_ cursor: FeedCursor) throws(XMLFault) {
        var asset = MediaAsset()
        if cursor.name == .content { addRendition(of: cursor, to: &asset) }
        let level = cursor.depth
        while try cursor.nextChild(of: level) { try readChild(of: &asset, cursor) }
        if asset != MediaAsset() { assets.append(consume asset, limit: FeedLimits.media) }
    }

    private mutating func readChild(of asset: inout MediaAsset, _ cursor: FeedCursor) throws(XMLFault) {
        switch (cursor.namespace, cursor.name) {
        case (.media, .content):
            addRendition(of: cursor, to: &asset)
            let level = cursor.depth
            while try cursor.nextChild(of: level) { try readChild(of: &asset, cursor) }
        case (.media, _): try readPart(of: &asset, cursor)
        case (.dublinCore, .type): asset.type = try cursor.text()
        default: break
        }
    }

    private mutating func readPart(of asset: inout MediaAsset, _ cursor: FeedCursor) throws(XMLFault) {
        switch cursor.name {
        case .thumbnail: addRendition(of: cursor, to: &asset, isThumbnail: true)
        case .title: asset.title = try cursor.mediaText(limit: FeedLimits.title) ?? asset.title
        case .description, .text:
            let description = try cursor.mediaText(limit: FeedLimits.body)
            asset.description = asset.description ?? description
        case .credit:
            let (role, scheme) = (cursor.attribute(.role), cursor.attribute(.scheme))
            let credit = try cursor.text().map { MediaCredit($0, role: role, scheme: scheme) }
            asset.credits.append(credit, limit: FeedLimits.persons)
        case .copyright:
            asset.rightsURL = cursor.address(.url) ?? asset.rightsURL
            asset.rights = try cursor.text() ?? asset.rights
        case .rating: asset.rating = try cursor.text()
        case .status: asset.status = cursor.attribute(.state)?.lowercased()
        case .keywords: asset.keywords = try cursor.text()
        case .license: license = cursor.address(.href)
        case .category: try readCategory(cursor)
        default: break
        }
    }

    private mutating func readCategory(_ cursor: FeedCursor) throws(XMLFault) {
        let scheme = cursor.attribute(.scheme) ?? "http://search.yahoo.com/mrss/category_schema"
        let label = cursor.attribute(.label)
        let category = try cursor.text().map { FeedCategory(term: $0, scheme: scheme, label: label) }
        categories.append(category, limit: FeedLimits.categories)
    }

    private func addRendition(of cursor: FeedCursor, to asset: inout MediaAsset, isThumbnail: Bool = false) {
        guard let url = cursor.address(.url) else { return }
        let rendition = MediaAsset.Rendition(
            url: url, type: cursor.attribute(.type)?.lowercased(), medium: cursor.attribute(.medium)?.lowercased(),
            width: cursor.attribute(.width).flatMap { Int($0) }, height: cursor.attribute(.height).flatMap { Int($0) },
            bytes: cursor.attribute(.fileSize).flatMap { Int($0) }, duration: cursor.attribute(.duration).flatMap { Double($0) },
            isThumbnail: isThumbnail)
        asset.renditions.append(rendition, limit: FeedLimits.media)
    }

    private mutating func inherit(at index: Int) {
        let own = assets[index]
        assets[index].title = own.title ?? common.title
        assets[index].description = own.description ?? common.description
        assets[index].credits = own.credits.isEmpty ? common.credits : own.credits
        assets[index].rights = own.rights ?? common.rights
        assets[index].rightsURL = own.rightsURL ?? common.rightsURL
        assets[index].rating = own.rating ?? common.rating
        assets[index].keywords = own.keywords ?? common.keywords
    }
}

extension FeedCursor {
    /// `media:title` and `media:description`: plain unless `type` says `html`.
    fileprivate func mediaText(limit: Int) throws(XMLFault) -> MarkupText? {
        attribute(.type)?.lowercased() == "plain" ? try construct(limit: limit)?.text : try looseText(limit: limit)
    }
}
