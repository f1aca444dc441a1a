// SPDX-License-Identifier: Apache-2.0
import Markup

extension Article.Media: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("uri", uri)
            json.member("kind", kind.rawValue)
            json.member("caption", caption)
            json.member("credit", credit)
            json.member("rights", rights)
            json.member("renditions", renditions)
        }
    }
}

extension Article.Rendition: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("href", href)
            json.member("type", type)
            json.member("width", width)
            json.member("height", height)
            json.member("bytes", bytes)
            json.member("duration", duration.flatMap { $0.isFinite ? $0 : nil })
            json.member("name", name)
        }
    }
}

extension Credit: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("raw", raw)
            json.member("person", person)
            json.member("agency", agency)
        }
    }
}

extension Dateline: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("raw", raw)
            json.member("place", place)
            json.member("places", places) { $0.value($1) }
            json.member("city", city)
            json.member("region", region)
            json.member("country", country)
            json.member("lat", lat.flatMap { $0.isFinite ? $0 : nil })
            json.member("lon", lon.flatMap { $0.isFinite ? $0 : nil })
            json.member("date", date)
            json.member("datePrecision", datePrecision)
            json.member("agencyRaw", agencyRaw)
            json.member("form", form)
            json.member("confidence", confidence)
        }
    }
}
