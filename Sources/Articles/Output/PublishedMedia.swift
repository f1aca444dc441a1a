// SPDX-License-Identifier: Apache-2.0

/// One picture, film or sound as the outside formats take it: with a URI, and valid renditions of unique names.
struct PublishedMedia {
    struct Rendition {
        /// Of A–Z, a–z, 0–9 and `_`.
        var name: String
        var href: String
        var type: String?
        var width: Int?
        var height: Int?
        var bytes: Int?
        var duration: Double?
    }

    /// `photo1`, `photo2`…
    var name: String
    var uri: String
    var type: String
    var caption: String?
    var credit: Credit?
    var rights: String?
    var renditions: [Rendition]

    /// - Parameter number: its place among the story's media, from 1; names an asset that has no address of its own.
    init(_ media: Article.Media, number: Int, story: String) {
        name = "photo\(number)"
        uri = media.uri.flatMap(PublicURI.of) ?? story + "#" + name
        type = media.kind == .document ? "component" : media.kind.rawValue
        caption = media.caption
        credit = media.credit
        rights = media.rights
        renditions = []
        for rendition in media.renditions ?? [] { add(rendition) }
    }
}

extension PublishedMedia {
    private mutating func add(_ rendition: Article.Rendition) {
        guard let href = PublicURI.of(rendition.href) else { return }
        var published = Rendition(name: name(for: rendition), href: href)
        published.type = rendition.type
        published.width = PublishedMedia.positive(rendition.width)
        published.height = PublishedMedia.positive(rendition.height)
        published.bytes = PublishedMedia.positive(rendition.bytes)
        published.duration = rendition.duration.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
        renditions.append(published)
    }

    private func name(for rendition: Article.Rendition) -> String {
        let bytes = rendition.name.utf8.filter { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x5F }
        let name = String(decoding: bytes, as: UTF8.self)
        let isUnique = !name.isEmpty && !renditions.contains { $0.name == name }
        return isUnique ? name : "rendition_\(renditions.count + 1)"
    }

    private static func positive(_ number: Int?) -> Int? { number.flatMap { $0 > 0 ? $0 : nil } }
}

extension Publication {
    /// The story's media; a canceled story shows none.
    var media: [PublishedMedia] {
        guard article.status != .canceled, let media = article.media else { return [] }
        return media.enumerated().map { PublishedMedia($1, number: $0 + 1, story: uri) }
    }
}
