// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Ingest
import TestSupport

/// A day and a quarter of feeds of every kind, then forty days later, then with a clock that is two years wrong, then after an upgrade.
struct Day {
    /// Each feed has a site of its own name; those of one site share a host.
    private let scene: Scene
    private var feeds: [FeedSettings] = []
    private let closed: ClosedPort

    static let length: TimeInterval = 30 * 3600

    /// What servers answer always, after one good document.
    static let errors: KeyValuePairs<String, Reply> = [
        "e400": .status(400), "e401": .status(401), "e403": .status(403), "e404": .status(404), "e418": .status(418), "e500": .status(500),
        "e502": .status(502), "e503": .status(503), "page": .ok(Wire.page), "empty": .ok(""), "truncated": .truncated(Wire.document(1...3)),
        "reset": .reset, "close": .close, "bad-encoding": .ok("x", headers: ["Content-Encoding": "gzip"]),
    ]

    init() throws {
        scene = try Scene(lateness: 5)
        closed = try ClosedPort()
        try addValidators()
        try addThrottles()
        try addErrors()
        try addWishes()
        try addMoves()
        try addManners()
    }

    func run() async throws -> Evidence {
        try await scene.run(feeds, seconds: Self.length)
        var evidence = Evidence(day: scene.visits, states: try scene.states(), events: try await scene.events())
        evidence.mostInFlight = scene.network.mostInFlight
        evidence.quarantined = (try? scene.directory.names(in: "state/quarantine")) ?? []
        let start = evidence.day.count
        scene.time.advance(by: 40 * 86_400)
        try await scene.run(feeds, seconds: 3 * 3600)
        for years in [-2.0, 2] {
            scene.time.advance(by: years * 31_557_600)
            try await scene.run(feeds, seconds: 3 * 3600)
        }
        evidence.later = Array(scene.visits.dropFirst(start))
        let end = scene.visits.count
        try OlderCatalog.make(of: scene.directory.path("state/catalog.sqlite"))
        try await scene.run(feeds, seconds: 3 * 3600)
        evidence.upgraded = Array(scene.visits.dropFirst(end))
        return evidence
    }
}

extension Day {
    /// A feed of a site of its own, which answers the first request with a good document.
    private mutating func add(
        _ name: String, target: String = "/feed.xml", interval: Duration = .seconds(3600),
        _ answer: @escaping @Sendable (Request, Int) -> Reply
    ) throws {
        feeds.append(scene.feed(name, try scene.site(name, answer).url(target), interval: interval))
    }

    private static func good(_ request: Request, tag: String = "\"1\"") -> Reply {
        request["If-None-Match"] == tag ? .notModified() : .ok(Wire.document(1...10), headers: ["ETag": tag])
    }

    private mutating func addValidators() throws {
        try add("both") { request, _ in
            request["If-None-Match"] != nil
                ? .notModified() : .ok(Wire.document(1...10), headers: ["ETag": "W/\"a,\"b\" c", "Last-Modified": "Tuesday, about noon"])
        }
        try add("date-only") { request, _ in
            request["If-Modified-Since"] != nil ? .notModified() : .ok(Wire.document(1...10), headers: ["Last-Modified": "0"])
        }
        try add("none") { _, _ in .ok(Wire.document(1...10), headers: ["Date": "Tue, 20 Feb 2018 10:00:00 GMT"]) }
        // The second document has a tag alone; the third answer is 304 with another tag, the fourth a 304 without any.
        try add("one-set") { _, before in
            switch before {
            case 0: .ok(Wire.document(1...10), headers: ["ETag": "\"1\"", "Last-Modified": "then"])
            case 1: .ok(Wire.document(1...10), headers: ["ETag": "\"2\""])
            case 2: .notModified(headers: ["ETag": "\"3\""])
            default: .notModified()
            }
        }
    }

    private mutating func addThrottles() throws {
        try add("throttled") { request, before in
            before == 1 ? .status(429, headers: ["Retry-After": "7200", "ETag": "\"no\""]) : Self.good(request)
        }
        let site = try scene.site("busy") { request, before in
            request.path == "/a" && before == 1 ? .status(503, headers: ["Retry-After": "10800"]) : Self.good(request)
        }
        feeds += [scene.feed("busy-a", site.url("/a")), scene.feed("busy-b", site.url("/b"))]
        try add("throttled-always", interval: .seconds(900)) { _, _ in .status(429) }
    }

