// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import GRDB
import Markup
import Stories

extension BatchCommit {
    /// An article with the names it goes by and the stories found under them.
    private struct Case {
        let position: Int?
        let item: PreparedBatch.Item
        var entries: [Identities.Entry] = []
        var stories: [StoredStory] = []
        var known: [KnownStory] = []
        /// Of the article as it came.
        var clues: Clues?
        /// The same; nil where there was nothing to compare it with.
        var portrait: Portrait?
        var likenesses: [Likeness] = []

        init(_ item: PreparedBatch.Item, at position: Int?) {
            (self.item, self.position, clues) = (item, position, item.clues)
        }

        var article: Article { item.article }
        var fingerprint: String { item.fingerprint }
    }

    /// Judges one article of the batch, and records what follows from the verdict.
    ///
    /// - Returns: the story's number, and whether the same item would get the same verdict from the next document.
    mutating func judge(_ position: Int) throws -> (story: Int64, isSettled: Bool) {
        let item = items[position]
        var this = try inquire(item, position)
        var verdict = Verdict.on(item.article, given: this.known)
        if case .new = verdict {
            try look(around: &this)
            if !this.likenesses.isEmpty { verdict = Verdict.on(item.article, given: this.known, resembling: this.likenesses) }
        }
        switch verdict {
        case .new(let novelty): return (try begin(this, novelty, key: item.key), true)
        case .unchanged(let known, let sameness):
            let story = try story(of: known, in: this)
            try pass(this, story, sameness)
            return (story.number, sameness == .same)
        case .revision(var known, let change, let match):
            let story = try story(of: known, in: this)
            // A story that was found by its words was compared by its portrait; now its text is asked for.
            if known.evidence == .likeness || known.evidence == .identicalText, known.contentHash != this.article.hashes.content {
                known.recall(try story.text(db))
            }
            try revise(this, story, known, change, match)
            return (story.number, true)
        case .duplicate(let known, let code):
            let story = try story(of: known, in: this)
            try skip(this, story, code, key: item.key)
            return (story.number, true)
        }
    }

    /// Cancels the story that the publisher deleted, if it is one of ours and still stands.
    mutating func withdraw(_ deletion: Withdrawal) throws {
        let key = StoryKey(.guid, deletion.id)
        guard let number = try identities.story(key, feed: batch.feed.name), let story = try StoredStory.fetch(db, number: number),
            story.status != .canceled
        else { return }
        // Outlets have the story, also where its record was pruned.
        let now = Article.Moment(utc: batch.at.rfc3339Seconds, quality: "exact")
        var article = try story.article(db) ?? bare(story, guid: deletion.id, at: now)
        let known = story.known(found: .guid, lastSeen: "")
        (article.fetched, article.advisory) = (now, deletion.reason ?? article.advisory)
        let this = Case(PreparedBatch.Item(article, [key], in: batch, known: []), at: nil)
        try revise(this, story, known, .kill, Article.Match(code: "deleted-entry"))
    }
}

extension BatchCommit {
    private func inquire(_ item: PreparedBatch.Item, _ position: Int) throws -> Case {
        var this = Case(item, at: position)
        this.entries = try item.names.map(identities.entry)
        // Where nothing changed under a key, nobody asks who else has the text.
        let isKnown = this.entries.contains { $0.memory?.fingerprint == item.fingerprint }
        if !isKnown, let text = item.text { this.entries.append(try identities.entry(text)) }
        for entry in this.entries {
            guard let memory = entry.memory, !this.stories.contains(where: { $0.number == memory.story }) else { continue }
            guard let story = try StoredStory.fetch(db, number: memory.story) else { continue }
            this.stories.append(story)
            this.known.append(try known(story, entry.evidence, memory, this))
        }
        return this
    }

    /// Compares the article with the stories that it may be a state of.
    private func look(around this: inout Case) throws {
        let clues = this.clues ?? Clues(this.article)
        this.clues = clues
        let time = this.item.time ?? now
        let found = try candidates(clues, at: time)
        guard !found.isEmpty || clues.isWithdrawal else { return }
        let portrait = Portrait(this.article, clues: clues)
        this.portrait = portrait
        this.likenesses = try resembling(portrait, this.article, at: time, among: found)
    }

