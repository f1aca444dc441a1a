// SPDX-License-Identifier: Apache-2.0
import Markup

/// The article in IPTC ninjs 1.6: the flat form with lower-case names, whose associations and renditions are objects.
struct Ninjs16 {
    let item: Publication
    var article: Article { item.article }

    init(_ item: Publication) {
        self.item = item
    }

    func write(into json: inout JSONWriter) {
        json.object { json in
            writeAdministration(into: &json)
            writeRights(into: &json)
            writeTexts(into: &json)
            writeTopics(into: &json)
            writeLinks(into: &json)
            writeAssociations(into: &json)
        }
    }
}

extension Ninjs16 {
    private func writeAdministration(into json: inout JSONWriter) {
        json.member(
            "$standard",
            object: { json in
                json.member("name", "ninjs")
                json.member("version", "1.6")
                json.member("schema", "https://www.iptc.org/std/ninjs/ninjs-schema_1.6.json")
            })
        json.member("uri", item.uri)
        json.member("type", article.kind == .advisory ? "text" : article.kind.rawValue)
        json.member("mimetype", item.hasBody ? "text/html" : nil)
        json.member("representationtype", article.bodyComplete ? "complete" : "incomplete")
        json.member("profile", "wirespool-text-1")
        json.member("version", String(article.revision))
        json.member("firstcreated", item.firstCreated)
        json.member("versioncreated", item.versionCreated)
        json.member("contentcreated", item.contentCreated)
        json.member("embargoed", item.embargoedUntil)
        json.member("expires", item.expires)
        json.member("pubstatus", article.status.rawValue)
        json.member("urgency", item.urgency)
        json.member("ednote", item.editorialNote)
        json.member("language", article.language)
    }

    private func writeRights(into json: inout JSONWriter) {
        json.member("copyrightholder", item.rightsHolder)
        json.member("copyrightnotice", article.rights?.notice)
        json.member("usageterms", article.rights?.terms)
        if let licence = item.licence {
            json.member("rightsinfo", object: { $0.member("linkedrights", licence) })
        }
    }

    private func writeTexts(into json: inout JSONWriter) {
        json.member("headline", article.headline.isEmpty ? nil : article.headline)
        json.member("headline_original", article.headlineRaw.isEmpty || article.headlineRaw == article.headline ? nil : article.headlineRaw)
        json.member("slugline", article.slug)
        json.member("byline", item.byline)
        json.member("located", item.located)
        json.member("description_text", article.summary)
        guard item.hasBody else { return }
        json.member("body_text", article.text)
        json.member("body_html", article.html ?? item.paragraphs(withDateline: false))
        json.member("body_dateline", article.dateline?.raw)
        json.member("charcount", item.counts.characters)
        json.member("wordcount", item.counts.words)
    }
}
