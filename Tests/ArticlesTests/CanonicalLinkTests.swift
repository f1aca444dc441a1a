// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing

struct CanonicalLinkTests {
    @Test(arguments: [
        (address: "HTTP://WWW.Example.COM:80/World/A.html", form: "https://example.com/World/A.html"),
        (address: "https://example.com:443/", form: "https://example.com"),
        (address: "https://user:pw@example.com:8443/a/#top", form: "https://example.com:8443/a"),
        (address: "https://example.com/app#!story/7", form: "https://example.com/app#!story/7"),
        (address: "https://m.example.com/a", form: "https://m.example.com/a"),
        (address: "https://news.example.com/amp/a", form: "https://news.example.com/amp/a"),
        (address: "https://example.com/a?utm_source=x&id=17&fbclid=q", form: "https://example.com/a?id=17"),
        (address: "https://example.com/a?b=2&a=1&b=1", form: "https://example.com/a?a=1&b=1&b=2"),
        (address: "https://example.com/a?&&", form: "https://example.com/a"),
        (address: "https://example.com/a?ref=rss&story=1&p=2&_id=3", form: "https://example.com/a?_id=3&p=2&ref=rss&story=1"),
        (address: "https://example.com/a?ref=example.com", form: "https://example.com/a"),
        (address: "https://example.com/a?ref=feeds.example.net", form: "https://example.com/a"),
        (address: "https://example.com/%7euser/%c3%bc%2f", form: "https://example.com/~user/%C3%BC%2F"),
        (address: "https://example.com/über stadt", form: "https://example.com/%C3%BCber%20stadt"),
        (address: "https://example.com/100%/x%zz", form: "https://example.com/100%25/x%25zz"),
        (address: "https://example.com/?q[]=\"<x>", form: "https://example.com?q%5B%5D=%22%3Cx%3E"),
        (address: "https://bücher.example/a", form: "https://b%C3%BCcher.example/a"),
        (address: "http://[2001:DB8::1]:8080/a", form: "https://[2001:db8::1]:8080/a"),
        (address: "https://www.reuters.com/a?taid=1", form: "https://reuters.com/a"),
        (address: "https://example.com/a?taid=1", form: "https://example.com/a?taid=1"),
        (address: "https://www.google.com/url?sa=t&q=https%3A%2F%2Fexample.com%2Fa%3Fid%3D1", form: "https://example.com/a?id=1"),
        (address: "https://www.google.co.uk/amp/s/example.com/a", form: "https://example.com/a"),
        (address: "https://google.example.com/url?q=http://x.example", form: "https://google.example.com/url?q=http://x.example"),
        (address: "https://x-example-com.cdn.ampproject.org/c/s/x.example.com/a?id=1", form: "https://x.example.com/a?id=1"),
        (address: " https://example.com/a\n", form: "https://example.com/a"),
    ])
    func `brings addresses into one form`(example: (address: String, form: String)) {
        #expect(CanonicalLink.of(example.address, site: "www.feeds.example.net") == example.form)
        #expect(CanonicalLink.of(example.form, site: "www.feeds.example.net") == example.form)
    }

    @Test(arguments: [
        "", "abc", "/a/b", "mailto:a@example.com", "https://", "https:///a", "http://:80/", "https://example.com:port/",
        "tag:example.com,2018:1",
    ])
    func `what is no web address has no form`(address: String) {
        #expect(CanonicalLink.of(address) == nil)
    }

    @Test func `wrappers are opened four deep and no deeper`() throws {
        var address = "https://example.com/a"
        for _ in 0..<3 { address = "https://google.com/url?q=" + address.replacing("&", with: "%26") }
        #expect(CanonicalLink.of(address) == "https://example.com/a")
        for _ in 0..<5000 { address = "https://google.com/amp/s/google.com/" + address.dropFirst("https://google.com/".count) }
        #expect(try #require(CanonicalLink.of(address)).hasPrefix("https://google.com/"))
    }
}
