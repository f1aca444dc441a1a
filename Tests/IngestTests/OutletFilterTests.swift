// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import Testing

@testable import Ingest

struct OutletFilterTests {
    private func article(
        agency: String? = "xinhua", language: String? = "en-GB", tags: [String] = ["world"], status: Article.Status = .usable
    ) -> Article {
        let feed = Article.FeedReference(name: "f", url: "https://feeds.example/f", tags: tags)
        var article = Article(feed: feed, fetched: Article.Moment(utc: "2024-01-01T00:00:00Z", quality: "exact"))
        article.agency = agency.map { Article.AgencyReference(code: $0, name: $0, confidence: 98, from: .dateline) }
        article.language = language
        article.status = status
        return article
    }

    private func outlet(_ keys: String) throws -> OutletSettings {
        let text = "outlets: {desk: {path: desk, \(keys)}}\nfeeds: {f: {url: \"https://feeds.example/f\"}}\n"
        return try #require(SettingsFixture(["wirespool.yaml": text]).load().outlets.first)
    }

    @Test(
        arguments: [
            ("feeds: f", true), ("tags: world", true), ("tags: [sport, wor*]", true), ("tags: sport", false), ("agency: xinhua", true),
            ("agency: [afp, xin*]", true), ("agency: afp", false), ("language: en", true), ("language: [fr, en-gb]", true),
            ("language: eng", false),
            ("status: usable", true), ("status: [withheld, canceled]", false), ("tags: world, agency: afp", false),
            ("tags: world, agency: xinhua, language: en, status: usable", true),
        ] as [(String, Bool)])
    func `takes what every filter takes`(keys: String, isTaken: Bool) throws {
        #expect(try outlet(keys).takes(article()) == isTaken)
    }

    @Test(arguments: [("en", true), ("EN-us", true), ("enm", false), ("x-en", false), ("fr", false)])
    func `takes a language with its regions, and none that only begins alike`(language: String, isTaken: Bool) throws {
        #expect(try outlet("language: en").takes(article(language: language)) == isTaken)
    }

    @Test(arguments: ["tags: sport", "agency: afp", "language: fr"])
    func `tells everybody of a kill that says nothing of it`(keys: String) throws {
        let kill = article(agency: nil, language: nil, tags: [], status: .canceled)
        #expect(try outlet(keys).takes(kill))
        #expect(try !outlet(keys).takes(article(agency: nil, language: nil, tags: [])))
    }

    @Test(arguments: [
        ("status: gone", "status: 'gone' is none of usable, withheld, canceled"), ("tags: []", "tags: names nothing"),
        ("language: 'e n'", "language: 'e n' is not a language tag, such as en or zh-Hans"),
    ])
    func `says what is wrong with a filter`(keys: String, mistake: String) throws {
        let error = #expect(throws: SettingsError.self) { try outlet(keys) }
        #expect(error?.mistakes.map(\.message) == [mistake])
    }
}
