// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import TestSupport
import Testing

@testable import Ingest

/// Gaps that the publisher's archive fills (RFC 5005).
struct ArchiveTests {
    private let installation: Installation

    init() throws {
        installation = try Installation()
    }

    /// Stories `items` in a document that points to older ones.
    private static func page(_ items: ClosedRange<Int>, link: String?, relation: String = "prev-archive") -> String {
        let link = link.map { "<atom:link rel=\"\(relation)\" href=\"\($0)\"/>" } ?? ""
        return Document.of(link + items.reversed().map { Document.item($0) }.joined())
            .replacing("<rss ", with: "<rss xmlns:atom=\"http://www.w3.org/2005/Atom\" ")
    }

    /// Polls once with stories 1…3, then with 40…42 and whatever the archive holds.
    private func poll(_ answer: @escaping @Sendable (Request) -> Reply) async throws -> (paths: [String], new: Int, events: [String]) {
        let server = try LoopbackServer.start { request in
            if request.path != "/feed" { return answer(request) }
            return request["X-Turn"] == "1" ? .ok(Self.page(1...3, link: nil)) : answer(request)
        }
        var feed = installation.feed(server.url("/feed"))
        for turn in ["1", "2"] {
            feed.headers = [.init("X-Turn", turn)]
            _ = try await installation.ingester.poll(feed)
        }
        let events = try await installation.events.map(\.ev).filter { $0 != "story" }
        return (server.requests.dropFirst().map(\.target), try await installation.state.totalNew, events)
    }

    @Test(arguments: ["prev-archive", "next"])
    func `pages are read until one holds a known story`(relation: String) async throws {
        let (paths, new, events) = try await poll { request in
            switch request.path {
            case "/feed": .ok(Self.page(40...42, link: "/2", relation: relation))
            case "/2": .ok(Self.page(20...39, link: "/1", relation: relation))
            case "/1": .ok(Self.page(3...19, link: "/0", relation: relation))
            default: .ok(Self.page(1...2, link: nil))
            }
        }
        #expect(paths == ["/feed", "/2", "/1"])
        #expect(new == 42)
        #expect(events == ["poll", "gap", "poll", "archive", "archive"])
    }

    @Test func `five pages are enough, and none is read twice`() async throws {
        let endless = try await poll { request in
            let number = Int(request.path.dropFirst()) ?? 100
            return .ok(Self.page(number * 100...number * 100 + 2, link: "/\(number + 1)"))
        }
        #expect(endless.paths == ["/feed", "/101", "/102", "/103", "/104", "/105"])
    }

    @Test func `a circle ends where it closes`() async throws {
        let circle = try await poll { .ok(Self.page($0.path == "/feed" ? 40...42 : 20...22, link: $0.path == "/feed" ? "/2" : "/feed")) }
        #expect(circle.paths == ["/feed", "/2"])
    }

    @Test func `pages of another origin are not read, whether linked or redirected to`() async throws {
        let other = try LoopbackServer.start { _ in .ok(Self.page(20...22, link: nil)) }
        let linked = try await poll { _ in .ok(Self.page(40...42, link: other.url("/2"))) }
        #expect(linked.paths == ["/feed"] && other.requests.isEmpty)
        let redirected = try await poll { $0.path == "/feed" ? .ok(Self.page(50...52, link: "/2")) : .redirect(to: other.url("/2")) }
        #expect(redirected.events.filter { $0 == "archive" }.isEmpty)
    }

    @Test(arguments: [Reply.status(404), .ok("<!DOCTYPE html><p>None</p>"), .status(410)])
    func `a page that can't be read is no failure of the feed`(reply: Reply) async throws {
        let outcome = try await poll { $0.path == "/feed" ? .ok(Self.page(40...42, link: "/2")) : reply }
        #expect(outcome.paths == ["/feed", "/2"] && outcome.events == ["poll", "gap", "poll"])
        #expect(try await installation.state.failures == 0)
    }

    @Test func `without a gap nothing of the archive is read, and what it held is not missed afterwards`() async throws {
        let outcome = try await poll { $0.path == "/feed" ? .ok(Self.page(3...5, link: "/2")) : .ok(Self.page(1...2, link: nil)) }
        #expect(outcome.paths == ["/feed"] && outcome.events == ["poll", "poll"])
    }

    @Test(arguments: [(403, "challenge"), (503, "challenge"), (200, "challenge")])
    func `a page that asks for a browser is named`(status: Int, label: String) async throws {
        let page = "<!DOCTYPE html><html><title>Just a moment...</title><script src=\"/cdn-cgi/challenge-platform/x.js\"></script></html>"
        let server = try Scripted([.status(status, page)])
        #expect(try await installation.ingester.poll(installation.feed(server.url)).failure?.label == label)
    }

    @Test func `a sign-in page of another host is named`() async throws {
        let portal = try LoopbackServer.start { _ in .ok("<!DOCTYPE html><html><form>Your room number</form></html>") }
        let server = try Scripted([.redirect(to: portal.url("/login"))])
        #expect(try await installation.ingester.poll(installation.feed(server.url)).failure?.label == "captive-portal")
    }
}
