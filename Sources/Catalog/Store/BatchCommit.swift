// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import GRDB
import Stories

/// One batch on its way into the catalog, within one transaction.
struct BatchCommit {
    let db: Database
    private(set) var batch: Batch
    /// The articles, in document order.
    let items: [PreparedBatch.Item]
    let strategy: IdentityStrategy
    let identities: Identities
    let sketches: Sketches
    let recent: RecentStories
    let now: Int64
    var counters: Counters
    var commitment: Commitment

    /// Does everything that the batch asks for; the caller commits, or rolls all of it back.
    static func run(_ prepared: PreparedBatch, in db: Database, recent: RecentStories) throws -> Commitment {
        var commit = try BatchCommit(prepared, db, recent)
        try commit.appendEvents()
        try commit.judgeAll()
        for deletion in prepared.batch.deletions { try commit.withdraw(deletion) }
        for rejection in prepared.batch.rejections { try commit.reject(rejection) }
        try commit.finish()
        return commit.commitment
    }

    private init(_ prepared: PreparedBatch, _ db: Database, _ recent: RecentStories) throws {
        self.db = db
        self.recent = recent
        (batch, items, strategy) = (prepared.batch, prepared.items, prepared.strategy)
        identities = try Identities(db)
        sketches = try Sketches(db)
        now = batch.at.milliseconds
        counters = try Counters.fetch(db)
        commitment = Commitment(feed: batch.feed)
    }

    /// Oldest first, so that revisions follow time; of one moment, the last of the document first, since feeds list the newest first.
    var order: [Int] {
        batch.articles.indices.sorted { one, other in
            let (first, second) = (batch.articles[one].effective.utc, batch.articles[other].effective.utc)
            return first == second ? one > other : first < second
        }
    }

    mutating func append(_ event: LogEvent) throws {
        try counters.append(event, at: batch.at, in: db)
    }
}

extension BatchCommit {
    private mutating func appendEvents() throws {
        for event in batch.events { try append(event) }
    }

    private mutating func reject(_ rejection: Rejection) throws {
        commitment.counts.rejected += 1
        try append(.rejected(rejection, feed: batch.feed.name))
    }

    private mutating func finish() throws {
        let before = try FeedState.fetch(db, name: batch.feed.name)
        let isFirst = before?.url != batch.feed.url || before?.lastStory == nil
        if let settle = batch.settle { batch.feed = settle(batch.feed, commitment.counts, isFirst) }
        if let poll = batch.poll {
            if !isFirst { try reportGap(since: before?.lastSuccess) }
            try append(.poll(poll, counts: commitment.counts, next: batch.feed.nextPoll, feed: batch.feed.name))
        }
        try saveFeed(before)
        try sketches.forget(before: now)
        try counters.save(db)
        (commitment.lastSequence, commitment.lastLogSequence) = (counters.sequence, counters.logSequence)
    }

    /// Nothing of the document was known, though the feed was read before: what scrolled out between the two polls is lost.
    private mutating func reportGap(since time: Date?) throws {
        guard !batch.isDelta, !batch.articles.isEmpty, commitment.counts.new == batch.articles.count else { return }
        commitment.isGap = true
        try append(.gap(feed: batch.feed.name, items: batch.articles.count, since: time))
    }

    private mutating func saveFeed(_ before: FeedState?) throws {
        let counts = commitment.counts
        var feed = batch.feed
        feed.identity = batch.articles.isEmpty ? before?.identity : strategy
        feed.totalNew = (before?.totalNew ?? 0) + counts.new
        feed.totalRevised = (before?.totalRevised ?? 0) + counts.revised
        feed.totalDuplicate = (before?.totalDuplicate ?? 0) + counts.duplicate
        // An order that came while the poll was on its way holds.
        feed.isPaused = before?.isPaused ?? feed.isPaused
        feed.lastStory = counts.new + counts.revised > 0 ? batch.at : before?.lastStory
        try feed.save(db)
        commitment.feed = feed
    }
}
