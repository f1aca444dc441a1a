// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Markup

/// The parts that a report on a feed and on its items have in common.
extension JSONWriter {
    /// Writes the instant of a date, or nothing where it is unknown.
    mutating func member(_ name: StaticString, _ date: FeedDate?) {
        guard let instant = date?.instant else { return }
        key(name)
        value(utf8: instant.rfc3339Bytes)
    }

    mutating func members(author: String?, authors: [Person], contributors: [Person]) {
        member("author", author)
        member("authors", authors) { $0.element($1) }
        member("contributors", contributors) { $0.element($1) }
    }

    mutating func members(of source: ItemSource) {
        member("title", source.title)
        member("id", source.id)
        member("link", source.link)
        member("subtitle", source.subtitle)
        member("rights", source.rights)
        member("updated", source.updated)
        member("author", source.author)
        member("authors", source.authors) { $0.element($1) }
    }

    mutating func members(of point: GeoPoint) {
        member("lat", point.latitude)
        member("long", point.longitude)
    }

    /// As in GeoJSON: the longitude comes first.
    mutating func members(of shape: GeoShape) {
        member("type", shape.kind.rawValue)
        member("coordinates", shape.points) { json, point in
            json.array { json in
                json.value(point.longitude)
                json.value(point.latitude)
            }
        }
    }

    mutating func element(_ person: Person) {
        object { json in
            json.member("name", person.name)
            json.member("email", person.email)
            json.member("uri", person.uri)
        }
    }

    mutating func element(_ category: FeedCategory) {
        object { json in
            json.member("term", category.term)
            json.member("scheme", category.scheme)
            json.member("label", category.label)
        }
    }

    mutating func element(_ enclosure: Enclosure) {
        object { json in
            json.member("url", enclosure.url)
            json.member("type", enclosure.type)
            json.member("length", enclosure.length)
            json.member("title", enclosure.title)
            json.member("duration", enclosure.duration)
        }
    }

    mutating func element(_ line: MediaLine) {
        object { json in
            json.member("url", line.url)
            json.member("type", line.type)
            json.member("credit", line.credit)
            json.member("description", line.description)
        }
    }
}
