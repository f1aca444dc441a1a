// SPDX-License-Identifier: Apache-2.0
import Feeds
import Testing

@Suite struct ReportPlainTextTests {
    @Test(arguments: [
        (MarkupText("  A\n plain\u{A0} title ", kind: .plain), "A plain title"),
        (MarkupText("A <b>plain</b> &amp; title", kind: .plain), "A <b>plain</b> &amp; title"),
        (MarkupText("AT&amp;T <b>rises</b><br>again", kind: .html), "AT&T rises again"),
        (MarkupText("Acme <ACME.N> &lt;up&gt; 5% &amp;amp; more", kind: .html), "Acme <ACME.N> <up> 5% &amp; more"),
        (MarkupText("<p>One</p><p>Two</p>", kind: .xhtml), "One Two"),
        (MarkupText("<pre>One\nTwo</pre>", kind: .html), "One Two"),
        (MarkupText("One\n\nTwo", kind: .html), "One Two"),
        (MarkupText("", kind: .html), ""),
    ]) func `puts a title on one line, by its kind`(text: MarkupText, expected: String) {
        #expect(text.plain == expected)
    }
}
