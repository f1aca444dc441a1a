// SPDX-License-Identifier: Apache-2.0
import Feeds
import Testing

@Suite struct JSONFeedTests {
    private func read(_ json: String, url: String? = "https://wire.example/feed.json") throws -> ParsedFeed {
        try JSONFeedReader.read(Array(json.utf8), source: DocumentSource(url: url, language: "fr"))
    }

    @Test func `reads a feed of version 1.1`() throws {
        let feed = try read(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "The <Wire>", "home_page_url": "/", "feed_url": "/feed.json",
             "description": "News", "icon": "icon.png", "language": "en", "next_url": "?page=2", "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
             "authors": [{"name": "Desk", "url": "/desk"}], "_extension": {"x": 1}, "items": []}
            """)
        #expect(feed.format == .jsonfeed11)
        #expect(feed.isWellFormed && feed.repairs.isEmpty)
        #expect(feed.title == MarkupText("The <Wire>"))
        #expect(feed.link == "https://wire.example/")
        #expect(feed.image?.url == "https://wire.example/icon.png")
        #expect(feed.language == "en")
        #expect(feed.authors == [Person(name: "Desk", uri: "https://wire.example/desk")])
        #expect(
            feed.links == [
                FeedLink(relation: "self", url: "https://wire.example/feed.json"),
                FeedLink(relation: "next", url: "https://wire.example/feed.json?page=2"),
                FeedLink(relation: "hub", url: "https://hub.example/"),
            ])
    }

    @Test func `reads an item with all its parts`() throws {
        let item = try #require(
            try read(
                """
                {"version": "https://jsonfeed.org/version/1.1", "authors": [{"name": "Desk"}], "items": [{"id": "a1", "url": "/a1", "external_url": "https://other.example/",
                 "title": "Title", "summary": "Short", "content_html": "<p>Long</p>", "content_text": "Long", "image": "a.jpg", "banner_image": "b.jpg",
                 "date_published": "2024-02-20T10:15:00+01:00", "date_modified": "2024-02-20T10:00:00Z", "tags": ["World", "", 7, "Sport"],
                 "authors": [{"name": "Ann"}, {"url": "https://bob.example/"}], "language": "de",
                 "attachments": [{"url": "a.mp3", "mime_type": "audio/mpeg", "title": "Sound", "size_in_bytes": 123456789012, "duration_in_seconds": 61.5}, {}]}]}
                """
            ).items.first)
        #expect(item.id == "a1")
        #expect(item.link == "https://wire.example/a1")
        #expect(item.links == [FeedLink(relation: "related", url: "https://other.example/")])
        #expect(item.contents.map(\.mediaType) == ["text/html", "text/plain"])
        #expect(item.contents.first?.text == MarkupText("<p>Long</p>", kind: .html, base: "https://wire.example/feed.json", language: "de"))
        #expect(item.published?.instant?.rfc3339 == "2024-02-20T09:15:00Z")
        #expect(item.updated?.instant?.rfc3339 == "2024-02-20T10:00:00Z")
        #expect(item.categories.map(\.term) == ["World", "Sport"])
        #expect(item.authors == [Person(name: "Ann"), Person(uri: "https://bob.example/")])
        #expect(item.author == "Ann")
        #expect(
            item.enclosures == [
                Enclosure(url: "https://wire.example/a.mp3", type: "audio/mpeg", length: "123456789012", title: "Sound", duration: 61.5)
            ])
        #expect(item.media.flatMap(\.renditions).map(\.url) == ["https://wire.example/a.jpg", "https://wire.example/b.jpg"])
    }

    @Test func `reads version 1.0 with numbers for ids and one author`() throws {
        let feed = try read(
            #"{"version":"https://jsonfeed.org/version/1","author":{"name":"Desk"},"items":[{"id":17,"content_text":"x"},{"id":18.5},{"id":true}]}"#
        )
        #expect(feed.format == .jsonfeed10)
        #expect(feed.items.map(\.id) == ["17", "18.5", nil])
        #expect(feed.items.map(\.author) == ["Desk", "Desk", "Desk"])
        #expect(feed.items.map(\.language) == ["fr", "fr", "fr"])
        #expect(feed.items.map(\.position) == [0, 1, 2])
    }

    @Test func `reads around members of a wrong type`() throws {
        let feed = try read(
            #"{"version":"https://jsonfeed.org/version/1.1","title":5,"language":[],"authors":"x","hubs":{},"items":[1,{"id":"a","title":{},"tags":"x","url":null}]}"#
        )
        #expect(feed.title == nil && feed.authors.isEmpty)
        #expect(feed.items.map(\.id) == ["a"])
        #expect(feed.items.first?.link == nil)
    }

    @Test func `reads no more than 5,000 items, and counts the rest`() throws {
        let items = Array(repeating: #"{"id":"x"}"#, count: 5_003).joined(separator: ",")
        let feed = try read(#"{"version":"https://jsonfeed.org/version/1.1","items":[\#(items)]}"#)
        #expect(feed.items.count == 5_000)
        #expect(feed.itemsBeyondLimit == 3 && feed.repairs == ["3 items beyond the limit left out"])
    }

    /// Members of the outermost object, and the ids of the items in them.
    static let places: [(members: String, ids: [String]?)] = [
        (#""items":[{"id":"1"},{"id":"2"}]"#, ["1", "2"]), (#""items" : [ {"id":"1"} , {"id":"2"} ] "#, ["1", "2"]),
        (#""items":[]"#, []), (#""items":[ ]"#, []), (#""items":{"id":"1"}"#, []), (#""items":"[1]""#, []),
        (#""it\u0065ms":[{"id":"1"}]"#, ["1"]), (#""a":{"items":[{"id":"9"}]},"items":[{"id":"1"}]"#, ["1"]),
        (#""a\"items":[{"id":"9"}],"items":[{"id":"1"}]"#, ["1"]), (#""a":"\"items\":[","items":[{"id":"1"}]"#, ["1"]),
        (#""items":[1,null,"]",[{"id":"9"}],{"id":"1,2]"},true]"#, ["1,2]"]), (#""items":[{"id":"1","items":[{"id":"9"}]}]"#, ["1"]),
        (#""items":[{"id":"9"}],"items":[{"id":"1"}]"#, ["1"]), (#""items":[{"id":"1"},]"#, nil), (#""items":[,{"id":"1"}]"#, nil),
        (#""items":[{"id":"1"} {"id":"2"}]"#, nil), (#""items":[{"id":"1"}"#, nil), (#""items":[{"id":"1"}}]"#, nil),
        (#""items":[{"id":"1"]}"#, nil), (#""items":[{"id":}]"#, nil), (#""items" [{"id":"1"}]"#, nil), (#""items":[,]"#, nil),
    ]

    @Test(arguments: places.indices) func `reads items one by one as it would read them all at once`(place: Int) throws {
        let (members, ids) = Self.places[place]
        for json in [
            #"{"version":"https://jsonfeed.org/version/1.1",\#(members)}"#, #"{\#(members),"version":"https://jsonfeed.org/version/1.1"}"#,
        ] {
            let feed = try? read(json)
            #expect(feed?.items.map(\.id) == ids, "\(json)")
        }
    }

    @Test func `cuts long texts between characters`() throws {
        let feed = try read(#"{"version":"https://jsonfeed.org/version/1.1","title":"a\#(String(repeating: "é", count: 5_000))"}"#)
        #expect(feed.title?.value.utf8.count == 4_095)
    }

    @Test(
        arguments: [
            ("{}", .notAFeed), (#"{"error":"forbidden"}"#, .notAFeed), ("[]", .notAFeed), ("", .notAFeed), ("{", .notAFeed),
            (#"{"version":"2.0"}"#, .notAFeed),
            (#"{"version":"https://jsonfeed.org/version/1.1","items":["#, .malformed),
            (String(repeating: #"{"a":"#, count: 100_000), .notAFeed),
            (
                #"{"version":"https://jsonfeed.org/version/1.1","_x":"# + String(repeating: "[", count: 65)
                    + String(repeating: "]", count: 65) + "}", .malformed
            ),
        ] as [(String, FeedError.Label)]) func `refuses what is no feed`(json: String, label: FeedError.Label)
    {
        let error = #expect(throws: FeedError.self) { try read(json) }
        #expect(error?.label == label)
    }

    @Test func `replaces bad bytes and says so`() throws {
        var bytes = Array(#"{"version":"https://jsonfeed.org/version/1.1","title":"a"#.utf8)
        bytes += [0xFF] + Array(#"b"}"#.utf8)
        let feed = try JSONFeedReader.read(bytes, source: DocumentSource())
        #expect(feed.title?.value == "a\u{FFFD}b")
        #expect(feed.repairs == ["bad bytes replaced"])
    }
}
