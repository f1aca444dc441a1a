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
    mutating func add(_ asset: Article.Media) {
        let renditions = asset.renditions ?? []
        for rendition in renditions {
            if let position = positions[rendition.href] { return merge(asset, into: position) }
        }
        guard media.count < Self.limit else {
            leftOut += 1
            return
        }
        for rendition in renditions { positions[rendition.href] = media.count }
        media.append(asset)
        noteCaption(of: media.count - 1)
    }

    /// Adds a picture of the body; pixels that count readers are no pictures.
    mutating func add(_ image: HTMLImage) {
        let isPixel = (image.width ?? 100) <= 2 || (image.height ?? 100) <= 2
        guard WebAddress.isWeb(image.source), !isPixel, !Beacon.isBeacon(image.source) else { return }
        var rendition = Article.Rendition(href: image.source, name: "original")
        (rendition.width, rendition.height) = (image.width, image.height)
        var picture = Article.Media(uri: image.source, kind: .picture)
        picture.renditions = [rendition]
        add(picture)
        if let figure = image.figure, let position = positions[image.source], figures[figure] == nil { figures[figure] = position }
    }

    /// Gives a caption of the body to the picture of its figure, else to the first picture that has none, else keeps it alone.
    mutating func add(caption: String, credit: Credit?, figure: Int?) {
        let own = figure.flatMap { figures[$0] }
        let same = position(ofCaption: caption.collapsed)
        let free = media.firstIndex { $0.kind != .document && $0.kind != .audio && $0.caption == nil && $0.credit == nil }
        guard let position = own ?? same ?? free else {
            return add(Article.Media(kind: .picture, caption: caption.isEmpty ? nil : caption, credit: credit))
        }
        if media[position].caption == nil, !caption.isEmpty { media[position].caption = caption }
        media[position].credit = media[position].credit?.completed(by: credit) ?? credit
        noteCaption(of: position)
    }

    private mutating func noteCaption(of position: Int) {
        guard let caption = media[position].caption?.collapsed, self.position(ofCaption: caption) == nil else { return }
        captions.append((caption, position))
    }

    private func position(ofCaption caption: String) -> Int? {
        captions.first { $0.text == caption }?.position
    }

    private mutating func merge(_ asset: Article.Media, into position: Int) {
        var known = media[position]
        known.caption = known.caption ?? asset.caption
        known.credit = known.credit ?? asset.credit
        known.rights = known.rights ?? asset.rights
        for rendition in asset.renditions ?? [] { merge(rendition, into: &known, position: position) }
        media[position] = known
        noteCaption(of: position)
    }

    private mutating func merge(_ rendition: Article.Rendition, into asset: inout Article.Media, position: Int) {
        guard let index = asset.renditions?.firstIndex(where: { $0.href == rendition.href }) else {
            guard positions[rendition.href] == nil, (asset.renditions?.count ?? 0) < Self.renditionLimit else { return }
            var added = rendition
            added.name = "rendition\((asset.renditions?.count ?? 0) + 1)"
            positions[rendition.href] = position
            asset.renditions = (asset.renditions ?? []) + [added]
            return
        }
        var known = asset.renditions?[index] ?? rendition
        known.type = known.type ?? rendition.type
        known.width = known.width ?? rendition.width
        known.height = known.height ?? rendition.height
        known.bytes = known.bytes ?? rendition.bytes
        known.duration = known.duration ?? rendition.duration
        asset.renditions?[index] = known
    }
}
