// SPDX-License-Identifier: Apache-2.0
import Feeds
import Foundation
import TestSupport
import Testing
import Transport

@testable import Ingest

/// Documents that are read by processes of their own, which can do nothing else.
struct ParserTests {
    /// What a sanitizer takes for itself leaves a worker no memory: there the worker is another build.
    private static let program = ProcessInfo.processInfo.environment["WIRESPOOL_WORKER"] ?? Products.path("wirespool")

    private static func parser(memory: Int = ParserLimits().memory) -> DocumentParser {
        var limits = ParserLimits()
        limits.memory = memory
        return DocumentParser(.worker, program: program, limits: limits)
    }

    /// A document of about so many bytes, all of them in stories.
    private static func large(_ bytes: Int) -> String {
        let text = String(repeating: "Ships entered the harbour all day. ", count: 300)
        return Document.of((0..<bytes / text.utf8.count).map { Document.item($0, text: text) }.joined())
    }

    private static let documents: [String: [UInt8]] = [
        "RSS": Array(Document.whole.utf8),
        "GB18030": Array("<?xml version='1.0' encoding='gb2312'?><rss><channel><title>".utf8) + [0xD0, 0xC2, 0xBB, 0xAA, 0xC9, 0xE7]
            + Array("</title><item><guid>1</guid><title>x</title></item></channel></rss>".utf8),
        "Shift_JIS": Array("<?xml version='1.0' encoding='shift_jis'?><rss><channel><title>".utf8) + [0x8B, 0xA4, 0x93, 0xAF]
            + Array("</title><item><guid>1</guid><title>x</title></item></channel></rss>".utf8),
        "bad bytes": Array("<rss><channel><title>a\u{0}b".utf8) + [0xFF, 0xFE]
            + Array("</title><item><guid>1</guid><title>\"\\ \u{1F600}</title></item></channel></rss>".utf8),
        "Atom": Array(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">&lt;b>x</title><entry><id>urn:1</id><title>y</title>
            <updated>2026-03-01T12:00:00.25+09:00</updated><link rel="enclosure" href="a.mp3" length="many"/></entry></feed>
            """.utf8),
        "JSON": Array(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"x\",\"items\":[{\"id\":\"1\",\"content_text\":\"y\"}]}".utf8),
        "a page": Array("<!DOCTYPE html><html><body>Sign in</body></html>".utf8),
        "nothing": [],
    ]

    @Test(arguments: documents.keys.sorted())
    func `a worker says of a document what the daemon would say`(name: String) async throws {
        let source = DocumentSource(url: "https://wire.example/feed", contentType: "text/xml", timeZone: "Asia/Tokyo")
        let bytes = try #require(Self.documents[name])
        let (inline, worker) = (await outcome(of: bytes, source, .inline), await outcome(of: bytes, source, Self.parser()))
        #expect(inline == worker)
    }

    @Test func `a document that exhausts its worker costs itself alone, and is kept to be looked at`() async throws {
        let server = try LoopbackServer.start { .ok($0.path == "/large" ? Self.large(12 << 20) : Document.whole) }
        let installation = try Installation()
        let ingester = installation.ingester(over: try Transfers(), parser: Self.parser(memory: 160 << 20))
        for (name, label) in [("large", "parser-died"), ("small", nil), ("large", "parser-died"), ("small", nil)] {
            let report = try await ingester.poll(installation.feed(server.url("/\(name)"), name: name))
            #expect(report.failure?.label == label, "\(report.failure?.message ?? "read")")
        }
        let failures = try await installation.events.filter { $0.ev == "failed" }
        #expect(failures.map(\.feed) == ["large", "large"])
        #expect(try installation.directory.names(in: "state/quarantine").count == 1)
    }

    @Test func `a worker that was killed is replaced, and the document that comes next is read`() async throws {
        let parser = Self.parser()
        for _ in 0..<3 {
            let feed = try await parser.read(Array(Document.whole.utf8), source: DocumentSource())
            #expect(feed.items.count == 2)
            for id in await parser.processes { kill(id, SIGKILL) }
        }
    }

    @Test func `a worker is confined before it reads anything`() async throws {
        let parser = Self.parser()
        _ = try await parser.read(Array(Document.whole.utf8), source: DocumentSource())
        let id = try #require(await parser.processes.first)
        // It ends with the parser.
        let status = try withExtendedLifetime(parser) { try String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8) }
            .split(separator: "\n")
        #expect(status.contains("NoNewPrivs:\t1") && status.contains("Seccomp:\t2"))
    }

    @Test func `says so when no worker can be started`() async {
        let parser = DocumentParser(.worker, program: "/nowhere/wirespool")
        let end = await outcome(of: Array(Document.whole.utf8), DocumentSource(), parser)
        // Under valgrind posix_spawn(3) can't tell what became of the exec.
        let isUnderValgrind = ProcessInfo.processInfo.environment["WIRESPOOL_SANITIZER"] == "valgrind"
        let message = isUnderValgrind ? "it ended with status 127" : "it can't be started: No such file or directory"
        #expect(end == .failure(.died(message)))
    }

    private func outcome(of bytes: [UInt8], _ source: DocumentSource, _ parser: DocumentParser) async
        -> Result<ParsedFeed, DocumentParser.Failure>
    {
        do throws(DocumentParser.Failure) {
            return .success(try await parser.read(bytes, source: source))
        } catch {
            return .failure(error)
        }
    }
}
