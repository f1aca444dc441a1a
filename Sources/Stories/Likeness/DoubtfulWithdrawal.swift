// SPDX-License-Identifier: Apache-2.0
import Articles

/// A headline that may withdraw a story, or be one of its own: `Withdrawn: …`, `KILL-SWITCH …`.
///
/// It withdraws a story only if what is left of it is that story's headline, word for word, and it tells nothing of its own.
enum DoubtfulWithdrawal {
    /// A notice has fewer bytes of text.
    private static let longestNotice = 600
    /// A headline of fewer words may be another story's by chance.
    private static let leastWords = 3

    /// What is left of the headline without the words at its ends that may withdraw it; nil where nothing withdraws.
    static func headline(of article: Article) -> String? {
        guard article.text.utf8.count < longestNotice, article.headline.utf8.count < 400 else { return nil }
        guard ChangeWords.mayStandAtEnd(of: article.headline) || slugSays(article) else { return nil }
        var words = article.headline.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" && $0 != "." && $0 != "," }
        let all = words.count
        while let first = words.first, words.count > 1, ChangeWords.mayWithdraw(first) { words.removeFirst() }
        while let last = words.last, words.count > 1, ChangeWords.mayWithdraw(last, isClear: true) { words.removeLast() }
        let isSaid = words.count < all || slugSays(article)
        // A script without blanks: two characters are as long as a word.
        let length = words.reduce(0) { $0 + ($1.utf8.count > 2 * $1.count ? $1.count / 2 : 1) }
        guard isSaid, length >= leastWords, let first = words.first, let last = words.last else { return nil }
        return String(article.headline[first.startIndex..<last.endIndex])
    }

    /// `BC-FERRY-BARI-KILL`.
    private static func slugSays(_ article: Article) -> Bool {
        guard let slug = article.slug ?? article.ids.identifier, slug.utf8.count <= 80 else { return false }
        let parts = slug.split { !$0.isLetter && !$0.isNumber }
        return [parts.first, parts.last].compactMap(\.self).contains { ChangeWords.mayWithdraw($0) }
    }

    /// The article withdraws the story that has this headline, which tells something else.
    static func withdraws(_ headline: String, of article: Article) -> Bool {
        guard let left = self.headline(of: article), let key = Letters(left).headlineKey else { return false }
        return Letters(headline).headlineKey == key
    }
}
