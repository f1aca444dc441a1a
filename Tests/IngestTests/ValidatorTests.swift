// SPDX-License-Identifier: Apache-2.0
import Catalog
import FoundationEssentials
import TestSupport
import Testing

@testable import Ingest

/// Validators are one set, from the last response, and go to the address that gave them.
struct ValidatorTests {
    private let installation: Installation

    init() throws {
        installation = try Installation()
    }

    /// What a server answers in turn, and what the last request says to it: `If-None-Match` and `If-Modified-Since`.
    struct Example: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var replies: [Reply]
        var tag: String?
        var date: String?

        init(_ description: String, _ replies: [Reply], tag: String?, date: String?) {
            (testDescription, self.replies, self.tag, self.date) = (description, replies, tag, date)
        }
    }

    private static let both = Reply.ok(Document.whole, headers: ["ETag": "\"1\"", "Last-Modified": "then"])

    static let examples: [Example] = [
        Example("both come back", [both, .notModified()], tag: "\"1\"", date: "then"),
        Example(
            "a document with a tag only leaves no date", [both, .ok(Document.whole, headers: ["ETag": "\"2\""])], tag: "\"2\"", date: nil),
        Example(
            "a document with a date only leaves no tag", [both, .ok(Document.whole, headers: ["Last-Modified": "now"])], tag: nil,
            date: "now"),
        Example("a document with neither leaves neither", [both, .ok(Document.whole)], tag: nil, date: nil),
        Example(
            "the same document with a new tag", [both, .ok(Document.whole, headers: ["ETag": "\"2\"", "Last-Modified": "then"])],
            tag: "\"2\"", date: "then"),
        Example("a 304 that brings a new tag", [both, .notModified(headers: ["ETag": "\"2\""])], tag: "\"2\"", date: "then"),
        Example("a 304 that brings a new date", [both, .notModified(headers: ["Last-Modified": "now"])], tag: "\"1\"", date: "now"),
        Example("429", [both, .status(429, headers: ["ETag": "\"no\""])], tag: "\"1\"", date: "then"),
        Example("500", [both, .status(500, "trouble", headers: ["ETag": "\"no\"", "Last-Modified": "no"])], tag: "\"1\"", date: "then"),
        Example("404", [both, .status(404, headers: ["ETag": "\"no\""])], tag: "\"1\"", date: "then"),
        Example("no answer", [both, .close], tag: "\"1\"", date: "then"),
        Example("a reset", [both, .reset], tag: "\"1\"", date: "then"),
        Example(
            "a page in place of the feed", [both, .ok("<!DOCTYPE html><p>Sign in</p>", headers: ["ETag": "\"no\""])], tag: "\"1\"",
            date: "then"),
        Example("a document that is cut short", [both, .truncated(Document.whole)], tag: "\"1\"", date: "then"),
        Example("an empty document", [both, .ok("", headers: ["ETag": "\"no\""])], tag: "\"1\"", date: "then"),
    ]

    @Test(arguments: examples) func `the request after it`(example: Example) async throws {
        let server = try Scripted(example.replies + [.notModified()])
        for _ in 0...example.replies.count { _ = try await installation.ingester.poll(installation.feed(server.url)) }
        let request = try #require(server.requests.last)
        #expect(request["If-None-Match"] == example.tag)
        #expect(request["If-Modified-Since"] == example.date)
    }

    @Test func `no date is made up, whatever the clock and the documents say`() async throws {
        let server = try Scripted([.ok(Document.whole, headers: ["Date": "Tue, 20 Feb 2018 10:00:00 GMT"])])
        for years in [-2.0, 0, 2] {
            installation.time.advance(by: years * 31_536_000)
            _ = try await installation.ingester.poll(installation.feed(server.url))
        }
        #expect(server.requests.allSatisfy { $0["If-Modified-Since"] == nil && $0["If-None-Match"] == nil })
    }

    @Test func `a new address in the settings is asked without the old one's`() async throws {
        let server = try Scripted([Self.both])
        for path in ["?1", "?1", "?2"] { _ = try await installation.ingester.poll(installation.feed(server.url + path)) }
        #expect(server.requests.map { $0["If-None-Match"] } == [nil, "\"1\"", nil])
    }

    @Test(arguments: [301, 302, 307, 308])
    func `where a redirect leads every time, the document's own address gets them`(status: Int) async throws {
        let server = try LoopbackServer.start { request in
            request.path == "/feed" ? .redirect(to: "/there", status: status) : request["If-None-Match"] == nil ? Self.both : .notModified()
        }
        for _ in 0..<3 { _ = try await installation.ingester.poll(installation.feed(server.url("/feed"))) }
        #expect(
            server.requests.map { "\($0.path) \($0["If-None-Match"] ?? "-")" } == [
                "/feed -", "/there -", "/feed -", "/there \"1\"", "/feed -", "/there \"1\"",
            ])
        #expect(try await installation.state.unconditionalRequests == 1)
    }
}
