// SPDX-License-Identifier: Apache-2.0
import Markup
import Testing

@Suite struct HTMLEntityTests {
    @Test(arguments: [
        ("AT&amp;T", "AT&T"), ("&lt;b&gt;&quot;&apos;", "<b>\"'"), ("&amp;lt;", "&lt;"),
        ("&nbsp;&copy;&Alpha;&alpha;&hellip;", "\u{A0}©Αα…"),
        ("&thetasym;&zwnj;&spades;&euro;", "ϑ\u{200C}♠€"), ("&copy 2024 &amp", "© 2024 &"),
        ("&#8217;&#x2019;&#X2019;", "’’’"), ("&#8217", "’"), ("&#150;&#x92;&#128;", "–’€"),
        ("&#0;&#xD800;&#x110000;&#99999999999999999999;&#xFFFE;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ]) func `decodes references once`(text: String, expected: String) {
        #expect(Entities.decode(text) == expected)
    }

    @Test(arguments: [
        "a & b", "&", "&;", "&#;", "&#x;", "&unknown;", "?a=1&copy=2&lt=3", "&copyright", "&Nbsp;", "&alpha x", "&averylongnamethatisnone;",
    ])
    func `leaves alone what is no reference`(text: String) {
        #expect(Entities.decode(text) == text)
    }
}
