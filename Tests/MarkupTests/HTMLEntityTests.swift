// SPDX-License-Identifier: Apache-2.0
import Markup
import Testing

@Suite struct HTMLEntityTests {
    @Test(arguments: [
        ("AT&amp;T", "AT&T"), ("&lt;b&gt;&quot;&apos;", "<b>\"'"), ("&amp;lt;", "&lt;"),
        ("&nbsp;&copy;&Alpha;&alpha;&hellip;", "\u{A0}©Αα…"),
        ("&thetasym;&zwnj;&spades;&euro;", "ϑ\u{200C}♠€"), ("&copy 2024 &amp", "© 2024 &"),
        ("&#8217;&#x2019;&#X2019;", "’’’"), ("&#8217", "’"), ("&#150;&#x92;&#128;", "–’€"),
        ("&period;&comma;&lpar;&colon;&rsqb;&apos;", ".,(:]'"), ("&NotEqualTilde;&bne;&fjlig;", "\u{2242}\u{338}=\u{20E5}fj"),
        ("&CounterClockwiseContourIntegral;&AMP;&LT;&QUOT;", "∳&<\""), ("&NewLine;&Tab;&zwj;&hearts;&starf;&check;", "\n\t\u{200D}♥★✓"),
        ("&#0;&#xD800;&#x110000;&#99999999999999999999;&#xFFFE;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ]) func `decodes references once`(text: String, expected: String) {
        #expect(Entities.decode(text) == expected)
    }

    @Test(arguments: [
        ("Q&A", "Q&amp;A"), ("&amp; &#38; &#x26; &eacute; &period;", "&amp; &#38; &#x26; &eacute; &period;"), ("&copy 1", "&copy 1"),
        ("don&#146;t &#x92; &#X80;", "don&#x2019;t &#x2019; &#x20AC;"), ("&unknown; & &#; &", "&amp;unknown; &amp; &amp;#; &amp;"),
        ("&#129;&#160;", "&#xFFFD;&#160;"), ("?a=1&copy=2", "?a=1&amp;copy=2"), ("", ""),
        ("&#99999999999999999999;", "&#99999999999999999999;"),
    ]) func `mends references that readers of XML would take otherwise`(text: String, expected: String) {
        #expect(String(decoding: Entities.mend(text), as: UTF8.self) == expected)
    }

    @Test(arguments: [
        "a & b", "&", "&;", "&#;", "&#x;", "&unknown;", "?a=1&copy=2&lt=3", "&copyright", "&Nbsp;", "&alpha x", "&averylongnamethatisnone;",
        "&period", "&CounterClockwiseContourIntegralx;", "AT&T;", "&period=", "&\u{E9};",
    ])
    func `leaves alone what is no reference`(text: String) {
        #expect(Entities.decode(text) == text)
    }
}
