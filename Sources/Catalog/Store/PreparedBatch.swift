// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import Stories

/// A batch with all that its articles say of themselves: made beside the catalog, so that nobody waits for it there.
struct PreparedBatch: Sendable {
    /// One article, and what follows from it and its document alone. Shared, because an article is much to copy.
    final class Item: Sendable {
        let article: Article
        /// The strongest of its keys.
        let key: StoryKey
        /// The names it goes by, the key's first.
        let names: [Identities.Name]
        /// The name of its text within its publisher's feeds; nil where there is no text to compare.
        let text: Identities.Name?
        let fingerprint: String
        /// When it took effect, in milliseconds; nil where that can't be read.
        let time: Int64?
        /// What `LastDocument` knows it by.
        let digest: [UInt8]
        /// Nil where the last document had the item already: hardly ever will anybody look for another.
        let clues: Clues?

        init(_ article: Article, _ keys: [StoryKey], in batch: Batch, known: Set<[UInt8]>) {
            key = keys[0]
            names = keys.map { Identities.Name($0, feed: batch.feed.name) }
            text = Identities.Name(textOf: article, publisher: batch.publisher)
            fingerprint = article.fingerprint
            digest = LastDocument.digest(article, key: key)
            clues = known.contains(digest) ? nil : Clues(article)
            time = article.effective.instant?.milliseconds
            // At last: it is moved, where an article that is still needed would be copied with all its strings.
            self.article = article
        }
    }

    var batch: Batch
    /// In document order.
    let items: [Item]
    /// What the keys were read from.
    let strategy: IdentityStrategy

    /// - Parameter known: what the last document of the feed held, as `LastDocument` knows it.
    init(_ batch: Batch, known: Set<[UInt8]>) {
        self.batch = batch
        let identity = StoryIdentity(of: batch.articles, strategy: batch.identity)
        strategy = identity.strategy
        items = batch.articles.indices.map { Item(batch.articles[$0], identity.keys[$0], in: batch, known: known) }
    }
}
