// SPDX-License-Identifier: Apache-2.0
import Markup

extension Ninjs16 {
    /// Sources, other ids and the page on the web.
    func writeLinks(into json: inout JSONWriter) {
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

    func writeAssociations(into json: inout JSONWriter) {
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

    func write(_ media: PublishedMedia, into json: inout JSONWriter) {
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
