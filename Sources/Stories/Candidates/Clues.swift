// SPDX-License-Identifier: Apache-2.0
public import Articles

/// What other stories are looked for by, before any is compared: every article needs it, so it reads no more than that takes.
public struct Clues: Sendable {
    /// What the index keeps of the story.
    public let sketch: CandidateIndex.Sketch
    /// The same for the headlines of one series: numbers, days and directions are blanked out.
    public let mask: Int64
    /// The same for all headlines of the same words; nil without a headline.
    let headlineKey: UInt64?
    /// It says that it corrects, repeats or withdraws another.
    public var changesAnother: Bool { announcesChange || isWithdrawal }
    /// Somewhere it says that it corrects or repeats another.
    let announcesChange: Bool
    /// It withdraws another story.
    public let isWithdrawal: Bool
    /// The keys of the headlines that the text quotes, of a story that changes another.
    let quotedKeys: [UInt64]
    /// The key of the headline without a word that may withdraw it: `KILL-…`, where that may be a compound.
    let doubtedKey: UInt64?

    /// The keys of other stories' headlines that it names.
    public var namedKeys: [UInt64] { quotedKeys + [doubtedKey].compactMap(\.self) }

    /// The clues of an article, from its headline and text alone.
    public init(_ article: borrowing Article) {
        let title = Letters(article.headline)
        let text = Letters(article.text)
        let words = TextTokens(text)
        headlineKey = title.headlineKey
        let leads = headlineKey == nil ? Letters(codes: Array(text.codes.prefix(80))).leads : title.leads
        sketch = CandidateIndex.Sketch(
            headlineKey: headlineKey, leadKey: leads.count == 2 ? Mix.join(leads[...]) : nil,
            prints: Fingerprints.of(words.hashes, run: words.isDense ? 5 : 4))
        mask = SeriesMask.hash(headline: title, text: text)
        isWithdrawal = article.withdrawal != nil
        doubtedKey = isWithdrawal ? nil : DoubtfulWithdrawal.headline(of: article).flatMap { Letters($0).headlineKey }
        announcesChange = ChangeNotice.stands(in: article, text: text)
        quotedKeys = isWithdrawal || announcesChange ? text.quotedHeadlines : []
    }

    /// The mask of an article whose other clues nobody needs.
    public static func mask(of article: Article) -> Int64 {
        SeriesMask.hash(headline: Letters(article.headline), text: Letters(article.text))
    }
}

extension Letters {
    /// The keys of what stands in quotation marks and is as long as a headline.
    fileprivate var quotedHeadlines: [UInt64] {
        let quotes = runs(in: 0..<codes.count) { ![0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x300A, 0x300B, 0x300C, 0x300D].contains($0) }
        return quotes.filter { (12...200).contains($0.count) }.prefix(16).compactMap { Letters(text($0)).headlineKey }
    }
}
