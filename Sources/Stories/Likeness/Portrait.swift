// SPDX-License-Identifier: Apache-2.0
public import Articles
public import FoundationEssentials

/// What is compared of one story with another: its text in runs of words, and the facts that it states.
public struct Portrait: Sendable {
    /// The 32 smallest hashes of its runs of four words (of five characters), each once: the story's fingerprints.
    public let prints: [UInt32]
    /// The same for the headlines of one series: numbers, days and directions are blanked out.
    public let mask: Int64
    /// The same for all headlines of the same words; nil without a headline.
    public let headlineKey: UInt64?
    /// The same for all stories whose headlines (without one, whose texts) begin with the same two content words.
    public let leadKey: UInt64?
    /// It says that it corrects, repeats or withdraws another.
    public var changesAnother: Bool { announcesChange || isWithdrawal }
    /// It withdraws another story.
    public let isWithdrawal: Bool
    /// The keys of the headlines that the text quotes, of a story that changes another.
    public let quotedKeys: [UInt64]
    /// The key of the headline without a word that may withdraw it: `KILL-…`, where that may be a compound.
    public let doubtedKey: UInt64?

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
    /// Somewhere it says that it corrects or repeats another.
    let announcesChange: Bool
    let language: Substring?
    /// When the story was sent or changed.
    public let effective: Date?

    /// The mask of an article whose portrait nobody needs.
    public static func mask(of article: Article) -> Int64 {
        SeriesMask.hash(headline: Letters(article.headline), text: Letters(article.text))
    }

    /// The portrait of an article, made from its headline and text alone.
    public init(_ article: Article) {
        let language = article.language?.split(separator: "-").first
        self.language = language
        let title = Letters(article.headline)
        let text = Letters(article.text)
        headline = HeadlinePortrait(title, language: language)
        var titleWords: [UInt64] = []
        title.forEachWordHash(in: 0..<title.codes.count) { titleWords.append($0) }
        body = BodyPortrait(text, headline: titleWords.sortedOnce(), language: language)
        vocabulary = (titleWords + body.vocabulary).sortedOnce()
        prints = Fingerprints.of(body.tokens, run: body.isDense ? 5 : 4)
        headlineKey = headline.key
        let leads = headline.tokens.isEmpty ? HeadlinePortrait(Letters(codes: Array(text.codes.prefix(80)))).leads : headline.leads
        leadKey = leads.count == 2 ? Mix.join(leads[...]) : nil
        isWithdrawal = article.withdrawal != nil
        doubtedKey = isWithdrawal ? nil : DoubtfulWithdrawal.headline(of: article).flatMap { HeadlinePortrait(Letters($0)).key }
        mask = SeriesMask.hash(headline: title, text: text)
        clocks = ClockTimes.opening(title, text)
        editions = Editions.named(title, text)
        isDigest = Digest.isNamed(article)
        isSeries = article.markers?.contains { $0.class == .series } ?? false
        announcesChange = ChangeNotice.stands(in: article, text: text)
        quotedKeys = isWithdrawal || announcesChange ? text.quotedHeadlines : []
        effective = article.effective.instant
    }
}

extension Letters {
    /// The keys of what stands in quotation marks and is as long as a headline.
    fileprivate var quotedHeadlines: [UInt64] {
        let quotes = runs(in: 0..<codes.count) { ![0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x300A, 0x300B, 0x300C, 0x300D].contains($0) }
        return quotes.filter { (12...200).contains($0.count) }.prefix(16).compactMap { range in
            HeadlinePortrait(Letters(text(range))).key
        }
    }
}
