// SPDX-License-Identifier: Apache-2.0
@testable import Articles

/// Invented stories that between them fill every field and try every edge of the output formats.
enum SampleArticles {
    static let all = [full, minimal, kill, captionOnly, hostile]

    static let full: Article = {
        var article = base(headline: "River rises in Old Town", text: "The river rose.\n\nIt fell <again> & \"rested\".")
        article.id = "tag:wire.example,2018:demo/5f1c"
        article.revision = 3
        article.supersedes = SHA256.hex("before".utf8)
        article.changeType = .correction
        article.matchedBy = Article.Match(code: "R7 text", numbers: ["C3": 0.875, "dt": 2, "nconf": 0])
        var changes = Article.Changes(headline: true, paragraphsAdded: 2, paragraphsRemoved: 1)
        (changes.wordsAdded, changes.wordsRemoved, changes.numbersAdded, changes.numbersRemoved) = (12, 3, ["14"], ["12", "9.5"])
        article.changes = changes
        article.copyOf = "tag:wire.example,2018:other/1"
        article.related = [Article.RelatedStory(id: "tag:wire.example,2018:demo/9", score: 0.5, reason: "R6")]
        article.feed.title = "Demo World"
        article.feed.homepage = "https://demo.example/"
        article.feed.language = "en"
        article.feed.tags = ["world"]
        article.provenance = provenance
        article.agency = Article.AgencyReference(code: "xinhua", name: "Xinhua", confidence: 95, from: .dateline)
        article.urgency = 4
        article.headlineRaw = "CORRECTED-Feature: River rises in Old Town"
        article.markers = [
            Article.Marker(.correction, raw: "CORRECTED-"), Article.Marker(.genre, raw: "Feature: "),
            Article.Marker(.revision, raw: "UPDATE 2-", n: 2),
        ]
        article.slug = "OLDTOWN-RIVER"
        article.byline = ["Ann Example", "Bo Sample"]
        article.dateline = dateline
        article.preface = "River rises"
        article.summary = "What the river did."
        article.bodyStart = 27
        article.html = "<p>The river rose.</p><p>It fell &lt;again&gt; &amp; \"rested\".</p>"
        article.bodyComplete = true
        article.advisory = "(Corrects day in second paragraph)"
        article.endMark = "Enditem"
        article.media = [photo, Article.Media(kind: .video, caption: "The river by night")]
        article.categories = [
            Article.Category(
                raw: "Weather", scheme: "https://demo.example/topics", medtop: "http://cv.iptc.org/newscodes/mediatopic/17000000",
                confidence: 80),
            Article.Category(raw: "Asia"),
        ]
        article.language = "en-GB"
        article.published = Article.Moment(utc: "2018-02-20T10:00:00Z", raw: "Tue, 20 Feb 2018 18:00:00 +0800", quality: "exact")
        article.updated = Article.Moment(utc: "2018-02-20T11:00:00Z", raw: "2018-02-20T11:00:00Z", quality: "exact")
        article.effective = Article.Moment(utc: "2018-02-20T11:00:00Z", raw: "2018-02-20T11:00:00Z", quality: "exact")
        article.embargoedUntil = Article.Moment(utc: "2018-02-21T00:00:00Z", raw: "2018-02-21", quality: "day")
        article.expires = Article.Moment(utc: "2018-03-20T00:00:00Z", raw: "2018-03-20", quality: "day")
        article.link = "https://demo.example/a?id=1&utm_source=rss"
        article.canonicalLink = "https://demo.example/a?id=1"
        article.ids.guid = "tag:reuters.com,0000:newsml_X:7"
        article.ids.atomId = "tag:demo.example,2018:1"
        article.ids.revisionId = "7"
        article.ids.identifier = "OLDTOWN-RIVER"
        article.rights = rights
        article.geo = Article.Coordinates(lat: 48.25, lon: -16.5)
        article.warnings = ["date without zone"]
        return article
    }()

    static let minimal: Article = base(headline: "", text: "Only a line.")

    static let kill: Article = {
        var article = full
        article.changeType = .kill
        article.status = .canceled
        article.markers = [Article.Marker(.kill, raw: "STORY WITHDRAWN")]
        return article
    }()

    static let captionOnly: Article = {
        var article = base(headline: "", text: "")
        article.kind = .picture
        article.media = [
            Article.Media(kind: .picture, caption: "A bridge.", credit: Credit(raw: "(Demo/Cy)", person: "Cy", agency: "Demo"))
        ]
        return article
    }()

