// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB
import Markup
import Stories

extension BatchCommit {
    /// The versions that may be an earlier state of the article, the likeliest first; several may belong to one story.
    func candidates(_ clues: Clues, at time: Int64) throws -> [Int64] {
        try recent.candidates(for: clues, feed: batch.feed.name, time: time, in: db, now: now)
    }

    /// The stories among these that the article resembles, the likeliest first.
    func resembling(_ portrait: Portrait, _ article: Article, at time: Int64, among found: [Int64]) throws -> [Likeness] {
        var stories: Set<Int64> = []
        var likenesses: [Likeness] = []
        for sequence in found where likenesses.count < RecentStories.most {
            guard let version = try recent.version(sequence, in: db), stories.insert(version.story).inserted,
                let story = try StoredStory.fetch(db, number: version.story)
            else { continue }
            let known = story.known(found: .likeness, lastSeen: "")
            let other = version.portrait
            let masks = [portrait.clues.mask, other.clues.mask]
            let recurs = try sketches.recurs(masks, before: time, other: other.effective?.milliseconds ?? now)
            likenesses.append(Likeness(portrait, to: known, version: other, isRecurring: recurs, publisher: batch.publisher))
        }
        let hasTarget = likenesses.contains { $0.verdict != "apart" && $0.story.publisher == batch.publisher }
        guard portrait.clues.isWithdrawal, !hasTarget, let named = try named(by: article, portrait, time) else { return likenesses }
        return [named] + likenesses.filter { $0.story.id != named.story.id }
    }

    /// The story that a withdrawal names in words of its own: of all the publisher's recent headlines, the one that has most of them.
    private func named(by article: Article, _ portrait: Portrait, _ time: Int64) throws -> Likeness? {
        let recent = try StoredStory.recent(db, publisher: batch.publisher, since: time - Int64(CandidateIndex.hours) * 3_600_000)
        guard let place = HeadlineSearch(article).best(of: recent.map(\.headline)) else { return nil }
        let story = recent[place]
        guard let version = try self.recent.version(story.sequence, in: db) else { return nil }
        let known = story.known(found: .likeness, lastSeen: "")
        return Likeness(
            portrait, to: known, version: version.portrait, isRecurring: false, publisher: batch.publisher, isNamed: true)
    }
}

extension Likeness {
    /// One candidate of a decision, for `explain`.
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("story", story.id)
            json.member("rev", story.revision)
            json.member("headline", story.headline)
            json.member("tier", verdict)
            json.member("code", code)
            for (name, number) in numbers.sorted(by: { $0.key < $1.key }) {
                json.key(named: name)
                json.value(number)
            }
            json.member("conflicts", comparison.conflicts.isEmpty ? nil : comparison.conflicts) { $0.value($1) }
        }
    }
}
