// SPDX-License-Identifier: Apache-2.0
import Feeds

extension Normalizer {
    /// Fills kind, status and the reason of a change, once headline, text and media are known.
    func addStatus(of item: ParsedItem, _ lead: Lead, to article: inout Article) {
        article.kind = kind(of: item, article)
        switch item.status?.trimmed.lowercased() {
        case "deleted", "canceled", "cancelled": article.status = .canceled
        case "blocked", "withheld": article.status = article.status == .canceled ? .canceled : .withheld
        default: break
        }
        if context.holdsEmbargoed, article.status == .usable, isEmbargoed(article, lead) { article.status = .withheld }
        switch article.status {
        case .canceled: article.changeType = .kill
        case .withheld: article.changeType = article.changeType ?? .hold
        case .usable: break
        }
        if let reason = item.statusReason.trimmedIfAny, article.status != .usable {
            article.advisory = article.advisory ?? reason
        }
    }

    /// Where the end can't be told, an editor must look.
    private func isEmbargoed(_ article: Article, _ lead: Lead) -> Bool {
        guard let end = article.embargoedUntil else { return lead.embargo != nil }
        return end.utc > article.fetched.utc
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
