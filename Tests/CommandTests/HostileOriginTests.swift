// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import TestSupport
import Testing

/// What an operator has entrusted to one origin, and every way by which a publisher could send it to another.
struct HostileOriginTests {
    private let program: Program

    init() throws {
        program = try Program()
        for (name, secret) in [("user", "us3r"), ("password", "s3cr3t"), ("token", "t0ken")] {
            try program.write(secret, to: name)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: program.directory.path(name))
        }
    }

    private static let trusted =
        "username: '@file:user', password: '@file:password', headers: {X-Api-Key: '@file:token', Cookie: '@file:token'}"

    /// What the feed's own server answers, where `ORIGIN` stands for the other one and `HOST` for this one by another name.
    struct Way: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var answer: @Sendable (Request, _ other: String) -> Reply
        /// What the other server is asked for; nothing where it must hear nothing at all.
        var asked: [String]
        /// Polls, one after the other.
        var polls = 1
        var settings = ""
    }

    private static func feed(_ head: String = "", _ item: String = "") -> Reply {
        let items = "<item><guid>1</guid><title>One</title>\(item)</item>"
        return .ok(
            "<rss xmlns:a='http://www.w3.org/2005/Atom'><channel><title>t</title>\(head)\(items)</channel></rss>",
            headers: ["ETag": "\"e\""])
    }

    static let ways: [Way] =
        [301, 302, 303, 307, 308].map { status in
            Way(testDescription: "a redirect \(status)", answer: { _, other in .redirect(to: other + "/x", status: status) }, asked: ["/x"])
        } + [
            Way(
                testDescription: "a redirect that asks for a password",
                answer: { _, other in .redirect(to: other + "/password") }, asked: ["/password"]),
            Way(
                testDescription: "a redirect and back",
                answer: { request, other in
                    request.path == "/feed" ? .redirect(to: other + "/back?" + (request["Host"] ?? "")) : feed()
                }, asked: ["/back"]),
            Way(
                testDescription: "the same host by another name",
                answer: { request, _ in
                    let port = request["Host"]?.split(separator: ":").last ?? ""
                    return request["Host"]?.hasPrefix("127") == true ? .redirect(to: "http://localhost:\(port)/y") : feed()
                }, asked: []),
            Way(
                testDescription: "a redirect after the password",
                answer: { request, other in
                    request["Authorization"] == nil
                        ? .status(401, headers: ["WWW-Authenticate": "Basic realm=\"a\""]) : .redirect(to: other + "/x")
                }, asked: ["/x"]),
            Way(
                testDescription: "a move for good", answer: { _, other in .redirect(to: other + "/moved", status: 301) },
                asked: ["/moved", "/moved"], polls: 2),
            Way(
                testDescription: "addresses of pictures and sounds",
                answer: { _, other in
                    feed(
                        "<image><url>\(other)/i</url></image>",
                        "<enclosure url='\(other)/e' length='1' type='audio/mpeg'/><link>\(other)/l</link>")
                }, asked: []),
            Way(
                testDescription: "a hub, an icon and a next page of another origin",
                answer: { _, other in
                    feed(
                        "<a:link rel='hub' href='\(other)/h'/><a:link rel='prev-archive' href='\(other)/p'/><a:link rel='next' href='\(other)/n'/>"
                    )
                }, asked: [], polls: 2),
            Way(
                testDescription: "a page that is elsewhere",
                answer: { request, other in
                    if request.path == "/page" { return .redirect(to: other + "/page") }
                    return pages.next() == 0
                        ? feed()
                        : .ok(
                            "<rss xmlns:a='http://www.w3.org/2005/Atom'><channel><a:link rel='prev-archive' href='/page'/>"
                                + "<item><guid>9</guid><title>Nine</title></item></channel></rss>")
                }, asked: ["/page"], polls: 2),
            Way(
                testDescription: "a robots.txt that is elsewhere",
                answer: { request, other in
                    request.path == "/robots.txt" ? .redirect(to: other + "/robots.txt") : feed()
                }, asked: ["/robots.txt"], settings: ", respect_robots: true"),
        ]

    private static let pages = Count()

    @Test(arguments: ways) func `nothing that was entrusted to one origin comes to another`(way: Way) async throws {
        let other = try LoopbackServer.start { request in
            switch request.path {
            case "/password": .status(401, headers: ["WWW-Authenticate": "Basic realm=\"a\""])
            case "/back": .redirect(to: "http://\(request.target.dropFirst("/back?".count))/end")
            case "/robots.txt": .ok("")
            // Without validators, which would be its own.
            default: .ok(Wire.rss(count: 1))
            }
        }
        let server = try LoopbackServer.start { way.answer($0, other.url("")) }
        try program.configure(["a: {url: \"\(server.url("/feed"))\", \(Self.trusted)\(way.settings)}"])
        var printed = ""
        for _ in 0..<way.polls {
            let ending = try await program.run("fetch", "--plain", "--force")
            #expect(ending.cost.isBounded, "\(ending.cost)")
            printed += ending.output + ending.messages
        }
        #expect(other.requests.map(\.path) == way.asked, "\(printed)")
        #expect(server.requests.first?["X-Api-Key"] == "t0ken")
        let strangers = other.requests + server.requests.filter { ["/y", "/end"].contains($0.path) }
        for request in strangers {
            let head = String(decoding: request.head, as: UTF8.self)
            #expect(
                !["authorization:", "x-api-key:", "cookie:", "if-none-match:", "referer:", "t0ken"].contains {
                    head.lowercased().contains($0)
                })
        }
        try expectNoSecret(in: printed)
    }

    @Test func `a token in the address of a feed, and its password, are for that origin, and in no log, no story and no message`()
        async throws
    {
        let other = try LoopbackServer.start { _ in Self.feed() }
        let server = try LoopbackServer.start { request in
            request["Authorization"] == nil
                ? .status(401, headers: ["WWW-Authenticate": "Basic realm=\"a\""]) : .redirect(to: other.url("/x"), status: 301)
        }
        try program.configure(["a: {url: \"\(server.url("/feed?token=t0ken"))\", \(Self.trusted)}"])
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: program.directory.path("wirespool.yaml"))
        var printed = ""
        for arguments in [
            ["fetch", "--plain"], ["tail", "--plain"], ["status", "--plain"], ["status", "a", "--plain"], ["metrics"], ["report"],
        ] {
            let ending = try await Program.aside { [program] in try program.runToEnd(arguments) }
            printed += ending.output + ending.messages
        }
        #expect(other.requests.map { $0["Authorization"] } == [nil])
        #expect(server.requests.last?["Authorization"]?.hasPrefix("Basic ") == true)
        try expectNoSecret(in: printed)
    }

    /// In what was printed, in the log and in what consumers get.
    private func expectNoSecret(in printed: String) throws {
        var texts = ["what was printed": printed]
        for name in try FileManager.default.subpathsOfDirectory(atPath: program.root)
        where name.hasPrefix("spool") || name.hasPrefix("ingest") {
            texts[name] = try? program.text(of: name)
        }
        #expect(texts.count > 1)
        for (name, text) in texts {
            for secret in ["s3cr3t", "t0ken", Data("us3r:s3cr3t".utf8).base64EncodedString()] { #expect(!text.contains(secret), "\(name)") }
        }
    }
}

/// Counts how often it was asked.
private final class Count: Sendable {
    private let value = Mutex(0)

    func next() -> Int {
        value.withLock { value in
            defer { value += 1 }
            return value
        }
    }
}
