// SPDX-License-Identifier: Apache-2.0
public import Feeds
public import FoundationEssentials
import Markup

/// Turns what a publisher said into what we say: one item of one feed into an `Article` (docs/ARTICLE.md).
///
/// A pure function of its arguments. Every cleaned field keeps its raw twin, and every repair and doubt becomes a warning.
public struct Normalizer: Hashable, Sendable {
    let context: FeedContext
    let places: PlaceTable

    /// A normalizer for the items of one feed.
    public init(context: FeedContext, places: PlaceTable) {
        self.context = context
        self.places = places
    }

    /// The article that `item` is, without an `id`, which only the story it belongs to can give.
    ///
    /// - Parameter received: when the document was fetched; it stands in for dates that can't be.
    public func article(from item: ParsedItem, in feed: ParsedFeed, received: Date) throws(ItemError) -> Article {
        var article = blank(feed, received: received)
        let body = ItemBody(item)
        addIdentity(of: item, in: feed, to: &article)
        addHeadline(of: item, to: &article)
        let lead = lead(of: body, item, received: received)
        addText(lead, body, of: item, to: &article)
        addMedia(of: item, body, lead, isJSON: feed.format == .jsonfeed10 || feed.format == .jsonfeed11, to: &article)
        addAgency(of: item, lead, to: &article)
        addByline(of: item, lead, in: feed, to: &article)
        addDates(of: item, received: received, to: &article)
        addSubjects(of: item, in: feed, to: &article)
        addRights(of: item, in: feed, to: &article)
        addStatus(of: item, to: &article)
        guard !isEmpty(article, item) else { throw .empty }
        article.hashes = hashes(of: article)
        return article
    }

    /// The kill that a withdrawn entry is (RFC 6721): a canceled article with the entry's id and no text.
    public func article(from deletion: Deletion, in feed: ParsedFeed, received: Date) -> Article {
        var item = ParsedItem(position: 0)
        item.id = deletion.id
        item.updated = deletion.date
        var article = blank(feed, received: received)
        addIdentity(of: item, in: feed, to: &article)
        addDates(of: item, received: received, to: &article)
        article.status = .canceled
        article.changeType = .kill
        article.advisory = deletion.comment.trimmedIfAny
        article.hashes = hashes(of: article)
        return article
    }
}

extension Normalizer {
    private func blank(_ feed: ParsedFeed, received: Date) -> Article {
        let reference = Article.FeedReference(
            name: context.name, url: PublicURI.withoutCredentials(context.url),
            title: context.title.trimmedIfAny ?? (feed.title?.plain).trimmedIfAny, homepage: feed.link.trimmedIfAny,
            language: feed.language.flatMap(LanguageTag.canonical))
        return Article(feed: reference, fetched: Article.Moment(utc: received.rfc3339, quality: DateQuality.exact.rawValue))
    }

    private func isEmpty(_ article: Article, _ item: ParsedItem) -> Bool {
        article.headline.isEmpty && article.text.isEmpty && article.media == nil && item.id == nil && article.link == nil
    }

    /// An item that is nothing but captions is told apart by them.
    private func hashes(of article: Article) -> Article.Hashes {
        let captions = article.text.isEmpty ? (article.media ?? []).compactMap(\.caption) : []
        return Article.Hashes(headline: article.headline, text: article.text, captions: captions.joined(separator: "\n"))
    }
}

extension Article {
    /// Notes a repair or a doubt.
    mutating func warn(_ warning: String) {
        warnings = (warnings ?? []) + [warning]
    }
}
