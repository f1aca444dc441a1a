// SPDX-License-Identifier: Apache-2.0
import TestSupport

private func many(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

private let feed = Wire.rss(count: 1, feed: 7)

/// A head of these lines, a body as it is, and the end of the connection.
private func raw(_ lines: [String], _ body: String = feed, status: String = "HTTP/1.1 200 OK") -> Reply {
    .raw(([status] + lines + ["", ""]).joined(separator: "\r\n") + body)
}

private let tooLong = many(60_000, "a")

extension HostileServer {
    /// Where a body begins and ends.
    static let framing: [HostileServer] = [
        HostileServer("a length of 99 GB", "fetch too-large", raw(["Content-Length: 99999999999"])),
        HostileServer("a length beyond all numbers", "fetch too-large", raw(["Content-Length: " + many(1_000, "9")])),
        HostileServer("a negative length", "fetch bad-response", raw(["Content-Length: -1"])),
        HostileServer("a length in words", "fetch bad-response", raw(["Content-Length: six"])),
        HostileServer("two lengths", "fetch bad-response", raw(["Content-Length: 6", "Content-Length: 5"])),
        HostileServer("a length that is too long", "fetch truncated", raw(["Content-Length: 100000"])),
        HostileServer("a length that is too short", "parse malformed", raw(["Content-Length: 20"])),
        HostileServer("chunks and a length", "fetch bad-response", raw(["Content-Length: 3", "Transfer-Encoding: chunked"])),
        HostileServer("a chunk cut short", "fetch truncated", raw(["Transfer-Encoding: chunked"], "fff\r\n<rss>")),
        HostileServer("no last chunk", "fetch truncated", raw(["Transfer-Encoding: chunked"], "5\r\n<rss>\r\n")),
        HostileServer("a chunk of all memory", "fetch truncated", raw(["Transfer-Encoding: chunked"], "7fffffffffffffff\r\n<rss>")),
        HostileServer("a chunk beyond all numbers", "fetch bad-response", raw(["Transfer-Encoding: chunked"], many(40, "f") + "\r\n<rss>")),
        HostileServer("a negative chunk", "fetch bad-response", raw(["Transfer-Encoding: chunked"], "-1\r\n<rss>")),
        HostileServer("a transfer of no name", "fetch bad-encoding", raw(["Transfer-Encoding: " + many(1_000, "x,")])),
        HostileServer("no answer", "fetch reset", .close),
        HostileServer("a reset", "fetch reset", .reset),
        HostileServer(
            "a reset in the body", "fetch reset", Reply([.send(Reply.head(200, [("Content-Length", Array("9999".utf8))])), .reset])),
        HostileServer("a head cut short", "fetch truncated", .raw("HTTP/1.1 200 OK\r\nContent-Le")),
        HostileServer("a body without a head", "fetch bad-response", .raw(feed)),
        HostileServer("noise", "fetch bad-response", .raw(many(10_000, "\u{7}\u{1B}[2J"))),
        HostileServer("a version of its own", "fetch bad-response", raw([], status: "HTTP/9.9 200 OK")),
        HostileServer("no status", "fetch bad-response", raw([], status: "HTTP/1.1")),
        HostileServer("a status of no digits", "fetch bad-response", raw([], status: "HTTP/1.1 abc")),
        HostileServer("a status of many digits", "fetch bad-response", raw([], status: "HTTP/1.1 " + many(1_000, "9"))),
        HostileServer("status 999", "fetch refused-999", raw([], status: "HTTP/1.1 999 No")),
        HostileServer("an answer to another question", "fetch refused-304", raw([], "", status: "HTTP/1.1 304 No")),
        HostileServer("a part that nobody asked for", "fetch refused-206", raw([], status: "HTTP/1.1 206 Part")),
        HostileServer("two answers", nil, raw(["Content-Length: \(feed.utf8.count)"], feed + "HTTP/1.1 200 OK\r\n\r\nno")),
    ]

    /// Where a redirect leads.
    static let redirects: [HostileServer] =
        [
            HostileServer("a redirect to itself", "fetch redirect-loop") { .redirect(to: $0.path) },
            HostileServer("a circle of two", "fetch redirect-loop") { .redirect(to: $0.path == "/feed" ? "/other" : "/feed") },
            HostileServer("a path without end", "fetch too-many-redirects") { .redirect(to: $0.path + "/a") },
            HostileServer("a path that doubles", "fetch too-many-redirects") { .redirect(to: $0.path + $0.path) },
            HostileServer("from one name of the host to another", "fetch too-many-redirects") { request in
                let host = request["Host"] ?? ""
                let next =
                    host.hasPrefix("1") ? host.replacing("127.0.0.1", with: "localhost") : host.replacing("localhost", with: "127.0.0.1")
                return .redirect(to: "http://\(next)\(request.path)a")
            },
            HostileServer("to two places", "fetch bad-redirect", raw(["Location: /a", "Location: /b"], "", status: "HTTP/1.1 302 No")),
            HostileServer("to nowhere", "fetch bad-redirect", raw([], "", status: "HTTP/1.1 302 No")),
        ]
        + [
            ("a file", "file:///etc/passwd"), ("ftp", "ftp://127.0.0.1/x"), ("gopher", "gopher://127.0.0.1:1/_x"),
            ("a script", "javascript:alert(1)"), ("data", "data:text/xml," + many(10_000, "a")), ("nobody", "http://"),
            ("a user", "http://user:secret@127.0.0.1/"), ("a backslash", "http://127.0.0.1\\@b.example/"),
            ("port nought", "http://127.0.0.1:0/"),
            ("a port beyond all", "http://127.0.0.1:\(many(1_000, "9"))/"), ("digits in circles", "http://①②⑦.0.0.1/"),
            ("a control character", "/a\u{1}b"), ("an escape", "/\u{1B}]0;title\u{7}"), ("text turned around", "http://\u{202E}tset.a/"),
            ("an address too long", "/" + tooLong), ("a host too long", "http://\(many(10_000, "a."))example/"),
            ("steps up", many(10_000, "../")), ("percent signs", "http://" + many(10_000, "%")),
            ("brackets", "http://" + many(10_000, "[")),
        ].map { name, location in HostileServer("to \(name)", "fetch bad-redirect", .redirect(to: location)) }

    /// What stands in a head.
    static let headers: [HostileServer] =
        [
            ("a NUL", "X-A: a\u{0}b", "fetch bad-response"), ("a line that is no field", many(1_000, "rubbish "), "fetch bad-response"),
            ("a bare CR", "X-A: a\rX-B: c", nil), ("a fold", "X-A: a\r\n b", nil), ("no name", ": a", nil),
            ("a tag of an entity too long", "ETag: \"\(tooLong)\"", nil), ("two tags", "ETag: \"1\"\r\nETag: \"2\"", nil),
            ("a tag that is an escape", "ETag: \"\u{1B}[2J\"", nil),
            ("a date without sense", "Last-Modified: " + many(10_000, "Feb. "), nil),
            ("a type too long", "Content-Type: text/xml; charset=" + tooLong, nil),
            ("parameters of a type", "Content-Type: text/xml" + many(10_000, "; a=b"), nil),
            ("quotes in a type", "Content-Type: text/xml; charset=" + many(10_000, "\"\\"), nil),
            ("a type that is an escape", "Content-Type: \u{1B}]0;title\u{7}", nil),
            ("an age beyond all", "Cache-Control: max-age=\(many(1_000, "9"))\r\nAge: \(many(1_000, "9"))", nil),
            ("a negative age", "Cache-Control: max-age=-1\r\nAge: -99999999999999999999", nil),
            ("directives without sense", "Cache-Control: " + many(10_000, "a=b,"), nil),
            ("quotes in directives", "Cache-Control: a=\"" + many(20_000, "\\"), nil),
            ("an end of the world", "Expires: Fri, 31 Dec 9999999999 23:59:59 GMT\r\nDate: Thu, 01 Jan 0000 00:00:00 GMT", nil),
            ("a time to come back, beyond all", "Retry-After: " + many(1_000, "9"), nil),
            ("ten thousand links", "Link: " + many(10_000, "<a>,"), nil), ("one link that is open", "Link: " + many(30_000, "<"), nil),
            ("a policy without sense", "Strict-Transport-Security: " + many(5_000, "max-age=9;"), nil),
            ("cookies", many(150, "Set-Cookie: a=\(many(300, "b"))\r\n") + "X-A: b", nil),
            ("a name too long", tooLong + ": a", nil), ("names of no letters", many(150, "\u{80}: \u{FF}\r\n") + "X-A: b", nil),
        ].map { name, line, verdict in HostileServer("a head with \(name)", verdict, raw([line])) }
        + [401, 407, 429, 503].map { status in
            let line = "WWW-Authenticate: Digest realm=\"\(many(10_000, "a"))\", nonce=\(many(10_000, "\""))\r\nRetry-After: "
            return HostileServer(
                "\(status) with a head of nonsense", "fetch refused-\(status)",
                raw([line + many(1_000, "9")], status: "HTTP/1.1 \(status) \u{1B}[2J"))
        }
}
