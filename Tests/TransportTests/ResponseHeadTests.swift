// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Transport

struct ResponseHeadTests {
    @Test(arguments: [
        (["ETag: \"1\""], [HeaderField("ETag", "\"1\"".utf8)]), (["ETag:\t \"1\" \t"], [HeaderField("ETag", "\"1\"".utf8)]),
        (["ETag : x"], [HeaderField("ETag", "x".utf8)]), (["ETag:"], [HeaderField("ETag", "".utf8)]), (["rubbish"], []), ([" lost"], []),
        (["ETag: \"a", " b\""], [HeaderField("ETag", "\"a b\"".utf8)]),
        (["A: 1", "a: 2"], [HeaderField("A", "1".utf8), HeaderField("a", "2".utf8)]),
        (["ETag: \"a\0b\""], [HeaderField("ETag", "\"a\0b\"".utf8)]), (["A: b:c"], [HeaderField("A", "b:c".utf8)]),
    ])
    func `reads fields byte for byte`(lines: [String], fields: [HeaderField]) throws {
        #expect(try head(["HTTP/1.1 200 OK"] + lines + [""]).headers == fields)
    }

    @Test(arguments: [
        ("HTTP/1.1 200 OK", 200), ("HTTP/2 304", 304), ("HTTP/1.1 404", 404), ("HTTP/1.1 abc", 0), ("", 0),
        ("HTTP/1.1 2000000000000000000000", 200),
    ])
    func `reads the status`(line: String, status: Int) throws {
        #expect(try head([line]).status == status)
    }

    @Test(arguments: [
        (226, "feed", true), (226, "gzip;q=1, feed", true), (226, " feed ; a=b", true), (200, "feed", false), (226, "vcdiff", false),
        (226, "", false), (226, ";", false), (226, ",;,", false), (226, "feeds", false),
    ])
    func `knows a delta by its manipulation`(status: Int, manipulation: String, isDelta: Bool) {
        let response = FetchResponse(
            status: status, url: "http://e.example", headers: [HeaderField("IM", manipulation.utf8)], duration: .zero)
        #expect(response.isDelta == isDelta)
    }

    @Test func `the last head counts`() throws {
        let head = try head(["HTTP/1.1 103 Early", "A: 1", "", "HTTP/1.1 401 No", "B: 2", "", "HTTP/1.1 200 OK", "C: 3", "", "Trailer: 4"])
        #expect(head.status == 200)
        #expect(head.headers == [HeaderField("C", "3".utf8)])
    }

    private func head(_ lines: [String]) throws -> ResponseHead {
        var head = ResponseHead(maxBytes: 1000)
        for line in lines { try head.take(Array("\(line)\r\n".utf8)) }
        return head
    }
}
