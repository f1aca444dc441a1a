// SPDX-License-Identifier: Apache-2.0
import Articles
import Documents
import FoundationEssentials

/// A made-up wire: stories in words that nobody wrote, their revisions under new guids, and reports of running series.
struct NewsStream {
    private var dice: Dice
    private let words: [String]
    private var recent: [Article] = []
    private var number = 0

    init(seed: UInt64) {
        var dice = Dice(seed: seed)
        words = (0..<6_000).map { _ in
            String((0..<dice.throwing(2..<10)).map { _ in Character(Unicode.Scalar(UInt8(0x61 + dice.throwing(0..<26)))) })
        }
        self.dice = dice
    }

    /// The next story, `seconds` after the first.
    mutating func next(seconds: Int) -> Article {
        number += 1
        var article: Article
        switch dice.throwing(0..<10) {
        case 0..<2 where !recent.isEmpty: article = revision()
        case 2: article = report()
        default: article = story(headline: sentence(dice.throwing(5..<11)), paragraphs: dice.throwing(2..<6))
        }
        let moment = Article.Moment(utc: Date(timeIntervalSince1970: 1_771_600_000 + Double(seconds)).formatted(.iso8601), quality: "exact")
        (article.effective, article.published, article.fetched, article.ids.guid) = (moment, moment, moment, "stream-\(number)")
        article.link = "https://wire.example/\(number)"
        article.canonicalLink = article.link
        article.hashes = Article.Hashes(headline: article.headline, text: article.text)
        if recent.count < 500 { recent.append(article) } else { recent[dice.throwing(0..<500)] = article }
        return article
    }
}

extension NewsStream {
    private mutating func revision() -> Article {
        var article = recent[dice.throwing(0..<recent.count)]
        article.text += "\n\n" + sentence(40)
        return article
    }

    /// The same words every day, but for the figures.
    private mutating func report() -> Article {
        let series = dice.throwing(0..<40)
        var figures = Dice(seed: UInt64(series))
        var text = ""
        for index in 0..<60 {
            text +=
                index % 6 == 5 ? "\(dice.throwing(100..<9_000)).\(dice.throwing(0..<99)) " : words[figures.throwing(0..<words.count)] + " "
        }
        return story(headline: "Prices of \(words[series]) at \(words[series + 50])", text: text)
    }

    private mutating func story(headline: String, paragraphs: Int) -> Article {
        let count = paragraphs
        return story(headline: headline, text: (0..<count).map { _ in sentence(dice.throwing(20..<60)) }.joined(separator: "\n\n"))
    }

    private func story(headline: String, text: String) -> Article {
        let moment = Article.Moment(utc: "2026-02-20T11:00:00Z", quality: "exact")
        var article = Article(feed: Article.FeedReference(name: "stream", url: "https://wire.example/feed"), fetched: moment)
        (article.headline, article.headlineRaw, article.text, article.language) = (headline, headline, text, "en")
        return article
    }

    /// Common words come often, rare ones seldom, and now and then a name or a number.
    private mutating func sentence(_ count: Int) -> String {
        var text: [String] = []
        for index in 0..<count {
            let word = words[dice.throwing(0..<dice.throwing(1..<words.count) + 1)]
            text.append(index == 0 || index % 9 == 4 ? word.capitalized : index % 13 == 7 ? "\(dice.throwing(1..<2_000))" : word)
        }
        return text.joined(separator: " ") + "."
    }
}
