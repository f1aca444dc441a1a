// SPDX-License-Identifier: Apache-2.0
import Feeds
import Testing

@testable import Articles

struct NormalizerMediaTests {
    @Test func `a group is one asset with its own caption and credit`() throws {
        let first = asset(["https://e.example/s.jpg": 100, "https://e.example/l.jpg": 900], caption: "First.", credit: "Ann Lee/AFP")
        let second = asset(["https://e.example/2.jpg": 200], caption: "Second.", credit: "Reuters")
        let media = try media(of: [first, second])
        #expect(media.map(\.caption) == ["First.", "Second."])
        #expect(media[0].uri == "https://e.example/l.jpg")
        #expect(media[0].renditions?.map(\.name) == ["original", "rendition2"])
        #expect(media[0].credit == Credit(raw: "Ann Lee/AFP", person: "Ann Lee", agency: "AFP"))
        #expect(media[1].credit?.agency == "Reuters")
        #expect(media[1].credit?.person == nil)
    }

    @Test(arguments: [
        ("https://feeds.e.example/~a/wire?i=x", 0), ("https://da.feedsportal.com/r/1.img", 0), ("https://feeds.feedburner.com/wire?g=1", 0),
        ("https://e.example/tracking/rss-pixel.png", 0), ("https://secure.gravatar.com/avatar/1?s=96", 0),
        ("https://e.example/~ann/lagos.jpg", 1), ("https://notpheedo.com/a.jpg", 1),
    ])
    func `what counts readers or advertises is no picture of a story`(address: String, pictures: Int) throws {
        #expect(try ItemSample(summary: "<p>Text.</p><img src='\(address)'>").article().media?.count ?? 0 == pictures)
        var sample = ItemSample(summary: "<p>Text.</p>")
        sample.item.media = [asset([address: 100], caption: "ann")]
        #expect(try sample.article().media?.count ?? 0 == pictures)
    }

    @Test(arguments: Beacon.hosts.map { "https://\($0)/1.gif" } + ["https://e.example/tracking/1.gif", "https://e.example/tracker/1.gif"])
    func `one look at an address passes over no beacon`(address: String) {
        #expect(Beacon.isBeacon(address) && Beacon.isBeacon(address.replacing("https://", with: "HTTPS://sub.")))
    }

    @Test func `a video site's player is a video, and a caption of no web address is kept`() throws {
        var sample = ItemSample(summary: "<p>Text.</p>")
        var player = MediaAsset()
        player.renditions = [MediaAsset.Rendition(url: "https://e.example/v/1", type: "application/x-shockwave-flash")]
        sample.item.media = [player, asset(["urn:1": 100], caption: "A ship.")]
        let media = try #require(sample.article().media)
        #expect(media.map(\.kind) == [.video, .picture] && media[1].caption == "A ship.")
    }

    @Test func `equal addresses are one asset`() throws {
        var sample = ItemSample(
            summary: "<p>Text.</p><img src='https://e.example/a.jpg'/><img src='https://e.example/pixel.gif' width='1' height='1'/>")
        sample.item.media = [asset(["https://e.example/a.jpg": 100], caption: "Caption.")]
        sample.item.enclosures = [Enclosure(url: "https://e.example/a.jpg", type: "image/jpeg", length: "5")]
        let media = try #require(sample.article().media)
        #expect(media.count == 1)
        #expect(media[0].caption == "Caption.")
        #expect(media[0].renditions?.count == 1)
        #expect(media[0].renditions?[0].type == "image/jpeg")
        #expect(media[0].renditions?[0].bytes == 5)
    }

    @Test(arguments: [
        (url: "https://e.example/a", type: "audio/mpeg" as String?, kind: Article.Media.Kind.audio),
        (url: "https://e.example/a.mp4?x=1.jpg", type: nil, kind: .video),
        (url: "https://e.example/a.JPG", type: "application/octet-stream", kind: .picture),
        (url: "https://e.example/a.pdf", type: "application/pdf", kind: .document),
    ])
    func `tells what an enclosure is`(example: (url: String, type: String?, kind: Article.Media.Kind)) throws {
        var sample = ItemSample(summary: "x")
        sample.item.enclosures = [Enclosure(url: example.url, type: example.type, length: "-5e9")]
        let media = try #require(sample.article().media)
        #expect(media[0].kind == example.kind)
        #expect(media[0].renditions?[0].bytes == nil)
    }

    @Test func `attachments of a JSON feed with one title are one thing`() throws {
        var sample = ItemSample(summary: "x")
        sample.item.enclosures = ["mp3", "ogg"].map { Enclosure(url: "https://e.example/a." + $0, title: "Talk") }
        #expect(try sample.article().media?.count == 2)
        sample.feed.format = .jsonfeed11
        #expect(try sample.article().media?.map { $0.renditions?.count } == [2])
    }

