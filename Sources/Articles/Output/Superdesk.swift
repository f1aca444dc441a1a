// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials
import Markup

/// The article as Superdesk's ninjs ingest takes it in mode "replace": guid and uri are the story's id and never change.
///
/// Pictures are left out: one dead image address makes Superdesk refuse the whole file. A caption without its picture is
/// therefore a text.
struct Superdesk {
    private let item: Publication
    private let versionCreated: String
    private var article: Article { item.article }

    init(_ item: Publication, versionCreated: Date) {
        self.item = item
        self.versionCreated = versionCreated.rfc3339
    }

    func write(into json: inout JSONWriter) {
        json.object { json in
            writeAdministration(into: &json)
            writeTexts(into: &json)
            writeRights(into: &json)
            writeTopics(into: &json)
            writeExtra(into: &json)
        }
    }
}

extension Superdesk {
    private func writeAdministration(into json: inout JSONWriter) {
        json.member("guid", item.uri)
        json.member("uri", item.uri)
        json.member("type", "text")
        json.member("pubstatus", article.status.rawValue)
        json.member("versioncreated", versionCreated)
        json.member("firstcreated", min(item.firstCreated, versionCreated))
        // Superdesk refuses an embargo that is over.
        json.member("embargoed", item.embargoedUntil.flatMap { $0 > versionCreated ? $0 : nil })
        json.member("urgency", item.urgency)
        json.member("language", article.language)
        json.member("source", article.agency?.name ?? article.feed.name)
    }

    private func writeTexts(into json: inout JSONWriter) {
        json.member("headline", headline)
        json.member("slugline", article.slug)
        json.member("byline", item.byline)
        json.member("located", item.located)
        json.member("ednote", item.editorialNote)
        guard article.status != .canceled else { return }
        json.member("description_text", article.summary)
        let text = article.text.isEmpty ? captions : article.text
        guard !text.isEmpty else { return }
        json.member("body_text", text)
        json.member("body_html", article.text.isEmpty ? Publication.paragraphs(of: text) : item.paragraphs(withDateline: true))
    }

    /// Superdesk needs one; the first words stand in for it.
    private var headline: String {
        let candidates = [article.headline, article.headlineRaw, article.text, captions, article.summary ?? ""]
        let first = candidates.first { $0.contains { !$0.isWhitespace } } ?? "(without headline)"
        let line = first.split(whereSeparator: \.isNewline).first.map(String.init) ?? first
        return line.unicodeScalars.count > 200 ? String(String.UnicodeScalarView(line.unicodeScalars.prefix(199))) + "…" : line
    }

    private var captions: String {
        (article.media ?? []).compactMap(\.caption).joined(separator: "\n\n")
    }

    private func writeRights(into json: inout JSONWriter) {
        json.member("copyrightholder", item.rightsHolder)
        json.member("copyrightnotice", article.rights?.notice)
        json.member("usageterms", article.rights?.terms)
    }

    private func writeTopics(into json: inout JSONWriter) {
        let categories = (article.categories ?? []).filter { $0.raw.contains { !$0.isWhitespace } }
        json.member("keywords", categories.map(\.raw) + (article.feed.tags ?? [])) { $0.value($1) }
        let subjects = categories.compactMap { category in
            category.medtop.flatMap(MediaTopicCode.init).map { Concept(name: category.raw, code: $0.code) }
        }
        json.member("subject", subjects)
        json.member("genre", item.genres.map { Concept(name: $0, code: $0) })
        let places = [item.located, item.country].compactMap(\.self).filter { $0.contains { !$0.isWhitespace } }
        json.member("place", places.map { Concept(name: $0, code: $0) })
    }

    /// What Superdesk has no field for; it keeps the object as it is.
    private func writeExtra(into json: inout JSONWriter) {
        json.member(
            "extra",
            object: { json in
                json.member(
                    "wirespool",
                    object: { json in
                        json.member("revision", article.revision)
                        json.member("change", article.changeType?.rawValue)
                        json.member("correction_of", article.supersedes)
                        json.member("dateline_raw", article.dateline?.raw)
                        json.member("feed", article.feed.name)
                        json.member("link", article.link)
                        json.member("sha256", article.hashes.content)
                    })
            })
    }
}

/// A subject, genre or place; Superdesk kills an item whose entry has no code.
private struct Concept: JSONWritable {
    var name: String
    var code: String

    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("code", code)
        }
    }
}
