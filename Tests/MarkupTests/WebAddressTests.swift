// SPDX-License-Identifier: Apache-2.0
import Markup
import Testing

@Suite struct WebAddressTests {
    /// RFC 3986 §5.4.
    @Test(arguments: [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g"),
        ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"),
        ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"), ("", "http://a/b/c/d;p?q"),
        (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"),
        ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
        ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"), ("g/./h", "http://a/b/c/g/h"),
        ("g/../h", "http://a/b/c/h"), ("g?y/./x", "http://a/b/c/g?y/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
    ]) func `resolves as the standard says`(reference: String, expected: String) {
        #expect(WebAddress.resolve(reference, against: "http://a/b/c/d;p?q") == expected)
    }

    @Test(
        arguments: [
            (" https://example.com/a b?ü \n", "http://x/", "https://example.com/a b?ü"), ("mailto:a@b", "http://x/", "mailto:a@b"),
            ("a", nil, "a"), ("a", "relative/base", "a"), ("a", "mailto:x@y", "a"), ("a", "", "a"), ("a", "http://x", "http://x/a"),
            ("?q", "http://x", "http://x?q"), ("/ñ%20", "http://x/y#f", "http://x/ñ%20"), ("b", "file:///a/c", "file:///a/b"),
            ("a//b", "http://x/", "http://x/a//b"),
        ] as [(String, String?, String)]) func `keeps every byte of what it joins`(reference: String, base: String?, expected: String)
    {
        #expect(WebAddress.resolve(reference, against: base) == expected)
    }

    @Test(arguments: [
        ("http://example.com", true), ("HTTPS://example.com/", true), ("http:example.com", false), ("//example.com", false),
        ("ftp://example.com", false), ("abc", false), ("", false), ("httpx://a", false), ("tag:example.com,2024:1", false),
    ]) func `knows an address of the web`(address: String, isWeb: Bool) {
        #expect(WebAddress.isWeb(address) == isWeb)
    }
}