    /// Reads the story's text only where the verdict compares it.
    private func known(_ story: StoredStory, _ evidence: KnownStory.Evidence, _ memory: Identities.Memory, _ this: Case) throws
        -> KnownStory
    {
        var known = story.known(found: evidence, lastSeen: evidence == .identicalText ? "" : memory.fingerprint)
        if evidence == .identicalText {
            let mask = Clues.mask(of: this.article)
            known.isRecurring = try sketches.recurs([mask], before: this.item.time ?? now, other: story.effective ?? now)
        }
        let isCompared = evidence != .identicalText && memory.fingerprint != this.fingerprint
        guard isCompared, story.contentHash != this.article.hashes.content else { return known }
        known.recall(try story.text(db))
        known.earlierHashes = try story.earlierHashes(db)
        return known
    }

    /// What is left to say of a story whose record was pruned.
    private func bare(_ story: StoredStory, guid: String, at moment: Article.Moment) -> Article {
        var article = Article(feed: Article.FeedReference(name: batch.feed.name, url: batch.feed.url), fetched: moment)
        (article.headline, article.headlineRaw, article.link, article.ids.guid) = (story.headline, story.headline, story.link, guid)
        (article.hashes.content, article.hashes.title) = (story.contentHash, story.titleHash)
        return article
    }

    private func story(of known: KnownStory, in this: Case) throws -> StoredStory {
        if let story = this.stories.first(where: { $0.id == known.id }) { return story }
        guard let story = try StoredStory.fetch(db, id: known.id) else {
            throw CatalogError.unexpected(reason: "a verdict about a story that was not offered")
        }
        return story
    }
}

extension BatchCommit {
    private mutating func begin(_ this: Case, _ novelty: Verdict.Novelty, key: StoryKey) throws -> Int64 {
        counters.sequence += 1
        let usual = key.storyID(in: batch.feed.name)
        let id = try StoredStory.exists(db, id: usual) ? "\(usual).\(counters.sequence)" : usual
        let article = this.article.beginning(id, as: novelty)
        var story = StoredStory(number: counters.sequence, id: id, publisher: batch.publisher, sequence: counters.sequence)
        story.advance(to: article, sequence: counters.sequence, now: now)
        try record(article, story, this, isFirst: true)
        commitment.counts.new += 1
        try report(novelty.name, this, story, code: novelty.code ?? this.likenesses.first?.code, sequence: counters.sequence)
        return story.number
    }

    private mutating func revise(
        _ this: Case, _ story: StoredStory, _ known: KnownStory, _ change: Article.ChangeType, _ match: Article.Match
    ) throws {
        counters.sequence += 1
        let article = this.article.following(known, as: change, matchedBy: match)
        var story = story
        let isAgain = known.status != .usable && (change == .kill || change == .hold)
        let isOfHeadline = known.titleHash != article.hashes.title || !article.announcements.isSubset(of: known.announcements)
        let isOfText = (change == .update || change == .metadata) && !isOfHeadline && !this.article.goesOn(from: known)
        // A change of the headline is news: from then on the text may change again.
        if isAgain || isOfText { story.silentRevisions += 1 } else if isOfHeadline { story.silentRevisions = 0 }
        story.advance(to: article, sequence: counters.sequence, now: now)
        try record(article, story, this)
        commitment.counts.revised += 1
        let name = this.position == nil ? .withdrawn : VerdictName(change)
        try report(name, this, story, code: match.code, numbers: match.numbers, sequence: counters.sequence)
    }

    private mutating func skip(_ this: Case, _ story: StoredStory, _ code: String, key: StoryKey) throws {
        try remember(this, story)
        let insert = "INSERT OR REPLACE INTO copy (story, feed, key, link, seen) VALUES (?, ?, ?, ?, ?)"
        try db.cachedStatement(sql: insert).execute(arguments: [story.number, batch.feed.name, key.value, this.article.link, now])
        commitment.counts.duplicate += 1
        try report(.duplicate, this, story, code: code, sequence: nil, own: key.storyID(in: batch.feed.name))
    }

    /// Touches what is remembered once a day only, so that polls without news write next to nothing.
    private mutating func pass(_ this: Case, _ story: StoredStory, _ sameness: Verdict.Sameness) throws {
        commitment.counts.unchanged += 1
        commitment.counts.churning += sameness == .churning ? 1 : 0
        for entry in this.entries where entry.evidence != .identicalText {
            var memory = entry.memory ?? Identities.Memory(story: story.number, fingerprint: "", seen: 0)
            guard memory.story == story.number else { continue }
            let isNews = entry.memory == nil || (sameness == .same && memory.fingerprint != this.fingerprint)
            guard isNews || memory.seen < now - 86_400_000 else { continue }
            if isNews { memory.fingerprint = this.fingerprint }
            memory.seen = now
            try identities.save(entry, memory)
        }
    }
}

