// SPDX-License-Identifier: Apache-2.0
import Feeds

extension Normalizer {
    /// Fills kind, status and the reason of a change, once headline, text and media are known.
    func addStatus(of item: ParsedItem, to article: inout Article) {
        article.kind = kind(of: item, article)
        switch item.status?.trimmed.lowercased() {
        case "deleted", "canceled", "cancelled": article.status = .canceled
        case "blocked", "withheld": article.status = article.status == .canceled ? .canceled : .withheld
        default: break
        }
        if context.holdsEmbargoed, article.status == .usable, let end = article.embargoedUntil, end.utc > article.fetched.utc {
            article.status = .withheld
        }
        switch article.status {
        case .canceled: article.changeType = .kill
        case .withheld: article.changeType = article.changeType ?? .hold
        case .usable: break
        }
        if let reason = item.statusReason.trimmedIfAny, article.status != .usable {
            article.advisory = article.advisory ?? reason
        }
    }

    /// An item without text is what its first asset is: a caption alone is a picture.
    private func kind(of item: ParsedItem, _ article: Article) -> Article.Kind {
        if article.markers?.contains(where: { $0.class == .advisory }) == true { return .advisory }
        guard article.text.isEmpty, let media = article.media?.first else { return .text }
        switch item.type.flatMap(MediaKind.of(dublinCore:)) ?? media.kind {
        case .picture: return .picture
        case .video: return .video
        case .audio: return .audio
        case .document: return .text
        }
    }
}
