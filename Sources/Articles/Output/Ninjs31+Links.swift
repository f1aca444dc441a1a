// SPDX-License-Identifier: Apache-2.0
import Markup

extension Ninjs31 {
    /// Sources, other ids and the page on the web.
    func writeLinks(into json: inout JSONWriter) {
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

    func write(_ media: PublishedMedia, into json: inout JSONWriter) {
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
            json.member("descriptions", captions.compactMap { role, value in value.map { NinjsText(role: role, value: $0) } })
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
