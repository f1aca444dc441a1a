// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials

/// An article's values as the closed outside formats take them: URIs, times and numbers that every schema accepts.
struct Publication {
    let article: Article
    let uri: String
    let firstCreated: String
    let versionCreated: String

    init(_ article: Article, firstCreated: Date?) {
        self.article = article
        uri = PublicURI.of(article.id) ?? "urn:wirespool:" + PercentEncoding.encoded(Array(article.hashes.content.utf8)[...])
        let fetched = Publication.time(article.fetched) ?? "1970-01-01T00:00:00Z"
        let created = Publication.time(article.effective) ?? fetched
        versionCreated = created
        self.firstCreated = min(firstCreated?.rfc3339 ?? Publication.time(article.published) ?? created, created)
    }

    /// A canceled story leaves no body behind.
    var hasBody: Bool { article.status != .canceled && !article.text.isEmpty }

    /// Midnight of the dateline's day, if its year is known.
    var contentCreated: String? {
        guard let date = article.dateline?.date else { return nil }
        return Publication.time(date + "T00:00:00Z")
    }

    var embargoedUntil: String? { Publication.time(article.embargoedUntil) }
    var expires: String? { Publication.time(article.expires) }

    var urgency: Int? { article.urgency.map { min(max($0, 1), 9) } }

    /// The operator's word, else the originating agency.
    var rightsHolder: String? {
        article.rights?.holder ?? article.agency.map { Agency.code($0.code)?.rightsHolder ?? $0.name }
    }

    var byline: String? { article.byline.map { $0.joined(separator: ", ") } }

    /// Why this revision was made, the markers in the agency's words, and its advisory.
    var editorialNote: String? {
        let markers = (article.markers ?? []).filter { $0.class != .genre && $0.class != .series }.map(\.raw)
        let notes = [article.changeType?.rawValue].compactMap(\.self) + markers + [article.advisory].compactMap(\.self)
        return notes.isEmpty ? nil : notes.joined(separator: "; ")
    }

    var genres: [String] {
        (article.markers ?? []).filter { $0.class == .genre }.map { Publication.label($0.raw) }
    }

    var webLink: String? { article.link.flatMap(PublicURI.of) }
    var licence: String? { article.rights?.licence.flatMap(PublicURI.of) }
    var feedURI: String? { PublicURI.of(article.feed.url) }

    var located: String? { article.dateline?.city ?? article.dateline?.place }

    /// ISO 3166-1 alpha-2, if it is one.
    var country: String? {
        guard let country = article.dateline?.country, country.utf8.count == 2 else { return nil }
        return country.utf8.allSatisfy { (0x41...0x5A).contains($0) } ? country : nil
    }

    /// The dateline's point, or the item's own.
    var point: Article.Coordinates? {
        let place = article.dateline.flatMap { line in line.lat.flatMap { lat in line.lon.map { Article.Coordinates(lat: lat, lon: $0) } } }
        return [place, article.geo].compactMap(\.self).first { $0.lat.magnitude <= 90 && $0.lon.magnitude <= 180 }
    }

    /// What else the item is known by, in a fixed order: the role and the value.
    var alternativeIDs: [(role: StaticString, value: String)] {
        let ids: [(StaticString, String?)] = [
            ("guid", article.ids.guid), ("atomId", article.ids.atomId), ("revisionId", article.ids.revisionId), ("link", article.link),
            ("canonicalLink", article.canonicalLink), ("contentHash", article.hashes.content), ("supersedes", article.supersedes),
        ]
        return ids.compactMap { id in id.1.flatMap { $0.isEmpty ? nil : (id.0, $0) } }
    }

    /// The text as XHTML paragraphs, the dateline in front of the first if asked for.
    func paragraphs(withDateline: Bool) -> String {
        let lead = withDateline ? article.dateline.map { $0.raw + " " } ?? "" : ""
        return Publication.paragraphs(of: lead + article.text)
    }

    /// Paragraphs joined by blank lines as XHTML.
    static func paragraphs(of text: String) -> String {
        text.split(separator: "\n\n").map { "<p>" + escaped(String($0)) + "</p>" }.joined()
    }

    /// Unicode scalars and words of the text.
    var counts: (characters: Int, words: Int) {
        (article.text.unicodeScalars.count, article.text.split(whereSeparator: \.isWhitespace).count)
    }

    /// A genre label without what joins it to the headline: `Feature: `, `FACTBOX-`.
    private static func label(_ raw: String) -> String {
        let isEnd = { (character: Character) in character.isWhitespace || ":-–—".contains(character) }
        guard let end = raw.lastIndex(where: { !isEnd($0) }) else { return raw }
        return String(raw[...end].drop(while: isEnd))
    }

    static func time(_ moment: Article.Moment?) -> String? { moment.flatMap { time($0.utc) } }

    /// RFC 3339 in UTC and whole seconds from the year 1 on, or nil.
    private static func time(_ text: String) -> String? {
        Date(rfc3339: text).map(\.rfc3339).flatMap { $0 < "0001" ? nil : $0 }
    }

    private static func escaped(_ text: String) -> String {
        // Byte by byte: `<` with a combining mark behind it is one Character, and still opens a tag.
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
