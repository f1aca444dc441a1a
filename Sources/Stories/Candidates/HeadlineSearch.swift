// SPDX-License-Identifier: Apache-2.0
public import Articles

/// Which of many headlines a withdrawal means that words them otherwise: `WITHDRAWAL: Ferry aground near Bari`.
public struct HeadlineSearch: Sendable {
    private let words: [[UInt64]]
    private let text: [UInt64]

    /// Looks for the story that `article` names in its headline.
    public init(_ article: Article) {
        words = HeadlinePortrait(Letters(article.headline)).words
        var vocabulary: [UInt64] = []
        let text = Letters(article.text)
        text.forEachWordHash(in: 0..<min(text.codes.count, 2000)) { vocabulary.append($0) }
        self.text = vocabulary.sortedOnce()
    }

    /// The place of the headline that has three quarters of the words, and more than any other; nil where none has, or several have.
    public func best(of headlines: [String]) -> Int? {
        guard words.count >= 2 else { return nil }
        var best: (place: Int, score: Double)?
        var isTied = false
        for (place, headline) in headlines.enumerated() {
            guard let score = score(headline) else { continue }
            if let other = best, score <= other.score {
                isTied = isTied || score == other.score
            } else {
                (best, isTied) = ((place, score), false)
            }
        }
        return isTied ? nil : best?.place
    }

    /// How many of the words the headline has; the words that it shares with the notice's text decide between two.
    private func score(_ headline: String) -> Double? {
        let letters = Letters(headline)
        var vocabulary: [UInt64] = []
        letters.forEachWordHash(in: 0..<letters.codes.count) { vocabulary.append($0) }
        let known = vocabulary.sortedOnce()
        let share = Double(words.count { $0.contains(where: known.holds) }) / Double(words.count)
        guard share >= (words.count > 2 ? 0.75 : 1) else { return nil }
        return share + Double(text.shared(with: known)) / Double(1000 + known.count)
    }
}
