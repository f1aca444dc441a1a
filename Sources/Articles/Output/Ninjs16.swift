// SPDX-License-Identifier: Apache-2.0
import Markup

/// The article in IPTC ninjs 1.6: the flat form with lower-case names, whose associations and renditions are objects.
struct Ninjs16 {
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
        json.member("copyrightholder", article.rights?.holder ?? article.agency?.name)
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

    private func writeTopics(into json: inout JSONWriter) {
        writePlaces(into: &json)
        json.member("subject", article.categories) { json, category in
            json.object { json in
                json.member("name", category.raw)
                json.member("rel", "about")
                let topic = category.medtop.flatMap(MediaTopicCode.init)
                json.member("scheme", topic?.scheme)
                json.member("code", topic?.code ?? category.raw)
                json.member("creator", topic == nil ? nil : "wirespool")
                json.member("confidence", category.confidence)
            }
        }
        json.member("genre", item.genres) { json, genre in
            json.object { json in
                json.member("name", genre)
                json.member("code", genre)
            }
        }
    }

    private func writePlaces(into json: inout JSONWriter) {
        guard let located = item.located else { return }
        json.key("place")
        json.array { json in
            json.object { json in
                json.member("name", located)
                json.member("rel", "dateline")
            }
            guard let country = item.country else { return }
            json.object { json in
                json.member("name", country)
                json.member("rel", "dateline-country")
                json.member("scheme", "http://cvx.iptc.org/iso3166-1a2/")
                json.member("code", country)
            }
        }
    }

    private func writeLinks(into json: inout JSONWriter) {
        json.key("infosource")
        json.array { json in
            if let agency = article.agency { write(source: agency.name, rel: "originator", code: agency.code, into: &json) }
            write(source: article.feed.title ?? article.feed.name, rel: "feed", code: article.feed.name, into: &json)
        }
        json.member(
            "altids",
            object: { json in
                for id in item.alternativeIDs { json.member(id.role, id.value) }
            })
        guard let webLink = item.webLink else { return }
        json.member(
            "renditions",
            object: { json in
                json.member(
                    "web",
                    object: { json in
                        json.member("href", webLink)
                        json.member("mimetype", "text/html")
                    })
            })
    }

    private func write(source name: String, rel: String, code: String, into json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("rel", rel)
            json.member("code", code)
        }
    }

    private func writeAssociations(into json: inout JSONWriter) {
        let media = item.media
        guard !media.isEmpty else { return }
        json.member(
            "associations",
            object: { json in
                for (index, asset) in media.enumerated() {
                    json.key(named: index == 0 ? "featuremedia" : asset.name)
                    write(asset, into: &json)
                }
            })
    }

    private func write(_ media: PublishedMedia, into json: inout JSONWriter) {
        json.object { json in
            json.member("uri", media.uri)
            json.member("type", media.type)
            json.member("versioncreated", item.versionCreated)
            json.member("byline", media.credit?.person)
            json.member("copyrightholder", media.credit?.agency)
            json.member("copyrightnotice", media.rights)
            json.member("description_text", media.caption)
            json.member("description_credit", media.credit?.raw)
            guard !media.renditions.isEmpty else { return }
            json.member(
                "renditions",
                object: { json in
                    for rendition in media.renditions { write(rendition, into: &json) }
                })
        }
    }

    private func write(_ rendition: PublishedMedia.Rendition, into json: inout JSONWriter) {
        json.key(named: rendition.name)
        json.object { json in
            json.member("href", rendition.href)
            json.member("mimetype", rendition.type)
            json.member("width", rendition.width)
            json.member("height", rendition.height)
            json.member("sizeinbytes", rendition.bytes)
            json.member("duration", rendition.duration)
        }
    }
}
