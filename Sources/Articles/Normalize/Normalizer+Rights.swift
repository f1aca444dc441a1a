// SPDX-License-Identifier: Apache-2.0
import Feeds

extension Normalizer {
    /// Fills rights: the operator's word first, then the item's, its media's, the feed's.
    func addRights(of item: ParsedItem, in feed: ParsedFeed, _ header: FeedHeader, to article: inout Article) {
        var rights = context.rights
        rights.notice =
            rights.notice ?? (item.rights?.plain).trimmedIfAny ?? item.media.lazy.compactMap { $0.rights }.first.trimmedIfAny
            ?? header.rights
        rights.terms = rights.terms ?? item.media.lazy.compactMap { $0.rightsURL.trimmedIfAny }.first
        rights.licence = rights.licence ?? item.license.trimmedIfAny ?? feed.license.trimmedIfAny
        article.rights = rights == Article.Rights() ? nil : rights
    }
}
