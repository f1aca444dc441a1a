// SPDX-License-Identifier: Apache-2.0
import Articles

/// The edition of a day that a report says it is: opening, midday, closing.
enum Editions {
    /// A bit for each, from the headline and the first ten words of the text.
    static func named(_ headline: Letters, _ text: Letters) -> UInt16 {
        var editions: UInt16 = 0
        for hash in hashes(headline, 0..<headline.codes.count) {
            editions |= (Lexicon.editions[hash] ?? 0) | (Lexicon.headlineEditions[hash] ?? 0)
        }
        for hash in hashes(text, 0..<text.endOfWord(10)) { editions |= Lexicon.editions[hash] ?? 0 }
        return editions | rings(headline)
    }

    private static func hashes(_ letters: Letters, _ range: Range<Int>) -> [UInt64] {
        var hashes: [UInt64] = []
        letters.forEachWordHash(in: range) { hashes.append($0) }
        return hashes
    }

    /// `1st ring` and `2nd ring` of the metal exchange.
    private static func rings(_ headline: Letters) -> UInt16 {
        let words = hashes(headline, 0..<headline.codes.count)
        // `1st` is two words: a number and its ending.
        guard let ring = words.firstIndex(of: Letters.hash("ring")), ring > 1 else { return 0 }
        return words[ring - 2] == Letters.hash("1") ? 1 << 7 : words[ring - 2] == Letters.hash("2") ? 1 << 8 : 0
    }
}

/// A collection of stories under one headline, which contains others without being one of them.
enum Digest {
    static func isNamed(_ article: Article) -> Bool {
        let labels = (article.markers ?? []).filter { $0.class == .genre && $0.raw.allSatisfy { !$0.isLowercase } }.map(\.raw)
        return ([article.headline] + labels).contains { text in
            let letters = Letters(text)
            var words: [UInt64] = []
            letters.forEachWordHash(in: 0..<letters.codes.count) { words.append($0) }
            let phrases = [["news", "summary"], ["at", "a", "glance"], ["press", "digest"]]
            return words.contains(where: Lexicon.digests.contains) || phrases.contains { holds($0, words) }
        }
    }

    private static func holds(_ phrase: [String], _ words: [UInt64]) -> Bool {
        let phrase = phrase.map { Letters.hash($0) }
        guard words.count >= phrase.count else { return false }
        return (0...words.count - phrase.count).contains { Array(words[$0..<$0 + phrase.count]) == phrase }
    }
}
