// SPDX-License-Identifier: Apache-2.0
import Markup
import Testing

@Suite struct HTMLSanitiserTests {
    @Test(arguments: [
        ("<p>a<b>c</p>d", "<p>a<b>c</b></p>d"),
        ("<p>one<p>two", "<p>one</p><p>two</p>"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
        ("<a href=/x>one<a href=/y>two", #"<a href="/x">one</a><a href="/y">two</a>"#),
        ("<table><tr><td></table></div>x", "<table><tr><td></td></tr></table>x"),
        ("</b></p>x<br>y</br>", "x<br />y<br />"),
        ("<B CLASS=x>y</B>", #"<b class="x">y</b>"#),
        ("<div/>x", "<div></div>x"),
        ("a &lt; b &amp; <TXN.N> &nbsp;&hellip; &unknown; \"q\"", "a &lt; b &amp; &lt;TXN.N&gt; \u{A0}… &amp;unknown; \"q\""),
        ("a\u{0}\u{1B}[31mb", "a[31mb"),
    ]) func `writes balanced XHTML`(html: String, expected: String) {
        #expect(HTMLContent.read(html, base: nil).html == expected)
    }

    @Test(arguments: [
        ("<script>alert(1)</script>x", "x"),
        ("<SCRIPT SRC=//evil.example/x.js></SCRIPT>x", "x"),
        ("x<script>alert(1)", "x"),
        ("<scr<script>ipt>alert(1)</script>x", "&lt;scrx"),
        ("<<script>alert(1)//<</script>x", "&lt;x"),
        ("<img src=x onerror=alert(1)>", #"<img src="x" />"#),
        ("<b/onclick=alert(1)>x</b>", "<b>x</b>"),
        ("<p style=\"background:url(javascript:x)\">x</p>", "<p>x</p>"),
        ("<a href=\"javascript:alert(1)\">x</a>", "<a>x</a>"),
        ("<a href=\" JaVa\tScRiPt&#58;alert(1)\">x</a>", "<a>x</a>"),
        ("<a href=\"java&#10;script:alert(1)\">x</a>", "<a>x</a>"),
        ("<a href=\"&#1;javascript:alert(1)\">x</a>", "<a>x</a>"),
        ("<a href=\"javascript&colon;alert(1)\">x</a><a href=\"java&Tab;script&colon;x\">y</a>", "<a>x</a><a>y</a>"),
        ("<a href=\"java&NewLine;script:alert(1)\">x</a>&lt;script&gt;y&lt;/script&gt;", "<a>x</a>&lt;script&gt;y&lt;/script&gt;"),
        ("<a href=\"vbscript:x\">x</a><a href='data:text/html,x'>y</a><a href=ftp://h/f>z</a>", "<a>x</a><a>y</a><a>z</a>"),
        ("<a href='mailto:ann@example.com'>x</a>", #"<a href="mailto:ann@example.com">x</a>"#),
        ("<iframe src=//evil.example></iframe><object data=x><embed src=y></object>x", "x"),
        ("<form action=x><input name=pw><button>go</button></form>", "go"),
        ("<svg><script>alert(1)</script><a xlink:href='javascript:x'></a></svg>x", "x"),
        ("<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>x", "x"),
        (
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
            "<p title=\"&lt;/noscript&gt;&lt;img src=x onerror=alert(1)&gt;\"></p>"
        ),
        ("<!--><img src=x onerror=alert(1)>-->", #"<img src="x" />--&gt;"#),
        ("<![CDATA[<script>x</script>]]>y", "x]]&gt;y"),
        ("<base href=//evil.example><meta http-equiv=refresh content=0><link rel=x>y", "y"),
        (#"<a title='"><script>x</script>'>y</a>"#, #"<a title="&quot;&gt;&lt;script&gt;x&lt;/script&gt;">y</a>"#),
    ]) func `lets through neither scripts nor forms nor other schemes`(html: String, expected: String) {
        #expect(HTMLContent.read(html, base: nil).html == expected)
    }

    @Test func `makes addresses absolute`() {
        let html = "<a href='../x?a=1&amp;b=2'>a</a><img src='//cdn.example.com/i'><blockquote cite='#q'>b</blockquote><a href=''>c</a>"
        #expect(
            HTMLContent.read(html, base: "https://example.com/d/e/f").html == """
                <a href="https://example.com/d/x?a=1&amp;b=2">a</a><img src="https://cdn.example.com/i" />\
                <blockquote cite="https://example.com/d/e/f#q">b</blockquote><a href="">c</a>
                """)
    }

    @Test func `nests no deeper than 64`() {
        let content = HTMLContent.read(
            String(repeating: "<div>", count: 1_000) + "x" + String(repeating: "</div>", count: 1_000) + "y", base: nil)
        #expect(content.html == String(repeating: "<div>", count: 64) + "x" + String(repeating: "</div>", count: 64) + "y")
        #expect(content.blocks.map(\.text) == ["x", "y"])
    }
}