    @Test func `a credit at the end of a group's caption completes its own, and the same caption in the text adds no picture`() throws {
        var sample = ItemSample(contents: ["<p>A ferry leaves. (Xinhua/Ewa Sample)</p><p>OSLO, Feb. 20 (Xinhua) -- Text.</p>"])
        sample.item.media = [asset(["https://e.example/a.jpg": 1], caption: "A ferry leaves. (Xinhua/Ewa Sample)", credit: "Ewa Sample")]
        let media = try #require(try sample.article().media)
        #expect(media.map(\.caption) == ["A ferry leaves."])
        #expect(media.first?.credit == Credit(raw: "Ewa Sample", person: "Ewa Sample", agency: "Xinhua"))
    }

    @Test func `a caption goes to the picture of its figure`() throws {
        let figure = { (name: String) in
            "<figure><img src='https://e.example/\(name).jpg'/><figcaption>About \(name). (Xinhua/Ewa Sample)</figcaption></figure>"
        }
        let sample = ItemSample(contents: ["<img src='https://e.example/plain.jpg'/>" + figure("b") + "<p>Text.</p>" + figure("c")])
        let article = try sample.article()
        #expect(article.media?.map(\.caption) == [nil, "About b.", "About c."])
        #expect(article.media?[1].credit == ItemSample.credit)
        #expect(article.text == "Text.")
    }

    @Test func `a figure without a picture is text`() throws {
        let article = try ItemSample(contents: ["<p>Costs:</p><figure><figcaption>Rent is 100.</figcaption></figure>"]).article()
        #expect(article.text == "Costs:\n\nRent is 100.")
        #expect(article.media == nil)
    }

    @Test func `ten thousand captions and forms of a picture take no time`() throws {
        let captions = (0..<10_000).map {
            "<figure><img src='https://e.example/\($0).jpg'/><figcaption>Caption \($0 % 5000)</figcaption></figure>"
        }
        var sample = ItemSample(contents: [captions.joined()])
        sample.item.media = [asset(Dictionary(uniqueKeysWithValues: (0..<10_000).map { ("https://e.example/r\($0).jpg", $0) }))]
        let media = try #require(sample.article().media)
        #expect(media.count == 100)
        #expect(media[0].renditions?.count == 32)
    }

    @Test func `a caption without a picture is kept, and alone makes a picture`() throws {
        let article = try ItemSample(summary: "<p>A fisher looks at the river Oder. (Xinhua/Ewa Sample)</p>").article()
        #expect(article.kind == .picture)
        #expect(article.text.isEmpty)
        #expect(article.media == [Article.Media(kind: .picture, caption: "A fisher looks at the river Oder.", credit: ItemSample.credit)])
        let other = try ItemSample(summary: "<p>A boat on the river Oder. (Xinhua/Ewa Sample)</p>").article()
        #expect(article.hashes.content != other.hashes.content)
    }

    @Test func `media:title and media:description are no headline and no text`() throws {
        let article = try {
            var sample = ItemSample()
            sample.item.media = [asset(["https://e.example/a.jpg": 1], caption: "Caption.")]
            return try sample.article()
        }()
        #expect(article.headline.isEmpty && article.text.isEmpty && article.summary == nil)
    }

    @Test func `more than a hundred assets are cut with a warning`() throws {
        let article = try {
            var sample = ItemSample(summary: "x")
            sample.item.enclosures = (0..<130).map { Enclosure(url: "https://e.example/\($0).jpg") }
            return try sample.article()
        }()
        #expect(article.media?.count == 100)
        #expect(article.warnings == ["media: 30 more than 100 left out"])
    }

    @Test(arguments: ["javascript:alert(1)", "data:image/png;base64,AAAA", "/relative.jpg", "file:///etc/passwd", ""])
    func `what is no web address is no asset`(url: String) throws {
        var sample = ItemSample(summary: "x")
        sample.item.enclosures = [Enclosure(url: url)]
        sample.item.media = [asset([url: 1])]
        #expect(try sample.article().media == nil)
    }

    private func media(of assets: [MediaAsset]) throws -> [Article.Media] {
        var sample = ItemSample(summary: "x")
        sample.item.media = assets
        return try sample.article().media ?? []
    }

    private func asset(_ renditions: [String: Int], caption: String? = nil, credit: String? = nil) -> MediaAsset {
        var asset = MediaAsset()
        asset.renditions = renditions.sorted { $0.value < $1.value }.map {
            MediaAsset.Rendition(url: $0.key, medium: "image", width: $0.value)
        }
        asset.description = caption.map { MarkupText($0) }
        asset.credits = credit.map { [MediaCredit($0)] } ?? []
        return asset
    }
}
