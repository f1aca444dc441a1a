// SPDX-License-Identifier: Apache-2.0
import Articles
import Stories

extension Article {
    /// An article in the shape that the normaliser gives, with little in it.
    static func sample(
        guid: String? = "g1", link: String? = "https://wire.example/a", headline: String = "Ferry runs aground off the northern cape",
        text: String = Article.sampleText, date: String? = "2026-03-01T10:00:00Z", markers: [Marker] = []
    ) -> Article {
        let fetched = Moment(utc: "2026-03-01T12:00:00Z", quality: "fetch-time")
        var article = Article(feed: FeedReference(name: "coast", url: "https://wire.example/feed.xml"), fetched: fetched)
        article.ids.guid = guid
        (article.link, article.canonicalLink) = (link, link)
        (article.headline, article.text) = (headline, text)
        article.published = date.map { Moment(utc: $0, quality: "exact") }
        article.effective = article.published ?? fetched
        article.markers = markers.isEmpty ? nil : markers
        article.hashes = Hashes(headline: headline, text: text)
        return article
    }

    /// The article after `change`, its hashes computed again.
    func with(_ change: (inout Article) -> Void) -> Article {
        var changed = self
        change(&changed)
        changed.hashes = Hashes(headline: changed.headline, text: changed.text)
        return changed
    }

    static let sampleText = """
        The ferry Aurelia ran aground on Sunday morning with 214 people on board, the coast guard said.

        Nobody was hurt. Tugs from three harbours were on their way to the northern cape, where the wind was easing.
        """

    static let otherText = """
        Parliament voted late on Monday to raise the tax on sugar, after a debate of nine hours.

        Growers from the southern valleys had asked for two more years, and promised to go to court.
        """
}

extension KnownStory {
    /// What the catalog would remember of `article` as the latest revision of a story.
    static func of(_ article: Article, found evidence: Evidence = .guid, revision: Int = 1) -> KnownStory {
        var known = KnownStory(id: "tag:known", revision: revision, found: evidence)
        known.lastSeen = evidence == .identicalText ? "" : article.fingerprint
        (known.contentHash, known.titleHash) = (article.hashes.content, article.hashes.title)
        (known.headline, known.text, known.link) = (article.headline, article.text, article.canonicalLink)
        (known.effective, known.status) = (article.effective.instant, article.status)
        known.announcements = article.announcements
        return known
    }
}

extension Verdict {
    /// The verdict in a few words, for tables.
    var words: String {
        switch self {
        case .new(.unseen): "new"
        case .new(.recycledKey): "new, recycled key"
        case .new(.copy): "copy"
        case .new(.related(let story)): "related by \(story.reason)"
        case .new(.targetNotFound(let change)): "new, no target for \(change.rawValue)"
        case .unchanged(_, .same): "unchanged"
        case .unchanged(_, .stale): "unchanged, stale"
        case .unchanged(_, .churning): "unchanged, churning"
        case .revision(_, let change, let match): "\(change.rawValue) by \(match.code)"
        case .duplicate(_, let code): "duplicate by \(code)"
        }
    }
}
