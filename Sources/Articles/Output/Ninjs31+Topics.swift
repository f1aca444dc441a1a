// SPDX-License-Identifier: Apache-2.0
import Markup

extension Ninjs31 {
    /// Where it happened and what it is about.
    func writeTopics(into json: inout JSONWriter) {
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
}
