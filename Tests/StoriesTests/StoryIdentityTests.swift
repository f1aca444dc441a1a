// SPDX-License-Identifier: Apache-2.0
import Articles
import Stories
import Testing

/// The items of one document, and the keys that they must get.
struct IdentityExample: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var strategy = IdentityStrategy.auto
    var articles: [Article]
    /// `kind value`, strongest first, one list an article.
    var keys: [[String]]
}

private func plain(_ count: Int) -> [Article] {
    (0..<count).map { .sample(guid: "p\($0)", link: "https://wire.example/p\($0)") }
}

private func plainKeys(_ count: Int) -> [[String]] {
    (0..<count).map { ["guid p\($0)", "link https://wire.example/p\($0)"] }
}

private let examples = [
    IdentityExample(
        testDescription: "guid before link", articles: [.sample()], keys: [["guid g1", "link https://wire.example/a"]]),
    IdentityExample(
        testDescription: "a version suffix is no part of the guid",
        articles: [Article.sample(guid: "tag:agency.example,0000:newsml_X1:1597550438").with { $0.ids.revisionId = "1597550438" }],
        keys: [["guid tag:agency.example,0000:newsml_X1", "link https://wire.example/a"]]),
    IdentityExample(
        testDescription: "atom:id where there is no guid", articles: [Article.sample(guid: nil).with { $0.ids.atomId = "urn:x:1" }],
        keys: [["guid urn:x:1", "link https://wire.example/a"]]),
    IdentityExample(
        testDescription: "the link of items without guids", articles: [.sample(guid: nil)], keys: [["link https://wire.example/a"]]),
    IdentityExample(
        testDescription: "a site's address names no story",
        articles: [.sample(guid: "g1", link: "https://wire.example"), .sample(guid: "g2", link: "https://wire.example/")],
        keys: [["guid g1"], ["guid g2"]]),
    IdentityExample(
        testDescription: "a page shared by several guids names none of them",
        articles: [.sample(guid: "g1", link: "https://wire.example/live"), .sample(guid: "g2", link: "https://wire.example/live")],
        keys: [["guid g1"], ["guid g2"]]),
    IdentityExample(
        testDescription: "a guid repeated with different links, in 50 items",
        articles: plain(48) + [.sample(guid: "r", link: "https://wire.example/x"), .sample(guid: "r", link: "https://wire.example/y")],
        keys: plainKeys(48) + [
            ["guid r\nhttps://wire.example/x", "link https://wire.example/x"],
            ["guid r\nhttps://wire.example/y", "link https://wire.example/y"],
        ]),
    IdentityExample(
        testDescription: "more than 5 % of the guids repeated: links",
        articles: plain(2) + [.sample(guid: "r", link: "https://wire.example/x"), .sample(guid: "r", link: "https://wire.example/y")],
        keys: [
            ["link https://wire.example/p0"], ["link https://wire.example/p1"], ["link https://wire.example/x"],
            ["link https://wire.example/y"],
        ]),
    IdentityExample(
        testDescription: "one guid sent twice with one link is one entry", articles: [.sample(), .sample(headline: "Ferry afloat again")],
        keys: [["guid g1", "link https://wire.example/a"], ["guid g1", "link https://wire.example/a"]]),
    IdentityExample(
        testDescription: "the setting guid is obeyed", strategy: .guid,
        articles: [.sample(guid: "r", link: "https://wire.example/x"), .sample(guid: "r", link: "https://wire.example/y")],
        keys: [
            ["guid r\nhttps://wire.example/x", "link https://wire.example/x"],
            ["guid r\nhttps://wire.example/y", "link https://wire.example/y"],
        ]),
    IdentityExample(
        testDescription: "the setting link is obeyed", strategy: .link, articles: [.sample()], keys: [["link https://wire.example/a"]]),
]

@Test(arguments: examples)
func `names each item by the strongest key that is its own`(example: IdentityExample) {
    let identity = StoryIdentity(of: example.articles, strategy: example.strategy)
    #expect(identity.keys.map { $0.map { "\($0.kind.rawValue) \($0.value)" } } == example.keys)
}

@Test(arguments: examples)
func `gives each item the same keys whatever the order of the document`(example: IdentityExample) {
    let reversed = StoryIdentity(of: example.articles.reversed(), strategy: example.strategy)
    #expect(reversed.keys.reversed() == StoryIdentity(of: example.articles, strategy: example.strategy).keys)
}

@Test func `says that a document's guids can't be trusted`() {
    let empty = [Article.sample(guid: nil)] + plain(3)
    #expect(StoryIdentity(of: empty, strategy: .auto).strategy == .link)
    #expect(StoryIdentity(of: plain(3), strategy: .auto).strategy == .guid)
}

@Test func `tells items that share one link by their headlines where guids are not trusted`() {
    let page = "https://wire.example/live"
    let keys = StoryIdentity(of: [.sample(link: page), .sample(link: page, headline: "Sugar tax raised")], strategy: .link).keys
    #expect(keys[0] != keys[1])
    #expect(keys.allSatisfy { $0.count == 1 && $0[0].kind == .link && $0[0].value.hasPrefix(page + "\n") })
}

@Test func `names an item without guid and link by its headline and day, or by its headline alone`() {
    func key(_ headline: String, _ date: String?) -> StoryKey? {
        StoryIdentity(of: [.sample(guid: nil, link: nil, headline: headline, date: date)], strategy: .auto).keys[0].first
    }
    #expect(key("Ferry aground", "2026-03-01T10:00:00Z") == key("FERRY AGROUND", "2026-03-01T23:00:00Z"))
    #expect(key("Ferry aground", "2026-03-01T10:00:00Z") != key("Ferry aground", "2026-03-02T10:00:00Z"))
    #expect(key("Ferry aground", nil) == key("Ferry aground", nil))
    #expect(key("Ferry aground", nil)?.kind == .content)
}

@Test func `makes an id that depends on feed, kind and value of the key`() {
    let ids = [
        StoryKey(.guid, "a").storyID(in: "coast"), StoryKey(.guid, "b").storyID(in: "coast"), StoryKey(.link, "a").storyID(in: "coast"),
        StoryKey(.guid, "a").storyID(in: "inland"),
    ]
    #expect(Set(ids).count == 4)
    #expect(ids[0].wholeMatch(of: /tag:wirespool\.invalid,2026:coast\/[0-9a-f]{20}/) != nil)
}
