// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Markup

@Suite struct ValidTextTests {
    @Test(arguments: [
        ("  a b\n", "a b"), ("\t\u{1} é \r\n", "é"), ("中文", "中文"), ("a", "a"), ("", nil), (" \n\t", nil),
        // Only blanks of ASCII are cut off: a no-break space may be meant.
        ("\u{A0}a\u{3000}", "\u{A0}a\u{3000}"),
    ])
    func `blanks around a text are cut off`(text: String, expected: String?) {
        #expect(ValidText(text).withUTF8 { $0.trimmed } == expected)
    }

    @Test(arguments: 0...12) func `a text is never cut inside a character`(limit: Int) throws {
        var text = ValidText("aé中😀b")
        text.cut(to: limit)
        #expect(text.bytes.count <= limit)
        #expect(limit < 11 ? text.bytes.count > limit - 4 : text.bytes.count == 11)
        #expect(String(validating: text.bytes, as: UTF8.self) != nil)
    }

    @Test(arguments: [
        ("a < b & \"c\" > d, and sixteen bytes more", "a &lt; b &amp; \"c\" &gt; d, and sixteen bytes more"), ("plain", "plain"),
        ("&&&", "&amp;&amp;&amp;"),
    ])
    func `what is markup is escaped`(text: String, expected: String) {
        var escaped = ValidText()
        escaped.append(escaping: ValidText(text))
        #expect(escaped == ValidText(expected))
        var quoted = ValidText()
        quoted.append(escaping: ValidText(text), quotes: true)
        #expect(quoted == ValidText(expected.replacing("\"", with: "&quot;")))
    }

    @Test(arguments: [("plain", false), ("a < b", true), ("a&b", true), (String(repeating: "é", count: 40) + "<", true)])
    func `markup needs a bracket or an ampersand`(text: String, expected: Bool) {
        #expect(text.utf8Span.mayHoldMarkup == expected)
    }

    @Test(arguments: [
        ("no tag at all, but long enough for a block", false), ("a < b", false), ("<", false), ("1 <2", false), ("<b>", true),
        ("x </b", true),
        ("<!-- c", true), ("<?php", true), ("<é>", true), ("a <\u{1}b", true), ("a < b and much later <i", true), ("<<i>", true),
    ])
    func `a tag needs a bracket before what can begin one`(text: String, expected: Bool) {
        #expect(HTMLContent.mayHoldTag(text) == expected)
    }
}