    private mutating func addErrors() throws {
        for (name, reply) in Self.errors {
            try add(name, interval: .seconds(900)) { request, before in before == 0 ? Self.good(request) : reply }
        }
        try add("gone") { request, before in before == 0 ? Self.good(request) : .status(410) }
        feeds += [
            scene.feed("refused", closed.url("/feed.xml")), scene.feed("no-host", "http://no-such-host.invalid/feed.xml"),
            scene.feed("expired", "http://expired.invalid/feed.xml"),
        ]
        try add("private", target: "/feed.xml?token=hunter2") { _, _ in .status(404) }
    }

    private mutating func addWishes() throws {
        try add("max-age") { _, _ in .ok(Wire.document(1...10), headers: ["Cache-Control": "max-age=4000", "Age": "400", "ETag": "\"1\""]) }
        try add("expires") { _, _ in
            .ok(
                Wire.document(1...10),
                headers: ["Expires": "Tue, 20 Feb 2018 11:00:00 GMT", "Date": "Tue, 20 Feb 2018 10:00:00 GMT", "ETag": "\"1\""])
        }
        try add("ttl") { _, _ in .ok(Wire.document(1...10, channel: "<ttl>60</ttl>"), headers: ["ETag": "\"1\""]) }
        try add("hourly") { _, _ in
            .ok(Wire.document(1...10, channel: "<sy:updatePeriod>hourly</sy:updatePeriod>"), headers: ["ETag": "\"1\""])
        }
        let hours = (12...17).map { "<hour>\($0)</hour>" }.joined()
        try add("quiet-hours") { _, _ in .ok(Wire.document(1...10, channel: "<skipHours>\(hours)</skipHours>"), headers: ["ETag": "\"1\""])
        }
        try add("rolling", interval: .seconds(3600)) { _, before in
            // After a busy morning nothing new comes.
            .ok(Wire.document(min(before, 60) * 10...min(before, 60) * 10 + 9), headers: ["ETag": "\"\(before)\""])
        }
    }

    private mutating func addMoves() throws {
        for status in [301, 302, 307, 308] {
            try add("moved-\(status)", interval: .seconds(1800)) { request, _ in
                request.path == "/feed.xml" ? .redirect(to: "/there.xml", status: status) : Self.good(request)
            }
        }
        let site = try scene.site("merged") { request, _ in
            request.path == "/one.xml" ? Self.good(request) : .redirect(to: "/one.xml", status: 301)
        }
        feeds += ["one", "two", "three"].map { scene.feed("merged-\($0)", site.url("/\($0).xml"), interval: .seconds(1800)) }
    }

    private mutating func addManners() throws {
        try add("cookies") { request, _ in
            var reply = Self.good(request)
            if request["If-None-Match"] == nil {
                reply = .ok(Wire.document(1...10), headers: ["ETag": "\"1\"", "Set-Cookie": "id=1; Path=/; Max-Age=9999999"])
            }
            return reply
        }
        try add("odd-query", target: "/feed.xml?b=2&a=1&&x=%7e+y") { request, _ in Self.good(request) }
        let own = try scene.site("links") { request, _ in
            guard request.path == "/feed.xml" else { return .status(404) }
            let root = "http://\(request["Host"] ?? "")"
            let more =
                "<enclosure url=\"\(root)/a.mp3\" type=\"audio/mpeg\" length=\"1\"/><comments>\(root)/comments</comments>"
                + "<source url=\"\(root)/source.xml\">x</source>"
            let channel = "<image><url>\(root)/logo.png</url><title>x</title><link>\(root)/</link></image><docs>\(root)/docs</docs>"
            return .ok(
                Wire.document(1...10, channel: channel) { Wire.item($0, more: more).replacing("https://wire.example", with: root) },
                headers: ["ETag": "\"1\"", "Link": "<\(root)/other.xml>; rel=alternate"])
        }
        feeds.append(scene.feed("links", own.url("/feed.xml")))
        try add("gzip") { _, _ in .ok(Wire.gzip(Wire.document(1...3)), headers: ["Content-Encoding": "gzip"]) }
    }
}
