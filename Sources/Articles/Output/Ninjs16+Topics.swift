// SPDX-License-Identifier: Apache-2.0
import Markup

extension Ninjs16 {
    /// Where it happened and what it is about.
    func writeTopics(into json: inout JSONWriter) {
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
}
