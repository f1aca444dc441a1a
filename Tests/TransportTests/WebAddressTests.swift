// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Transport

struct WebAddressTests {
    @Test(arguments: [
        ("HTTP://Feeds.EXAMPLE:80/A?b=2&a=1&&x=%7e+#frag", "http://feeds.example/A?b=2&a=1&&x=%7e+"),
        ("https://a.example", "https://a.example/"),
        ("https://a.example:8443/x", "https://a.example:8443/x"), (" https://a.example/ü x \n", "https://a.example/%c3%bc%20x"),
        ("http://0x7f000001/", "http://127.0.0.1/"), ("https://u:p@a.example/x?y@z", "https://a.example/x?y@z"),
    ])
    func `has one spelling`(text: String, spelling: String) throws {
        #expect(try WebAddress(text).text.lowercased() == spelling.lowercased())
    }

    @Test(arguments: [
        "", " ", "feeds.example/a", "/a", "file:///etc/passwd", "ftp://a.example/", "http:", "http://", "http:///a", "http:a.example",
        "http://a b/",
        "http://a.example\\@b.example/", "http://u@v@a.example/", "http://a.example:0/", "http://a.example:65536/", "http://a.example:x/",
        "http://①②⑦.⓪.⓪.①/", "http://[::1/", "http://a.example/\u{0}", "http://a.example/\u{7F}", "http://a.example/a\nb",
        "http://a.example/" + String(repeating: "a", count: 9000),
    ])
    func `refuses what two readers could read differently`(text: String) {
        let error = #expect(throws: FetchError.self) { try WebAddress(text) }
        #expect(error?.label == .badURL)
    }

    @Test(arguments: [
        ("http://a.example/", "http://a.example:80/x", true), ("http://a.example/", "https://a.example/", false),
        ("http://a.example/", "http://A.EXAMPLE/", true), ("http://a.example/", "http://a.example:8080/", false),
        ("http://a.example/", "http://b.example/", false), ("http://a.example/", "http://a.example./", false),
    ])
    func `an origin is scheme, host and port`(one: String, other: String, isSame: Bool) throws {
        #expect(try WebAddress(one).hasOrigin(of: WebAddress(other)) == isSame)
    }
}
