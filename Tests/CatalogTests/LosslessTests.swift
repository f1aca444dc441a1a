// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import TestSupport
import Testing

/// What publishers say is in the catalog, whatever they say, in whatever order and under whatever keys.
@Suite struct LosslessTests {
    private static let sentences = [
        "Ferry Aurelia ran aground near Bari with 214 people on board.", "Nobody was hurt, said the harbour office.", "渡轮周日上午在巴里附近搁浅。",
        "Tugs from 3 harbours were on their way to the ship.", "The owners promised an inquiry into it.",
        "(Corrects figure in first paragraph)", "No.",
        "Der Hafen von Bari blieb am Sonntag gesperrt.", "STORY WITHDRAWN", "It was another ship, its owners said.",
    ]
    private static let headlines = [
        "Ferry aground near Bari", "KILL-Ferry aground near Bari", "Ferry freed near Bari", "更正：渡轮搁浅", "",
        "Withdrawn: Ferry aground near Bari",
    ]

    private func thrown(_ dice: inout some RandomNumberGenerator) -> Article {
        func one<Value>(of values: [Value]) -> Value { values[Int.random(in: values.indices, using: &dice)] }
        let text = (0..<Int.random(in: 0...4, using: &dice)).map { _ in one(of: Self.sentences) }.joined(separator: "\n\n")
        let headline = Headline.read(one(of: Self.headlines), agency: nil)
        var article = Article.item(
            Int.random(in: 1...3, using: &dice), headline: headline.text, text: text, minute: Int.random(in: 0...59, using: &dice),
            markers: headline.markers.isEmpty ? nil : headline.markers)
        if Bool.random(using: &dice) { article.ids.guid = "other-\(Int.random(in: 1...9, using: &dice))" }
        article.status = Int.random(in: 0..<8, using: &dice) == 0 ? .canceled : headline.status ?? .usable
        return article
    }

    @Test(arguments: 1...24)
    func `loses no paragraph of any article`(seed: UInt64) async throws {
        var dice = Dice(seed: seed)
        let directory = try TemporaryDirectory()
        let catalog = try Catalog(directory: directory.path)
        var said: Set<[UInt8]> = []
        for poll in 0..<6 {
            let articles = (0..<4).map { _ in thrown(&dice) }
            _ = try await catalog.commit(.of(articles, at: poll * 60))
            for article in articles { said.formUnion(paragraphs(article.text)) }
        }
        let versions = try await catalog.versions(after: 0, limit: 1000).map { try Article(json: $0.record) }
        let kept = Set(versions.flatMap { paragraphs($0.text) + paragraphs($0.advisory ?? "") })
        #expect(said.isSubset(of: kept))
    }

    private func paragraphs(_ text: String) -> [[UInt8]] { text.split(separator: "\n\n").map { Tokens.normalized(String($0)) } }
}
