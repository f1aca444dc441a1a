// SPDX-License-Identifier: Apache-2.0
import Feeds
import Markup

/// Collects the media of one item; assets that share an address become one.
struct MediaGallery {
    /// Assets of one item beyond these are left out.
    static let limit = 100
    /// Forms of one asset beyond these are left out.
    static let renditionLimit = 32

    private(set) var media: [Article.Media] = []
    private(set) var leftOut = 0
    private var positions: [String: Int] = [:]
    /// The asset of each caption, its white space collapsed; so few that to hash them costs more than to compare them.
    private var captions: [(text: String, position: Int)] = []
    /// The asset of each `figure` of the body.
    private var figures: [Int: Int] = [:]

    /// Adds an asset, or completes the one that has one of its addresses already.
    mutating func add(_ asset: consuming Article.Media) {
        let addresses = (asset.renditions ?? []).map(\.href)
        for address in addresses {
            if let position = positions[address] { return merge(asset, into: position) }
        }
        guard media.count < Self.limit else {
            leftOut += 1
            return
        }
        for address in addresses { positions[address] = media.count }
        media.append(asset)
        noteCaption(of: media.count - 1)
    }

    /// Adds a picture of the body; pixels that count readers are no pictures.
    mutating func add(_ image: HTMLImage) {
        let isPixel = (image.width ?? 100) <= 2 || (image.height ?? 100) <= 2
        guard WebAddress.isWeb(image.source), !isPixel, !Beacon.isBeacon(image.source) else { return }
        var rendition = Article.Rendition(href: image.source, name: "original")
        (rendition.width, rendition.height) = (image.width, image.height)
        add(Article.Media(uri: image.source, kind: .picture, renditions: [rendition]))
        if let figure = image.figure, let position = positions[image.source], figures[figure] == nil { figures[figure] = position }
    }

    /// Gives a caption of the body to the picture of its figure, else to the first picture that has none, else keeps it alone.
    mutating func add(caption: String, credit: Credit?, figure: Int?) {
        let own = figure.flatMap { figures[$0] } ?? position(ofCaption: caption.collapsed)
        let free = media.firstIndex { $0.kind != .document && $0.kind != .audio && $0.caption == nil && $0.credit == nil }
        guard let position = own ?? free else {
            return add(Article.Media(kind: .picture, caption: caption.isEmpty ? nil : caption, credit: credit))
        }
        media[position].credit = media[position].credit?.completed(by: credit) ?? credit
        if media[position].caption == nil, !caption.isEmpty {
            media[position].caption = caption
            noteCaption(of: position)
        }
    }

    private mutating func noteCaption(of position: Int) {
        guard let caption = media[position].caption?.collapsed, self.position(ofCaption: caption) == nil else { return }
        captions.append((caption, position))
    }

    private func position(ofCaption caption: String) -> Int? {
        captions.first { $0.text == caption }?.position
    }

    private mutating func merge(_ asset: Article.Media, into position: Int) {
        if media[position].caption == nil, asset.caption != nil {
            media[position].caption = asset.caption
            noteCaption(of: position)
        }
        media[position].credit.fill(with: asset.credit)
        media[position].rights.fill(with: asset.rights)
        for rendition in asset.renditions ?? [] { merge(rendition, into: position) }
    }

    private mutating func merge(_ rendition: Article.Rendition, into position: Int) {
        guard let index = media[position].renditions?.firstIndex(where: { $0.href == rendition.href }) else {
            let count = media[position].renditions?.count ?? 0
            guard positions[rendition.href] == nil, count < Self.renditionLimit else { return }
            var added = rendition
            added.name = "rendition\(count + 1)"
            positions[rendition.href] = position
            media[position].renditions.fill(with: [])
            media[position].renditions?.append(added)
            return
        }
        media[position].renditions?[index].type.fill(with: rendition.type)
        media[position].renditions?[index].width.fill(with: rendition.width)
        media[position].renditions?[index].height.fill(with: rendition.height)
        media[position].renditions?[index].bytes.fill(with: rendition.bytes)
        media[position].renditions?[index].duration.fill(with: rendition.duration)
    }
}

extension Optional {
    /// What there is stays.
    fileprivate mutating func fill(with other: Wrapped?) {
        if case nil = self { self = other }
    }
}
