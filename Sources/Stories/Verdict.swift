// SPDX-License-Identifier: Apache-2.0
public import Articles
import FoundationEssentials

/// What an article is to the stories already known.
public enum Verdict: Hashable, Sendable {
    /// A story of its own.
    case new(Novelty)
    /// Nothing that matters changed since the story was last seen; nothing is published.
    case unchanged(of: KnownStory, Sameness)
    /// The story's next revision; for a kill or a hold, its tombstone.
    case revision(of: KnownStory, Article.ChangeType, Article.Match)
    /// The same text of the same publisher under another key; nothing is published, and the log says so.
    case duplicate(of: KnownStory, code: String)

    /// Why a story is new.
    public enum Novelty: Hashable, Sendable {
        case unseen
        /// Its guid or link was another story's before.
        case recycledKey(of: String)
        /// It announces a change to a story that we don't have.
        case targetNotFound(Article.ChangeType)
        /// Another publisher's story stands in it.
        case copy(of: String)
        /// It may be another state of a known story, but not surely enough.
        case related(Article.RelatedStory)
    }

    /// Why an article counts as unchanged.
    public enum Sameness: Hashable, Sendable {
        case same
        /// An earlier revision that a cache brought back.
        case stale
        /// The text keeps changing by itself, as with a clock in it; the story's revisions have ended.
        case churning
    }
}

extension Verdict {
    /// Revisions of one story that changed nothing but the text; then a clock in the text is assumed.
    public static let silentRevisionLimit = 24

    /// Decides about one article; pure, and the same for the same arguments.
    ///
    /// - Parameters:
    ///   - known: the stories found under the article's keys, strongest first, then those with the identical text.
    ///   - likenesses: stories that it resembles; they count only where `known` decides nothing.
    public static func on(_ article: Article, given known: [KnownStory], resembling likenesses: [Likeness] = []) -> Verdict {
        let sameKey = known.filter { $0.evidence != .identicalText }
        if let withdrawal = article.withdrawal { return withdrawing(article, withdrawal, known, likenesses) }
        if let verdict = withdrawingDoubtfully(article, sameKey, likenesses) { return verdict }
        for story in sameKey {
            if let sameness = story.sameness(with: article) { return .unchanged(of: story, sameness) }
        }
        if let story = sameKey.first(where: { !$0.isAnotherStory(than: article) }) { return revising(story, with: article) }
        for story in known where story.evidence == .identicalText {
            if let verdict = repeating(story, with: article) { return verdict }
        }
        if let best = likenesses.best { return joining(best, with: article) }
        if let recycled = sameKey.first { return .new(.recycledKey(of: recycled.id)) }
        if let change = article.announcedChange, change != .update { return .new(.targetNotFound(change)) }
        return .new(.unseen)
    }
}

extension Verdict {
    /// A withdrawal finds its story by key, else by its text, whatever else it says.
    private static func withdrawing(
        _ article: Article, _ change: Article.ChangeType, _ known: [KnownStory], _ likenesses: [Likeness]
    ) -> Verdict {
        if known.isEmpty, let target = likenesses.filter(\.isOfSamePublisher).best {
            let isDone = target.story.isWithdrawn(as: change, by: article)
            return isDone ? .duplicate(of: target.story, code: target.code) : .revision(of: target.story, change, target.match)
        }
        guard let story = known.first else { return .new(.targetNotFound(change)) }
        if story.lastSeen == article.fingerprint || story.isWithdrawn(as: change, by: article) { return .unchanged(of: story, .same) }
        if story.silentRevisions >= silentRevisionLimit { return .unchanged(of: story, .churning) }
        return .revision(of: story, change, story.match)
    }

    /// What may be a withdrawal is one where it bears a story's headline, and nothing else of it (`DoubtfulWithdrawal`).
    private static func withdrawingDoubtfully(_ article: Article, _ sameKey: [KnownStory], _ likenesses: [Likeness]) -> Verdict? {
        let target = likenesses.filter { $0.isOfSamePublisher && $0.isWithdrawn && $0.story.status == .usable }.best
        if let target { return .revision(of: target.story, .kill, target.match) }
        guard let story = sameKey.first, story.status == .usable, DoubtfulWithdrawal.withdraws(story.headline, of: article) else {
            return nil
        }
        // The same headline with a slug that says `kill` for the second time is known.
        guard story.titleHash != article.hashes.title || story.contentHash != article.hashes.content else { return nil }
        return .revision(of: story, .kill, Article.Match(code: "headline"))
    }

    private static func revising(_ story: KnownStory, with article: Article) -> Verdict {
        let isAnnounced = !article.announcements.isSubset(of: story.announcements)
        let isSilent = !isAnnounced && article.hashes.title == story.titleHash && !article.goesOn(from: story)
        if isSilent, story.silentRevisions >= silentRevisionLimit { return .unchanged(of: story, .churning) }
        var match = story.match
        if let overlap = Overlap.containment(story.text, article.text) { match.numbers = ["C3": rounded(overlap)] }
        let isOfCaptions = isSilent && article.text.isEmpty && story.text.isEmpty && story.contentHash != article.hashes.content
        return .revision(of: story, isAnnounced ? article.announcedChange ?? .update : isOfCaptions ? .metadata : .update, match)
    }

