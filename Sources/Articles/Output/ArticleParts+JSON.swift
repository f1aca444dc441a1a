// SPDX-License-Identifier: Apache-2.0
import Markup

extension Article.Match: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("code", code)
            guard let numbers else { return }
            json.member(
                "numbers",
                object: { json in
                    for (name, number) in numbers.sorted(by: { $0.key < $1.key }) where number.isFinite {
                        json.key(named: name)
                        json.value(number)
                    }
                })
        }
    }
}

extension Article.Changes: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("headline", headline)
            json.member("paragraphsAdded", paragraphsAdded)
            json.member("paragraphsRemoved", paragraphsRemoved)
            json.member("wordsAdded", wordsAdded)
            json.member("wordsRemoved", wordsRemoved)
            json.member("numbersAdded", numbersAdded) { $0.value($1) }
            json.member("numbersRemoved", numbersRemoved) { $0.value($1) }
        }
    }
}

extension Article.RelatedStory: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("score", score.isFinite ? score : 0)
            json.member("reason", reason)
        }
    }
}

extension Article.FeedReference: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("url", url)
            json.member("title", title)
            json.member("homepage", homepage)
            json.member("language", language)
            json.member("tags", tags) { $0.value($1) }
        }
    }
}

extension Provenance: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("url", url)
            json.member("sha256", sha256)
            json.member("etag", etag)
            json.member("lastModified", lastModified)
            json.member("date", date)
            json.member("contentType", contentType)
            json.member("format", format)
            json.member("encoding", encoding)
            json.member("position", position)
            json.member("repairs", repairs) { $0.value($1) }
        }
    }
}

extension Article.AgencyReference: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("code", code)
            json.member("name", name)
            json.member("confidence", confidence)
            json.member("from", from.rawValue)
        }
    }
}

extension Article.Marker: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("class", `class`.rawValue)
            json.member("raw", raw)
            json.member("n", n)
        }
    }
}

extension Article.Category: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("raw", raw)
            json.member("scheme", scheme)
            json.member("medtop", medtop)
            json.member("confidence", confidence)
        }
    }
}

extension Article.Moment: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("utc", utc)
            json.member("raw", raw)
            json.member("quality", quality)
        }
    }
}

extension Article.Identifiers: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("guid", guid)
            json.member("atomId", atomId)
            json.member("revisionId", revisionId)
            json.member("identifier", identifier)
        }
    }
}

extension Article.Rights: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("holder", holder)
            json.member("notice", notice)
            json.member("terms", terms)
            json.member("licence", licence)
        }
    }
}

extension Article.Coordinates: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("lat", lat.isFinite ? lat : 0)
            json.member("lon", lon.isFinite ? lon : 0)
        }
    }
}

extension Article.Hashes: JSONWritable {
    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("content", content)
            json.member("title", title)
            json.member("simhash", simhash)
        }
    }
}
