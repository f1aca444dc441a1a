// SPDX-License-Identifier: Apache-2.0
public import Articles

extension Article {
    /// The article as the first revision of a story.
    ///
    /// - Parameter id: the story's id, which no other story has.
    public func beginning(_ id: String, as novelty: Verdict.Novelty) -> Article {
        var first = self
        (first.id, first.revision) = (id, 1)
        (first.supersedes, first.changeType, first.matchedBy, first.changes) = (nil, nil, nil, nil)
        guard case .targetNotFound(let change) = novelty else { return first }
        first.changeType = change
        first.warnings = (warnings ?? []) + ["targetNotFound"]
        if change == .kill || change == .hold { first.kind = .advisory }
        return first
    }

    /// The article as the next revision of a story; a kill or a hold becomes its tombstone, without the withdrawn words.
    public func following(_ story: KnownStory, as change: ChangeType, matchedBy match: Match) -> Article {
        var next = self
        (next.id, next.revision) = (story.id, story.revision + 1)
        (next.supersedes, next.changeType, next.matchedBy) = (story.contentHash, change, match)
        switch change {
        case .kill: next.withdraw(as: .canceled)
        case .hold: next.withdraw(as: .withheld)
        default: next.changes = Changes(from: story, to: self)
        }
        return next
    }

    private mutating func withdraw(as status: Status) {
        self.status = status
        (summary, html, media, bodyStart, changes) = (nil, nil, nil, nil, nil)
        (text, bodyComplete) = ("", false)
    }
}

extension Article.Changes {
    /// What `article` has that the story's latest revision had not, and the reverse.
    init(from story: KnownStory, to article: Article) {
        // Equal content hashes: the story's text was not read, and no word of it changed.
        let isSame = story.contentHash == article.hashes.content
        let before = isSame ? [:] : Self.paragraphs(story.text)
        let after = isSame ? [:] : Self.paragraphs(article.text)
        self.init(
            headline: story.titleHash != article.hashes.title,
            paragraphsAdded: Self.count(after, without: before),
            paragraphsRemoved: Self.count(before, without: after))
    }

    /// How often each paragraph stands in `text`; compared byte for byte.
    private static func paragraphs(_ text: String) -> [ArraySlice<UInt8>: Int] {
        let paragraphs = Array(text.utf8).split(separator: UInt8(ascii: "\n"))
        return Dictionary(paragraphs.map { ($0, 1) }, uniquingKeysWith: +)
    }

    private static func count(_ these: [ArraySlice<UInt8>: Int], without those: [ArraySlice<UInt8>: Int]) -> Int {
        these.reduce(0) { $0 + max(0, $1.value - (those[$1.key] ?? 0)) }
    }
}
