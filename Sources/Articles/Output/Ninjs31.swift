// SPDX-License-Identifier: Apache-2.0
import Markup

/// The article in IPTC ninjs 3.1, whose objects are closed: nothing of ours may be added to them.
struct Ninjs31 {
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
            json.member("associations", item.media) { write($1, into: &$0) }
        }
    }
}

extension Ninjs31 {
    private func writeAdministration(into json: inout JSONWriter) {
        json.member(
            "standard",
            object: { json in
                json.member("name", "ninjs")
                json.member("version", "3.1")
                json.member("schema", "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json")
            })
        json.member("uri", item.uri)
        json.member("type", article.kind == .advisory ? "text" : article.kind.rawValue)
        json.member("representationType", article.bodyComplete ? "full" : "partial")
        json.member("profile", "wirespool-text-1")
        json.member("version", String(article.revision))
        json.member("firstCreated", item.firstCreated)
        json.member("versionCreated", item.versionCreated)
        json.member("contentCreated", item.contentCreated)
        json.member("embargoedUntil", item.embargoedUntil)
        json.member("expires", item.expires)
        json.member("pubStatus", article.status.rawValue)
        json.member("urgency", item.urgency)
        json.member("edNote", item.editorialNote)
        json.member("language", article.language)
    }

    private func writeRights(into json: inout JSONWriter) {
        json.member("copyrightHolder", item.rightsHolder)
        json.member("copyrightNotice", article.rights?.notice)
        json.member("usageTerms", article.rights?.terms)
        if let licence = item.licence {
            json.member("rightsInfo", object: { $0.member("linkedRights", licence) })
        }
    }

    private func writeTexts(into json: inout JSONWriter) {
        let headlines = [NinjsText(role: "main", value: article.headline), NinjsText(role: "original", value: article.headlineRaw)]
        json.member("headlines", headlines.filter { !$0.value.isEmpty && ($0.role == "main" || $0.value != article.headline) })
        json.member("slugline", article.slug)
        json.member("by", item.byline)
        json.member("located", item.located)
        json.member("descriptions", article.summary.map { [NinjsText(role: "summary", value: $0)] })
        json.member("bodies", bodies)
    }

    private var bodies: [NinjsText] {
        guard item.hasBody else { return [] }
        var bodies = [NinjsText(role: "main", value: article.text, counts: item.counts)]
        if let html = article.html {
            let value = #"<div xmlns="http://www.w3.org/1999/xhtml">"# + html + "</div>"
            bodies.append(NinjsText(role: "richtext", type: "application/xhtml+xml", value: value))
        }
        if let dateline = article.dateline { bodies.append(NinjsText(role: "dateline", value: dateline.raw)) }
        return bodies
    }
}
