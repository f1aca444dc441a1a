// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials

/// What all items of one document have in common, worked out once.
struct FeedHeader {
    var reference: Article.FeedReference
    var received: Article.Moment
    /// Of the document; an item adds its place.
    var provenance: Provenance
    /// The names of the feed in lower case: none of them is a person's.
    var names: Set<String>
    var rights: String?
    /// The feed's language as sent.
    private let language: String?
    /// Of the configured address.
    var host: String?
    /// The people whom an author's name names.
    let people = Recollection<String, [String]>()
    /// What the credits of an asset say together.
    let credits = Recollection<[MediaCredit], Credit?>()

    init(_ feed: ParsedFeed, context: FeedContext, document: Provenance, received: Date) {
        let title = feed.title?.plain
        reference = Article.FeedReference(
            name: context.name, url: PublicURI.withoutCredentials(context.url), title: context.title.trimmedIfAny ?? title.trimmedIfAny,
            homepage: feed.link.trimmedIfAny, language: feed.language.flatMap(LanguageTag.canonical),
            tags: context.tags.isEmpty ? nil : context.tags)
        provenance = document
        provenance.format = feed.format.rawValue
        provenance.encoding = feed.encoding
        provenance.repairs = feed.repairs.isEmpty ? nil : feed.repairs
        self.received = Article.Moment(utc: received.rfc3339, quality: DateQuality.exact.rawValue)
        names = Set([context.name, context.title, title].compactMap { $0?.collapsed.lowercased() })
        rights = (feed.rights?.plain).trimmedIfAny
        language = feed.language
        host = LinkParts(context.url)?.host
    }

    /// The tag in canonical case, or nil where it is none; mostly the feed's own, which is known already.
    func canonicalLanguage(_ tag: String) -> String? {
        tag == language ? reference.language : LanguageTag.canonical(tag)
    }
}
