// SPDX-License-Identifier: Apache-2.0
import Markup

/// The article in IPTC ninjs 3.1, whose objects are closed: nothing of ours may be added to them.
struct Ninjs31 {
    private let item: Publication
    private var article: Article { item.article }

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
        json.member("copyrightHolder", article.rights?.holder ?? article.agency?.name)
        json.member("copyrightNotice", article.rights?.notice)
        json.member("usageTerms", article.rights?.terms)
        if let licence = item.licence {
            json.member("rightsInfo", object: { $0.member("linkedRights", licence) })
        }
    }

    private func writeTexts(into json: inout JSONWriter) {
        let headlines = [Text(role: "main", value: article.headline), Text(role: "original", value: article.headlineRaw)]
        json.member("headlines", headlines.filter { !$0.value.isEmpty && ($0.role == "main" || $0.value != article.headline) })
        json.member("slugline", article.slug)
        json.member("by", item.byline)
        json.member("located", item.located)
        json.member("descriptions", article.summary.map { [Text(role: "summary", value: $0)] })
        json.member("bodies", bodies)
    }

    private var bodies: [Text] {
        guard item.hasBody else { return [] }
        var bodies = [Text(role: "main", value: article.text, counts: item.counts)]
        if let html = article.html {
            let value = #"<div xmlns="http://www.w3.org/1999/xhtml">"# + html + "</div>"
            bodies.append(Text(role: "richtext", type: "application/xhtml+xml", value: value))
        }
        if let dateline = article.dateline { bodies.append(Text(role: "dateline", value: dateline.raw)) }
        return bodies
    }

    private func writeTopics(into json: inout JSONWriter) {
        writePlaces(into: &json)
        json.member("subjects", article.categories) { json, category in
            json.object { json in
                json.member("name", category.raw)
                json.member("rel", "about")
                json.member("uri", category.medtop.flatMap(PublicURI.of))
                json.member("literal", category.raw)
                json.member("creator", category.medtop == nil ? nil : "wirespool")
                json.member("confidence", category.confidence)
            }
        }
        json.member("genres", item.genres) { json, genre in
            json.object { json in
                json.member("name", genre)
                json.member("literal", genre)
            }
        }
    }

    private func writePlaces(into json: inout JSONWriter) {
        guard let located = item.located else { return }
        json.key("places")
        json.array { json in
            json.object { json in
                json.member("name", located)
                json.member("rel", "dateline")
                json.member("literal", article.dateline?.place)
                if let point = item.point { writeGeoJSON(point, into: &json) }
            }
            if let country = item.country { writeCountry(country, into: &json) }
        }
    }

    private func writeGeoJSON(_ point: Article.Coordinates, into json: inout JSONWriter) {
        json.member(
            "geoJSON",
            object: { json in
                json.member("type", "Point")
                json.member("coordinates", [point.lon, point.lat]) { $0.value($1) }
            })
    }

    private func writeCountry(_ country: String, into json: inout JSONWriter) {
        json.object { json in
            json.member("name", country)
            json.member("rel", "dateline-country")
            json.member("uri", "http://cvx.iptc.org/iso3166-1a2/" + country)
            json.member("literal", country)
        }
    }

    private func writeLinks(into json: inout JSONWriter) {
        json.key("infoSources")
        json.array { json in
            if let agency = article.agency {
                write(source: agency.name, role: "originator", uri: nil, literal: agency.code, into: &json)
            }
            write(source: article.feed.title ?? article.feed.name, role: "feed", uri: item.feedURI, literal: article.feed.name, into: &json)
        }
        json.member("altIds", item.alternativeIDs) { json, id in
            json.object { json in
                json.key("role")
                json.value(id.role.description)
                json.member("value", id.value)
            }
        }
        guard let webLink = item.webLink else { return }
        json.member("renditions", [webLink]) { json, href in
            json.object { json in
                json.member("name", "web")
                json.member("href", href)
                json.member("contentType", "text/html")
            }
        }
    }

    private func write(source name: String, role: String, uri: String?, literal: String, into json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("role", role)
            json.member("uri", uri)
            json.member("literal", literal)
        }
    }

    private func write(_ media: PublishedMedia, into json: inout JSONWriter) {
        json.object { json in
            json.member("name", media.name)
            json.member("rel", "illustration")
            json.member("uri", media.uri)
            json.member("type", media.type)
            json.member("versionCreated", item.versionCreated)
            json.member("by", media.credit?.person)
            json.member("copyrightHolder", media.credit?.agency)
            json.member("copyrightNotice", media.rights)
            let captions = [("caption", media.caption), ("credit", media.credit?.raw)]
            json.member("descriptions", captions.compactMap { role, value in value.map { Text(role: role, value: $0) } })
            json.member("renditions", media.renditions) { write($1, into: &$0) }
        }
    }

    private func write(_ rendition: PublishedMedia.Rendition, into json: inout JSONWriter) {
        json.object { json in
            json.member("name", rendition.name)
            json.member("href", rendition.href)
            json.member("contentType", rendition.type)
            json.member("width", rendition.width)
            json.member("height", rendition.height)
            json.member("sizeInBytes", rendition.bytes)
            json.member("duration", rendition.duration)
        }
    }
}

/// A headline, description or body.
private struct Text: JSONWritable {
    var role: String
    var type = "text/plain"
    var value: String
    var counts: (characters: Int, words: Int)?

    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("role", role)
            json.member("contentType", type)
            json.member("charCount", counts?.characters)
            json.member("wordCount", counts?.words)
            json.member("value", value)
        }
    }
}