    /// Identical text under another key (rule R3), or nil where it must be a story of its own.
    private static func repeating(_ story: KnownStory, with article: Article) -> Verdict? {
        guard story.status == .usable, article.text.utf8.count >= leastText else { return nil }
        guard let known = story.effective, let now = article.effective.instant else { return nil }
        let hours = now.timeIntervalSince(known).magnitude / 3600
        guard hours <= 96, hours <= 18 || !(story.isRecurring || article.text.utf8.count < teaser) else { return nil }
        let announced = article.announcedChange
        // The text of an earlier revision is late, not new, however late it is.
        let isLate = story.contentHash != article.hashes.content
        guard announced != nil || (hours > 72 && !isLate) else { return .duplicate(of: story, code: "R3") }
        return .revision(of: story, announced ?? .repetition, Article.Match(code: "R3", numbers: ["C3": 1, "dt": rounded(hours)]))
    }

    /// Another text that resembles a story's: its next revision where that is sure, else a story of its own with a pointer.
    private static func joining(_ likeness: Likeness, with article: Article) -> Verdict {
        let story = likeness.story
        let related = Article.RelatedStory(id: story.id, score: rounded(likeness.comparison.containment), reason: likeness.code)
        if !likeness.isOfSamePublisher { return .new(likeness.isCopy(article) ? .copy(of: story.id) : .related(related)) }
        guard likeness.tier == .sure else { return .new(.related(related)) }
        // A withdrawn story stays so, and an old state that comes late does not replace a newer one.
        guard story.status == .usable, !story.isNewer(than: article) else { return .new(.related(related)) }
        return .revision(of: story, likeness.change(of: article), likeness.match)
    }

    private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }

    /// Bytes. Shorter texts ("Markets are closed today.") are the same without being the same story.
    private static let leastText = 60
    /// Bytes. A shorter text is a teaser, which may stand under tomorrow's live page as well.
    private static let teaser = 160
}

extension Likeness {
    fileprivate var match: Article.Match { Article.Match(code: code, numbers: numbers) }

    /// Another publisher carries the story: the text says whose it is, or is surely the same. Nobody copies his own.
    fileprivate func isCopy(_ article: Article) -> Bool {
        guard let agency = article.agency else { return tier == .sure }
        let isCredited = agency.code == story.publisher && (agency.from == .dateline || agency.from == .credit)
        return isCredited || (tier == .sure && agency.code != publisher)
    }

    /// What kind of revision the article is.
    fileprivate func change(of article: Article) -> Article.ChangeType {
        if let announced = article.announcedChange { return announced }
        if comparison.isSame, comparison.headlines == 1 { return .repetition }
        return comparison.announcesChange ? .correction : .update
    }
}

extension Article {
    /// The text is longer by a sentence, as that of a live report is again and again. A clock or a list of other stories changes in place.
    public func goesOn(from story: KnownStory) -> Bool {
        story.contentHash != hashes.content && text.utf8.count >= story.text.utf8.count + Article.sentence
    }

    /// Bytes.
    private static let sentence = 80

    /// It is a kill or a hold.
    var withdrawal: ChangeType? {
        guard let change = announcedChange, change == .kill || change == .hold else { return nil }
        return change
    }
}

extension KnownStory {
    /// How the article is the story as it is known, or nil where something changed.
    fileprivate func sameness(with article: Article) -> Verdict.Sameness? {
        if lastSeen == article.fingerprint { return isReinstated(by: article) ? nil : .same }
        // Once, an editor may have taken a change back; what is dated back, or goes to and fro, comes out of caches.
        let returns = contentHash == article.hashes.content ? 0 : earlierHashes[article.hashes.content] ?? 0
        if returns > (isNewer(than: article) ? 0 : 1), !isOlder(than: article) { return .stale }
        guard contentHash == article.hashes.content, article.announcements.isSubset(of: announcements) else { return nil }
        return status == article.status || !isReinstated(by: article) ? .same : nil
    }

    /// The publisher sends a withdrawn story again, with a later date: a cache would bring the old one.
    private func isReinstated(by article: Article) -> Bool {
        status != .usable && article.status == .usable && isOlder(than: article)
    }

    /// It is withdrawn already, and the article gives no other reason.
    fileprivate func isWithdrawn(as change: Article.ChangeType, by article: Article) -> Bool {
        guard status == (change == .kill ? .canceled : .withheld) else { return false }
        return article.text.isEmpty || contentHash == article.hashes.content || earlierHashes[article.hashes.content] != nil
    }

    fileprivate func isNewer(than article: Article) -> Bool {
        guard let date = article.effective.instant, let effective else { return false }
        return date < effective
    }

    private func isOlder(than article: Article) -> Bool {
        guard let date = article.publishersDate?.instant, let effective else { return false }
        return effective < date
    }

    /// The key was given to another story: other link, other headline, and hardly a word in common.
    fileprivate func isAnotherStory(than article: Article) -> Bool {
        guard titleHash != article.hashes.title, hasOtherAddress(than: article) else { return false }
        if let overlap = Overlap.containment(text, article.text) { return overlap < 0.2 }
        return (Overlap.headlines(headline, article.headline) ?? 0) < 0.4
    }

    private func hasOtherAddress(than article: Article) -> Bool {
        switch evidence {
        case .guid: link == nil || !PageNumber.same(link, article.canonicalLink ?? article.link, guid: article.ids.guid)
        // Publishers that make a guid from the headline make a new one with each. Days later the page is another's: a live page.
        case .link: article.ids.guid ?? article.ids.atomId != nil && isOutOfReach(of: article)
        case .content, .identicalText, .likeness: false
        }
    }

    private func isOutOfReach(of article: Article) -> Bool {
        guard let effective, let date = article.effective.instant else { return false }
        return date.timeIntervalSince(effective).magnitude > PairRule.window * 3600
    }

    fileprivate var match: Article.Match {
        Article.Match(code: evidence == .identicalText ? "R3" : "key-\(evidence.rawValue)")
    }
}
