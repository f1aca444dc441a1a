// SPDX-License-Identifier: Apache-2.0
public import Articles

extension Article {
    /// The article as the first revision of a story.
    ///
    /// - Parameter id: the story's id, which no other story has.
    public func beginning(_ id: String, as novelty: Verdict.Novelty) -> Article {
        var first = self
        first.begin(id, as: novelty)
        return first
    }

    /// Never inlined: what touches single fields of an article makes the compiler return a copy of it, with all its strings.
    @inline(never)
    private mutating func begin(_ id: String, as novelty: Verdict.Novelty) {
        (self.id, revision) = (id, 1)
        (supersedes, changeType, matchedBy, changes) = (nil, nil, nil, nil)
        switch novelty {
        case .unseen, .recycledKey: break
        case .copy(let original): copyOf = original
        case .related(let story): related = (related ?? []) + [story]
        case .targetNotFound(let change):
            changeType = change
            warnings = (warnings ?? []) + ["targetNotFound"]
            if change == .kill || change == .hold { kind = .advisory }
        }
    }

    /// The article as the next revision of a story; a kill or a hold becomes its tombstone, without the withdrawn words.
    public func following(_ story: KnownStory, as change: ChangeType, matchedBy match: Match) -> Article {
        var next = self
        (next.id, next.revision) = (story.id, story.revision + 1)
        (next.supersedes, next.changeType, next.matchedBy) = (story.contentHash, change, match)
        switch change {
        case .kill: next.withdraw(as: .canceled, of: story)
        case .hold: next.withdraw(as: .withheld, of: story)
        default: next.changes = Changes(from: story, to: self)
        }
        return next
    }

    /// A withdrawal that has words of its own says why; they stay as its advisory. The withdrawn words do not.
    private mutating func withdraw(as status: Status, of story: KnownStory) {
        self.status = status
        let hasReasons = story.contentHash != hashes.content && !story.isTextForgotten
        let reasons = hasReasons ? paragraphs(apartFrom: story.text) : []
        if !reasons.isEmpty { advisory = ([advisory].compactMap(\.self) + reasons).joined(separator: "\n\n") }
        (summary, html, media, bodyStart, changes) = (nil, nil, nil, nil, nil)
        (text, bodyComplete) = ("", false)
    }

    /// The paragraphs of which less than half stands in `other`; none stand there word for word, however short.
    private func paragraphs(apartFrom other: String) -> [String] {
        text.split(separator: "\n\n").map(String.init).filter { !other.contains($0) && (Overlap.containment($0, other) ?? 0) < 0.5 }
    }
}

extension Article.Changes {
    /// What `article` has that the story's latest revision had not, and the reverse.
    init(from story: KnownStory, to article: Article) {
        // Equal content hashes: the story's text was not read, and no word of it changed.
        let isSame = story.contentHash == article.hashes.content
        let (old, new) = isSame ? (Census(""), Census("")) : (Census(story.text), Census(article.text))
        self.init(
            headline: story.titleHash != article.hashes.title,
            paragraphsAdded: Census.count(new.paragraphs, without: old.paragraphs),
            paragraphsRemoved: Census.count(old.paragraphs, without: new.paragraphs))
        wordsAdded = Census.count(new.words, without: old.words)
        wordsRemoved = Census.count(old.words, without: new.words)
        numbersAdded = new.numbersOnly(without: old)
        numbersRemoved = old.numbersOnly(without: new)
    }
}

/// How often each paragraph and each word stands in a text, and its numbers.
private struct Census {
    private(set) var paragraphs: [ArraySlice<UInt8>: Int] = [:]
    private(set) var words: [UInt64: Int] = [:]
    private var numbers: [Fact] = []

    init(_ text: String) {
        guard !text.isEmpty else { return }
        for paragraph in Array(text.utf8).split(separator: UInt8(ascii: "\n")) { paragraphs[paragraph, default: 0] += 1 }
        let body = BodyPortrait(Letters(text), headline: [])
        for token in body.tokens.hashes { words[token, default: 0] += 1 }
        numbers = body.numbers
    }

    func numbersOnly(without other: Census) -> [String]? {
        let keys = Set(other.numbers.map(\.key))
        let only = numbers.filter { !keys.contains($0.key) }.prefix(20).map(\.text)
        return only.isEmpty ? nil : only
    }

    static func count<Key: Hashable>(_ these: [Key: Int], without those: [Key: Int]) -> Int {
        these.reduce(0) { $0 + max(0, $1.value - (those[$1.key] ?? 0)) }
    }
}
