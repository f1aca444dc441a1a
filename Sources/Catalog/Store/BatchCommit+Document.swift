// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import GRDB
import Stories

extension BatchCommit {
    /// Judges every article, but for those that are as they were in the last document.
    mutating func judgeAll() throws {
        guard !items.isEmpty else { return }
        guard !batch.isArchive, !batch.isDelta else {
            for position in order { _ = try judge(position) }
            return
        }
        let last = try LastDocument.fetch(db, feed: batch.feed.name)
        let known = last?.known(at: now) ?? [:]
        var document = LastDocument(refreshed: known.isEmpty ? now : last?.refreshed ?? now, items: [])
        for position in order {
            let digest = items[position].digest
            if let story = known[digest] {
                commitment.counts.unchanged += 1
                document.items.append(LastDocument.Item(digest: digest, story: story))
            } else {
                let (story, isSettled) = try judge(position)
                document.items.append(LastDocument.Item(digest: isSettled ? digest : nil, story: story))
            }
        }
        if let last { try reportGone(since: last, in: document) }
        guard document.items != last?.items || document.refreshed != last?.refreshed else { return }
        try document.save(db, feed: batch.feed.name)
    }

    /// Notes what the publisher took out of a document that lists the newest first: gone before older items, it did not scroll out.
    ///
    /// Never a kill: a publisher that means one says so.
    private mutating func reportGone(since last: LastDocument, in document: LastDocument) throws {
        guard batch.isWhole, batch.rejections.isEmpty, listsNewestFirst else { return }
        let present = Set(document.items.map(\.story))
        let missing = Set(last.items.map(\.story)).subtracting(present).sorted()
        let stayed = Set(last.items.map(\.story)).intersection(present)
        guard !missing.isEmpty, missing.count <= stayed.count, let oldest = try stayed.compactMap(effective).min() else { return }
        for number in missing {
            guard let story = try StoredStory.fetch(db, number: number), let time = story.effective, time > oldest, story.status == .usable
            else { continue }
            try reportGone(story)
        }
    }

    private func effective(_ number: Int64) throws -> Int64? { try StoredStory.fetch(db, number: number)?.effective }

    private mutating func reportGone(_ story: StoredStory) throws {
        let event = LogEvent("story", feed: batch.feed.name).with("verdict", VerdictName.withdrawn.rawValue).with("story", story.id)
            .with("rev", story.revision).with("link", story.link).with("headline", story.headline).with("code", "gone")
        try append(event)
        try note(.withdrawn, story: story.number, sequence: nil, code: "gone", weighed: [])
    }

    /// Every item has a date of the publisher's, and none is older than the next.
    private var listsNewestFirst: Bool {
        let times = batch.articles.map { $0.effective.quality == "fetch-time" ? "" : $0.effective.utc }
        return !times.contains("") && zip(times, times.dropFirst()).allSatisfy { $0 >= $1 }
    }
}