extension BatchCommit {
    private func record(_ article: Article, _ story: StoredStory, _ this: Case, isFirst: Bool = false) throws {
        try story.save(db)
        var json = JSONWriter(capacity: article.text.utf8.count * 2 + 2048)
        article.write(into: &json)
        let insert = """
            INSERT INTO version (sequence, story, revision, feed, content_hash, committed, created, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        try Query(db, insert).run(
            story.sequence, story.number, story.revision, batch.feed.name, story.contentHash, now, story.created, Data(json.bytes))
        try remember(this, story)
        try sketch(article, story, this, isFirst)
    }

    /// Lets later articles find this version by its words; a tombstone has none.
    private func sketch(_ article: Article, _ story: StoredStory, _ this: Case, _ isFirst: Bool) throws {
        guard article.status != .canceled else { return }
        // A withdrawal has lost its words.
        let isWhole = article.text == this.article.text
        let clues = (isWhole ? this.clues : nil) ?? Clues(article)
        try sketches.save(clues.sketch, mask: isFirst ? clues.mask : nil, of: story, now: now)
        recent.insert(clues.sketch, sequence: story.sequence, feed: batch.feed.name, time: story.effective ?? now)
        if isWhole, let portrait = this.portrait { recent.keep(portrait, story: story.number, sequence: story.sequence) }
    }

    private func remember(_ this: Case, _ story: StoredStory) throws {
        let memory = Identities.Memory(story: story.number, fingerprint: this.fingerprint, seen: now)
        for entry in this.entries { try identities.save(entry, memory) }
    }

    private mutating func report(
        _ verdict: VerdictName, _ this: Case, _ story: StoredStory, code: String?, numbers: [String: Double]? = nil, sequence: Int64?,
        own id: String? = nil
    ) throws {
        let article = this.article
        var event = LogEvent("story", feed: batch.feed.name).with("verdict", verdict.rawValue).with("story", id ?? story.id)
        event = event.with("rev", story.revision).with("guid", article.ids.guid ?? article.ids.atomId).with("link", article.link)
        event = event.with("headline", article.headline).with("code", code).with("of", id == nil ? nil : story.id)
        let nearest = this.likenesses.first { $0.code == code } ?? this.likenesses.first
        if let nearest, nearest.story.id != story.id { event = event.with("near", nearest.story.id) }
        let measured = numbers ?? nearest?.numbers ?? [:]
        for (name, number) in measured.sorted(by: { $0.key < $1.key }) { event = event.with(name, number) }
        let conflicts = nearest?.comparison.conflicts ?? []
        event = event.with("conflicts", conflicts.isEmpty ? nil : conflicts.joined(separator: "; "))
        try append(event)
        if !this.likenesses.isEmpty || verdict == .duplicate {
            try note(verdict, story: story.number, sequence: sequence, code: code, weighed: this.likenesses)
        }
        commitment.receipts.append(
            Receipt(
                position: this.position, sequence: sequence, id: story.id, revision: story.revision, verdict: verdict, code: code,
                headline: article.headline, place: article.dateline?.place, link: article.link))
    }
}

extension BatchCommit {
    /// Keeps the reasons of a decision for `explain`.
    func note(_ verdict: VerdictName, story: Int64, sequence: Int64?, code: String?, weighed: [Likeness]) throws {
        var json = JSONWriter(capacity: 512)
        json.array { json in
            for likeness in weighed { likeness.write(into: &json) }
        }
        let insert = "INSERT INTO decision (story, sequence, at, feed, verdict, code, weighed) VALUES (?, ?, ?, ?, ?, ?, ?)"
        try db.cachedStatement(sql: insert).execute(arguments: [story, sequence, now, batch.feed.name, verdict.rawValue, code, json.text])
    }
}

extension VerdictName {
    /// The word for a revision of this kind.
    init(_ change: Article.ChangeType) {
        switch change {
        case .update, .metadata: self = .revision
        case .correction, .refile: self = .correction
        case .repetition: self = .repetition
        case .kill: self = .kill
        case .hold: self = .withdrawn
        }
    }
}

extension Verdict.Novelty {
    fileprivate var code: String? {
        switch self {
        case .unseen: nil
        case .recycledKey: "recycled-key"
        case .targetNotFound: "targetNotFound"
        case .copy: nil
        case .related(let story): story.reason
        }
    }

    fileprivate var name: VerdictName {
        switch self {
        case .copy: .copy
        case .related: .related
        case .unseen, .recycledKey, .targetNotFound: .new
        }
    }
}
