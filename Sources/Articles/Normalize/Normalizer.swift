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
    let document: Provenance

    /// A normalizer for the items of one feed; `document` is what is known of the document that they stand in.
    public init(context: FeedContext, places: PlaceTable, document: Provenance = Provenance()) {
        self.context = context
        self.places = places
        self.document = document
    }

    /// Each item of the document as an article to keep, or why it can't be one, in document order.
    ///
    /// - Parameter received: when the document was fetched; it stands in for dates that can't be.
    public func articles(of feed: ParsedFeed, received: Date, each: (ParsedItem, consuming Result<Article, ItemError>) -> Void) {
        let header = header(of: feed, received: received)
        for item in feed.items { each(item, result(of: item, in: feed, header, received: received)) }
    }

    /// The article that `item` is, without an `id`, which only the story it belongs to can give.
    public func article(from item: ParsedItem, in feed: ParsedFeed, received: Date) throws(ItemError) -> Article {
        try result(of: item, in: feed, header(of: feed, received: received), received: received).get()
    }
}

extension Normalizer {
    private func header(of feed: ParsedFeed, received: Date) -> FeedHeader {
        FeedHeader(feed, context: context, document: document, received: received)
    }

    private func result(
        of item: ParsedItem, in feed: ParsedFeed, _ header: FeedHeader, received: Date
    ) -> Result<Article, ItemError> {
        let article = filled(from: item, in: feed, header, received: received)
        return isEmpty(article, item) ? .failure(.empty) : .success(article)
    }

    private func filled(from item: ParsedItem, in feed: ParsedFeed, _ header: FeedHeader, received: Date) -> Article {
        var article = Article(feed: header.reference, fetched: header.received)
        fill(&article, from: item, in: feed, header, received: received)
        return article
    }

    /// Never inlined: what touches single fields of an article makes the compiler return a copy of it, with all its strings.
    @inline(never)
    private func fill(_ article: inout Article, from item: ParsedItem, in feed: ParsedFeed, _ header: FeedHeader, received: Date) {
        var provenance = header.provenance
        provenance.position = item.position + 1
        article.provenance = provenance
        let body = ItemBody(item)
        addIdentity(of: item, in: feed, header, to: &article)
        addHeadline(of: item, to: &article)
        let lead = lead(of: body, item, received: received)
        addText(lead, body, of: item, to: &article)
        addNotice(to: &article)
        addMedia(of: item, body, lead, header, isJSON: feed.format == .jsonfeed10 || feed.format == .jsonfeed11, to: &article)
        addAgency(of: item, lead, to: &article)
        addByline(of: item, lead, header, to: &article)
        addDates(of: item, lead, received: received, to: &article)
        addSubjects(of: item, header, to: &article)
        addRights(of: item, in: feed, header, to: &article)
        addStatus(of: item, lead, to: &article)
        addHashes(to: &article)
    }

    private func isEmpty(_ article: Article, _ item: ParsedItem) -> Bool {
        article.headline.isEmpty && article.text.isEmpty && article.media == nil && item.id == nil && article.link == nil
    }

    /// An item that is nothing but captions is told apart by them.
    private func addHashes(to article: inout Article) {
        let captions = article.text.isEmpty ? (article.media ?? []).compactMap(\.caption) : []
        article.hashes = Article.Hashes(headline: article.headline, text: article.text, captions: captions.joined(separator: "\n"))
    }
}

extension Article {
    /// Notes a repair or a doubt.
    mutating func warn(_ warning: String) {
        warnings = (warnings ?? []) + [warning]
    }
}
