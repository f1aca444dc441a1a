// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing
import Transport

struct ConditionalTests {
    @Test(arguments: [
        #""v1""#, #"W/"weak""#, #""a,b""#, "unquoted", #""""#, #""with space\and "inner" quotes""#, "\"tab\there\"",
        "\"" + String(repeating: "e", count: 8192) + "\"", #""ünïcode""#,
    ])
    func `an entity tag comes back byte for byte`(tag: String) async throws {
        try await expectEcho(of: Validators(entityTag: Array(tag.utf8)))
    }

    @Test(arguments: ["Fri, 20 Feb 2026 10:00:00 GMT", "Thu, 01 Jan 1970 08:00:00 WST", "yesterday", "0"])
    func `a modification date comes back byte for byte, whatever it says`(date: String) async throws {
        try await expectEcho(of: Validators(lastModified: Array(date.utf8)))
    }

    @Test func `bytes that are no UTF-8 come back as they were`() async throws {
        try await expectEcho(of: Validators(entityTag: [0x22, 0xE9, 0x80, 0xFF, 0x22], lastModified: [0xFE]))
    }

    @Test(arguments: [
        Array("\"a\r\nX-Injected: 1\"".utf8), Array("\"a\rb\"".utf8), Array("\"a\nb\"".utf8), Array("\"a\0b\"".utf8), [0x22, 0x7F, 0x22],
        [],
    ])
    func `a validator that would not be one line is not sent`(tag: [UInt8]) async throws {
        let server = try LoopbackServer.start { _ in .notModified() }
        let validators = Validators(entityTag: tag, lastModified: Array("today".utf8))
        _ = try await Transfers().fetch(.toLoopback(server.url(), validators: validators))
        let request = try #require(server.requests.first)
        #expect(request.bytes("If-None-Match") == nil)
        #expect(request["If-Modified-Since"] == "today")
        #expect(request["X-Injected"] == nil)
    }

    @Test func `the validators of a response are one set`() async throws {
        let server = try LoopbackServer.start { _ in .ok("<rss/>", headers: ["ETag": "\"2\""]) }
        let old = Validators(entityTag: Array("\"1\"".utf8), lastModified: Array("then".utf8))
        let response = try await Transfers().fetch(.toLoopback(server.url(), validators: old))
        #expect(response.validators == Validators(entityTag: Array("\"2\"".utf8)))
    }

    @Test func `not modified is a response with no body`() async throws {
        let server = try LoopbackServer.start { _ in .notModified(headers: ["ETag": "\"3\""]) }
        let response = try await Transfers().fetch(.toLoopback(server.url(), validators: Validators(entityTag: Array("\"2\"".utf8))))
        #expect(response.status == 304)
        #expect(response.body.isEmpty)
        #expect(response.validators.entityTag == Array("\"3\"".utf8))
    }

    @Test func `the request is these bytes and no others`() async throws {
        let server = try LoopbackServer.start { _ in .ok("", headers: ["Set-Cookie": "id=1; Path=/"]) }
        let transfers = try Transfers()
        for _ in 0..<2 { _ = try await transfers.fetch(.toLoopback(server.url("/feed?b=2&a=1&&x=%7e+y"))) }
        let expected = """
            GET /feed?b=2&a=1&&x=%7e+y HTTP/1.1\r
            Host: 127.0.0.1:\(server.port)\r
            Accept-Encoding: deflate, gzip, br, zstd\r
            User-Agent: Wirespool/1.0 (+https://wirespool.example/)\r
            Accept: application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.8\r
            \r\n
            """
        #expect(server.requests.map { String(decoding: $0.head, as: UTF8.self) } == [expected, expected])
    }

    @Test func `own headers are sent in order, and only those that are fields`() async throws {
        let server = try LoopbackServer.start { _ in .ok("") }
        let request = FetchRequest.toLoopback(server.url()) {
            $0.headers = [
                HeaderField("X-One", "1".utf8), HeaderField("X Two", "2".utf8), HeaderField("X-Three", "3\r\nX-Four: 4".utf8),
                HeaderField("Accept", "text/xml".utf8), HeaderField("X-Five", [0xE9]),
            ]
        }
        _ = try await Transfers().fetch(request)
        let sent = try #require(server.requests.first)
        #expect(sent.fields.map(\.name) == ["Host", "Accept-Encoding", "User-Agent", "X-One", "Accept", "X-Five"])
        #expect(sent.bytes("X-Five") == [0xE9])
    }

    private func expectEcho(of validators: Validators) async throws {
        let fields: [Reply.Field] =
            [validators.entityTag.map { ("ETag", $0) }, validators.lastModified.map { ("Last-Modified", $0) }].compactMap { $0 }
        let server = try LoopbackServer.start { _ in .status(200, Array("<rss/>".utf8), fields: fields) }
        let transfers = try Transfers()
        let first = try await transfers.fetch(.toLoopback(server.url()))
        #expect(first.validators == validators)
        _ = try await transfers.fetch(.toLoopback(server.url(), validators: first.validators))
        let second = try #require(server.requests.last)
        #expect(second.bytes("If-None-Match") == validators.entityTag)
        #expect(second.bytes("If-Modified-Since") == validators.lastModified)
    }
}
