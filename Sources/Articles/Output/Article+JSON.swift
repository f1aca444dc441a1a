// SPDX-License-Identifier: Apache-2.0
public import Markup

extension Article {
    /// Writes the native record as one object on one line, its keys in the order of docs/ARTICLE.md; what is absent is left out.
    public func write(into json: inout JSONWriter) {
        json.object { json in
            writeIdentity(into: &json)
            writeOrigin(into: &json)
            writeHeadline(into: &json)
            writeBody(into: &json)
            writeSubject(into: &json)
            writeDates(into: &json)
            writeLinks(into: &json)
            json.member("warnings", warnings) { $0.value($1) }
        }
    }
}

extension Article {
    private func writeIdentity(into json: inout JSONWriter) {
        json.member("schema", schema)
        json.member("id", id)
        json.member("revision", revision)
        json.member("supersedes", supersedes)
        json.member("changeType", changeType?.rawValue)
        json.member("matchedBy", matchedBy)
        json.member("changes", changes)
        json.member("copyOf", copyOf)
        json.member("related", related)
    }

    private func writeOrigin(into json: inout JSONWriter) {
        json.member("feed", feed)
        json.member("provenance", provenance)
        json.member("agency", agency)
        json.member("kind", kind.rawValue)
        json.member("status", status.rawValue)
        json.member("urgency", urgency)
    }

    private func writeHeadline(into json: inout JSONWriter) {
        json.member("headline", headline)
        json.member("headlineRaw", headlineRaw)
        json.member("markers", markers)
        json.member("slug", slug)
        json.member("byline", byline) { $0.value($1) }
        json.member("dateline", dateline)
    }

    private func writeBody(into json: inout JSONWriter) {
        json.member("preface", preface)
        json.member("summary", summary)
        json.member("text", text)
        json.member("bodyStart", bodyStart)
        json.member("html", html)
        json.member("bodyComplete", bodyComplete)
        json.member("advisory", advisory)
        json.member("endMark", endMark)
    }

    private func writeSubject(into json: inout JSONWriter) {
        json.member("media", media)
        json.member("categories", categories)
        json.member("language", language)
    }

    private func writeDates(into json: inout JSONWriter) {
        json.member("published", published)
        json.member("updated", updated)
        json.member("fetched", fetched)
        json.member("effective", effective)
        json.member("embargoedUntil", embargoedUntil)
        json.member("expires", expires)
    }

    private func writeLinks(into json: inout JSONWriter) {
        json.member("link", link)
        json.member("canonicalLink", canonicalLink)
        json.member("ids", ids)
        json.member("rights", rights)
        json.member("geo", geo)
        json.member("hashes", hashes)
    }
}
