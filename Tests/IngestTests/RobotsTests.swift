// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import Synchronization
import TestSupport
import Testing
import Transport

@testable import Ingest

/// Feeds whose operator lets the host's robots.txt have a say (RFC 9309).
struct RobotsTests {
    private let installation: Installation

    init() throws {
        installation = try Installation()
    }

    /// A server with this robots.txt, and a feed on it that heeds it.
    private func site(_ robots: @escaping @Sendable () -> Reply) throws -> (server: LoopbackServer, feed: FeedSettings) {
        let server = try LoopbackServer.start { $0.path == "/robots.txt" ? robots() : .ok(Document.whole) }
        var feed = installation.feed(server.url("/feed.xml"))
        feed.respectsRobots = true
        return (server, feed)
    }

    @Test(arguments: [
        ("", "/feed", true), ("User-agent: *\nDisallow: /", "/feed", false), ("User-agent: *\nDisallow:", "/feed", true),
        ("user-AGENT:*\r\ndisallow:/feed # all", "/feed.xml", false), ("User-agent: *\nDisallow: /private", "/feed", true),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Wirespool/1.0\nDisallow: /a", "/feed", true),
        ("User-agent: other\nUser-agent: wirespool\nDisallow: /", "/feed", false), ("User-agent: otherspool\nDisallow: /", "/feed", true),
        ("User-agent: wirespool\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: wirespool\nDisallow: /b", "/b/c", false),
        ("User-agent: *\nAllow: /feed\nDisallow: /", "/feed.xml", true), ("User-agent: *\nDisallow: /feed\nAllow: /feed", "/feed", true),
        ("User-agent: *\nDisallow: /*.xml$", "/a/feed.xml", false), ("User-agent: *\nDisallow: /*.xml$", "/feed.xml?a", true),
        ("User-agent: *\nDisallow: /a*b*c", "/a-x-b-y-c-z", false), ("User-agent: *\nDisallow: /a*b*c", "/a-c-b", true),
        ("User-agent: *\nDisallow: /*?q=", "/feed?q=1", false), ("User-agent: *\nDisallow: /caf%C3%A9", "/café", false),
        ("User-agent: *\nDisallow: /%66eed", "/feed", false), ("User-agent: *\nDisallow: /a%2Fb", "/a/b", true),
        ("Disallow: /", "/feed", true), ("no line of it\n\n:\nUser-agent", "/feed", true),
        ("Sitemap: https://a.example/\nUser-agent: *\nCrawl-delay: 9\nDisallow: /feed", "/feed", false),
    ])
    func `the longest rule of the group that names us decides`(text: String, path: String, isAllowed: Bool) {
        #expect(RobotsRules(text, for: "wirespool").allow(path) == isAllowed)
    }

    @Test func `asks once a day, also after a restart`() async throws {
        let (server, feed) = try site { .ok("User-agent: *\nAllow: /") }
        for ingester in [installation.ingester, installation.ingester(over: try Transfers())] {
            #expect(try await ingester.poll(feed).failure == nil)
        }
        #expect(server.requests.map(\.path) == ["/robots.txt", "/feed.xml", "/feed.xml"])
        installation.time.advance(by: 86_400)
        _ = try await installation.ingester.poll(feed)
        #expect(server.requests.map(\.path).suffix(2) == ["/robots.txt", "/feed.xml"])
    }

    @Test func `leaves a feed alone that it is asked to, and nobody else's`() async throws {
        let (server, feed) = try site { .ok("User-agent: *\nDisallow: /feed") }
        let failure = try await installation.ingester.poll(feed).failure
        #expect(failure?.label == "robots" && failure?.exitCode == ExitCode.noPermission)
        #expect(server.requests.map(\.path) == ["/robots.txt"])
        var free = feed
        free.respectsRobots = false
        #expect(try await installation.ingester.poll(free).failure == nil)
        #expect(server.requests.map(\.path) == ["/robots.txt", "/feed.xml"])
    }

    @Test func `asks before it reads a page of the archive, too, and names no file after a password`() async throws {
        let link = "<atom:link rel=\"prev-archive\" href=\"/old\"/>"
        let turn = Mutex(0)
        let server = try LoopbackServer.start { request in
            if request.path == "/robots.txt" { return .ok("User-agent: *\nDisallow: /old") }
            let first = turn.withLock { turn in
                turn += 3
                return turn
            }
            let document = Document.of(link + Document.item(first) + Document.item(first + 1))
            return .ok(document.replacing("<rss ", with: "<rss xmlns:atom=\"http://www.w3.org/2005/Atom\" "))
        }
        var feed = installation.feed(server.url("/feed.xml").replacing("http://", with: "http://reader:hunter2@"))
        feed.respectsRobots = true
        for _ in 1...2 { #expect(try await installation.ingester.poll(feed).failure == nil) }
        #expect(try await installation.events.map(\.ev).contains("gap"))
        #expect(server.requests.map(\.path) == ["/robots.txt", "/feed.xml", "/feed.xml"])
        let files = try FileManager.default.contentsOfDirectory(atPath: installation.directory.path("state/robots"))
        #expect(files.count == 1 && files[0].hasPrefix("http.127.0.0.1:"))
    }

    @Test(arguments: [(404, nil), (403, nil), (429, "refused-429"), (500, "refused-500")])
    func `a host that refuses its robots.txt forbids nothing, one in trouble is asked later`(status: Int, label: String?) async throws {
        let (server, feed) = try site { .status(status) }
        #expect(try await installation.ingester.poll(feed).failure?.label == label)
        #expect(server.requests.map(\.path) == (label == nil ? ["/robots.txt", "/feed.xml"] : ["/robots.txt"]))
    }
}
