// SPDX-License-Identifier: Apache-2.0
public import Articles
public import FoundationEssentials

/// What is compared of one story with another that its clues led to: the facts that it states, and its text in runs of words.
public struct Portrait: Sendable {
    /// What the story is looked for by.
    public let clues: Clues

    let headline: HeadlinePortrait
    let body: BodyPortrait
    /// The hashes of all words of headline and text, sorted.
    let vocabulary: [UInt64]
    /// Times of day at the start, in minutes.
    let clocks: Set<Int>
    /// A bit for each edition of a day that the story says it is.
    let editions: UInt16
    let isDigest: Bool
    /// It belongs to a report that is made again every day.
    let isSeries: Bool
    let language: Substring?
    /// When the story was sent or changed.
    public let effective: Date?

    /// The portrait of an article, made from its headline and text alone.
    public init(_ article: Article) { self.init(article, clues: Clues(article)) }

    /// - Parameter clues: the article's.
    public init(_ article: Article, clues: Clues) {
        self.clues = clues
        let language = article.language?.split(separator: "-").first
        self.language = language
        let title = Letters(article.headline)
        let text = Letters(article.text)
        headline = HeadlinePortrait(title, language: language)
        var titleWords: [UInt64] = []
        title.forEachWordHash(in: 0..<title.codes.count) { titleWords.append($0) }
        body = BodyPortrait(text, headline: titleWords.sortedOnce(), language: language)
        vocabulary = (titleWords + body.vocabulary).sortedOnce()
        clocks = ClockTimes.opening(title, text)
        editions = Editions.named(title, text)
        isDigest = Digest.isNamed(article)
        isSeries = article.markers?.contains { $0.class == .series } ?? false
        effective = article.effective.instant
    }
}
