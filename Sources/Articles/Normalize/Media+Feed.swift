// SPDX-License-Identifier: Apache-2.0
import Feeds
import Markup

extension Article.Media {
    /// One asset of Media RSS with its own caption, credit and rights; nil without any web address, caption or credit.
    ///
    /// - Parameter credits: what the document's credits say, as far as they were read.
    init?(_ asset: borrowing MediaAsset, credits: Recollection<[MediaCredit], Credit?>) {
        let forms = asset.renditions.filter { WebAddress.isWeb($0.url) && !Beacon.isBeacon($0.url) }
        guard !forms.isEmpty || !asset.renditions.contains(where: { WebAddress.isWeb($0.url) }) else { return nil }
        let main = forms.lazy.filter { !$0.isThumbnail }.max { ($0.width ?? 0) < ($1.width ?? 0) } ?? forms.first
        let described = (asset.description ?? asset.title)?.plain
        let ending = described.flatMap(CreditLine.split)
        let caption = (ending?.caption ?? described).trimmedIfAny
        var credit = credits.answer(to: asset.credits) { Credit($0) }
        if credit?.isComplete != true, let other = (ending?.credit).map(CreditLine.read) {
            credit = credit?.completed(by: other) ?? other
        }
        guard !forms.isEmpty || caption != nil || credit != nil else { return nil }
        self.init(
            uri: main?.url, kind: MediaKind.of(asset, main: main), caption: caption, credit: credit, rights: asset.rights.trimmedIfAny,
            renditions: forms.isEmpty ? nil : Article.Rendition.named(forms, main: main))
    }

    /// The files of one thing: one, or several that a JSON feed gives one title.
    init?(_ enclosures: [Enclosure]) {
        let forms = enclosures.filter { WebAddress.isWeb($0.url) }.map { enclosure in
            let bytes = enclosure.length.flatMap { Int($0.trimmed) }
            return MediaAsset.Rendition(url: enclosure.url, type: enclosure.type, bytes: bytes, duration: enclosure.duration)
        }
        guard let main = forms.first else { return nil }
        self.init(
            uri: main.url, kind: MediaKind.of(type: main.type, address: main.url) ?? .document,
            renditions: Article.Rendition.named(forms, main: main))
    }
}

extension Article.Rendition {
    /// The main form first; the others named by what they are and where they stand. Each address counts once.
    fileprivate static func named(_ forms: [MediaAsset.Rendition], main: MediaAsset.Rendition?) -> [Article.Rendition] {
        var named: [Article.Rendition] = []
        var thumbnails = 0
        func add(_ form: MediaAsset.Rendition) {
            guard named.count < MediaGallery.renditionLimit, !named.contains(where: { $0.href == form.url }) else { return }
            if form.isThumbnail { thumbnails += 1 }
            let name =
                if form.isThumbnail { thumbnails == 1 ? "thumbnail" : "thumbnail\(thumbnails)" } else {
                    named.isEmpty ? "original" : "rendition\(named.count + 1)"
                }
            named.append(Article.Rendition(form, name: name))
        }
        if let main { add(main) }
        for form in forms { add(form) }
        return named
    }

    private init(_ form: MediaAsset.Rendition, name: String) {
        self.init(href: form.url, name: name)
        type = form.type.trimmedIfAny
        width = form.width.flatMap { $0 > 0 ? $0 : nil }
        height = form.height.flatMap { $0 > 0 ? $0 : nil }
        bytes = form.bytes.flatMap { $0 > 0 ? $0 : nil }
        duration = form.duration.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    }
}