    /// Every text a publisher controls holds characters that break terminals, markup, URIs or readers that guess encodings.
    static let hostile: Article = {
        let text = "\u{0}\u{1B}[2J\u{7F}\u{85}\u{2028}\u{FEFF}\u{FFFF}\u{10FFFF}<script>\"\\ 日本 <\u{301}b> 😀 ]]>\t\r\n&amp;"
        var article = base(headline: text, text: text + "\n\n" + text)
        article.id = "tag:wire.example,2018:ünïcode/[1]#2#3"
        article.feed.url = "https://user:secret@[::1]:8080/ü?q=[1]#a#b"
        article.feed.title = text
        article.headlineRaw = text + text
        article.summary = text
        article.slug = text
        article.byline = [text]
        article.advisory = text
        article.dateline = Dateline(raw: text, form: "place", confidence: 1)
        article.dateline?.place = text
        article.markers = [Article.Marker(.genre, raw: ":- "), Article.Marker(.genre, raw: text)]
        article.categories = [Article.Category(raw: text, scheme: text), Article.Category(raw: " ")]
        article.link = "https://exämple.test:99/a b?<x>=\"{y}|z\\^`%zz%41#frag#ment"
        article.ids.guid = text
        article.rights = rights
        article.rights?.licence = "no uri: at all"
        article.media = [
            Article.Media(uri: "https://p.example/ä.jpg", kind: .picture, caption: text), Article.Media(uri: "c:\\a.jpg", kind: .document),
        ]
        article.media?[0].renditions = [
            "https://p.example/ä.jpg", "https://p.example:port/", "//p.example/b.jpg", "", "https://p.example/c d",
        ]
        .filter { !$0.isEmpty }.map { Article.Rendition(href: $0, name: "größe -1") }
        return article
    }()

    /// Values that our own rules never give, but the types allow; the closed formats must survive even these.
    static let impossible: Article = {
        var article = full
        article.id = ""
        article.urgency = 99
        article.geo = Article.Coordinates(lat: .nan, lon: .infinity)
        article.dateline?.lat = 200
        article.dateline?.country = "Russia"
        article.dateline?.date = "2018-13-99"
        article.effective.utc = "yesterday"
        article.published?.utc = "2018-02-30T00:00:00Z"
        article.expires?.utc = "0000-01-01T00:00:00Z"
        article.link = "javascript"
        article.media?[0].renditions?[0].width = -1
        article.media?[0].renditions?[0].duration = .nan
        return article
    }()

    private static func base(headline: String, text: String) -> Article {
        let feed = Article.FeedReference(name: "demo", url: "https://demo.example/rss.xml")
        var article = Article(feed: feed, fetched: Article.Moment(utc: "2018-02-20T12:00:00Z", quality: "exact"))
        article.id = "tag:wire.example,2018:demo/1"
        article.headline = headline
        article.headlineRaw = headline
        article.text = text
        article.hashes = Article.Hashes(headline: headline, text: text)
        return article
    }

    private static let dateline: Dateline = {
        var dateline = Dateline(raw: "OLD TOWN, Wyo., Feb. 20 (Xinhua) --", form: "place-date-agency", confidence: 95)
        dateline.place = "OLD TOWN, Wyo."
        dateline.places = ["OLD TOWN"]
        dateline.city = "Old Town"
        dateline.region = "Wyo."
        dateline.country = "US"
        (dateline.lat, dateline.lon) = (43.5, -107.25)
        (dateline.date, dateline.datePrecision) = ("2018-02-20", "day")
        dateline.agencyRaw = "Xinhua"
        return dateline
    }()

    private static let photo: Article.Media = {
        var photo = Article.Media(uri: "https://demo.example/p.jpg", kind: .picture, caption: "The river.")
        photo.credit = Credit(raw: "(Xinhua/Dee Photo)", person: "Dee Photo", agency: "Xinhua")
        photo.rights = "© Demo"
        var original = Article.Rendition(href: "https://demo.example/p.jpg", name: "original")
        (original.type, original.width, original.height, original.bytes, original.duration) = ("image/jpeg", 900, 600, 12_345, 1.5)
        photo.renditions = [original, Article.Rendition(href: "https://demo.example/p-s.jpg", name: "thumbnail")]
        return photo
    }()

    private static let rights: Article.Rights = {
        var rights = Article.Rights()
        rights.holder = "Demo Agency"
        rights.notice = "© 2018 Demo"
        rights.terms = "https://demo.example/terms"
        rights.licence = "https://creativecommons.org/licenses/by/4.0/"
        return rights
    }()
}

extension SampleArticles {
    private static let provenance: Provenance = {
        var provenance = Provenance(fetched: "https://demo.example/rss.xml")
        provenance.sha256 = String(repeating: "0a", count: 32)
        provenance.etag = "\"1\""
        provenance.lastModified = "Tue, 20 Feb 2018 10:00:00 GMT"
        provenance.date = "Tue, 20 Feb 2018 10:01:00 GMT"
        provenance.contentType = "application/rss+xml"
        provenance.format = "rss20"
        provenance.encoding = "utf-8"
        provenance.position = 1
        provenance.repairs = ["undeclared entity 'nbsp'"]
        return provenance
    }()
}
