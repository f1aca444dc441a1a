// SPDX-License-Identifier: Apache-2.0
import Markup
import Testing

@Suite struct HTMLBlockTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let html: String
        let blocks: [TextBlock]
        var testDescription: String { html }

        init(_ html: String, _ blocks: TextBlock...) {
            self.html = html
            self.blocks = blocks
        }
    }

    static let paragraphs = [
        Example("<p>One <b>bold</b>\n word.</p><p>Two.</p>", TextBlock("One bold word."), TextBlock("Two.")),
        Example("<p>Unclosed<p>Next", TextBlock("Unclosed"), TextBlock("Next")),
        Example("One<br>line<br/><br />Two", TextBlock("One line"), TextBlock("Two")),
        Example("One<br>\u{3000}\u{3000}Two", TextBlock("One"), TextBlock("Two")),
        Example("One<br>&nbsp;&nbsp;&nbsp;Two", TextBlock("One"), TextBlock("Two")),
        Example("One\nline\n\nTwo", TextBlock("One line"), TextBlock("Two")),
        Example("<p>One\n\nline</p>", TextBlock("One line")),
        Example("<p>&nbsp;</p> <div> </div>"),
        Example("<div>One<div>Two</div>Three</div>", TextBlock("One"), TextBlock("Two"), TextBlock("Three")),
        Example("Fish &amp;amp; chips &lt;3", TextBlock("Fish &amp; chips <3")),
        Example("a<!-- <p>hidden</p> -->b<script>p('<p>')</script>c<style>p{}</style>d", TextBlock("abcd")),
        Example("<title>Not the text</title><body>The text</body>", TextBlock("The text")),
        Example("<noscript>kept</noscript><iframe src=x></iframe>", TextBlock("kept")),
    ]

    static let kinds = [
        Example("<h2>Head</h2>Text", TextBlock("Head", kind: .heading), TextBlock("Text")),
        Example("<ul><li>one<li><p>two</p></ul>", TextBlock("one", kind: .listItem), TextBlock("two", kind: .listItem)),
        Example("<pre>\n a\n  b</pre>", TextBlock(" a\n  b", kind: .preformatted)),
        Example(
            "<table><tr><th>Team<th>Goals<tr><td>Home</td><td>2</td></table>", TextBlock("Team | Goals", kind: .tableRow),
            TextBlock("Home | 2", kind: .tableRow)),
        Example("<table><tr><td>A story laid out in a table.</td></tr></table>", TextBlock("A story laid out in a table.")),
        Example("<table><tr><td><p>One</p><p>Two</p></td></tr></table>", TextBlock("One"), TextBlock("Two")),
        Example(
            "<figure><img src=a><figcaption>First</figcaption></figure>Text<figure><img src=b><p>Second</p></figure>",
            TextBlock("First", kind: .caption, figure: 0), TextBlock("Text"), TextBlock("Second", kind: .caption, figure: 1)),
    ]

    static let noTags = [
        Example("Shares of Acme <ACME.N> rose", TextBlock("Shares of Acme <ACME.N> rose")),
        Example("<p>See <BRK-A> and <0005.HK></p>", TextBlock("See <BRK-A> and <0005.HK>")),
        Example("Mail <ann@example.com> or <http://example.com/a>", TextBlock("Mail <ann@example.com> or <http://example.com/a>")),
        Example("1 < 2 and 3 > 2", TextBlock("1 < 2 and 3 > 2")),
        Example("a <", TextBlock("a <")),
        Example("a <b", TextBlock("a <b")),
        Example("a <b title='", TextBlock("a <b title='")),
        Example("never <!-- ends", TextBlock("never <!-- ends")),
        Example("Word's <o:p>own</o:p> <amp-img src=x></amp-img>tags go", TextBlock("Word's own tags go")),
        Example(#"A <madeup class="x">tag</madeup>"#, TextBlock("A tag</madeup>")),
    ]

    @Test(arguments: paragraphs + kinds) func `reads paragraphs and their kinds in document order`(example: Example) {
        #expect(HTMLContent.read(example.html, base: nil).blocks == example.blocks)
    }

    @Test(arguments: noTags) func `keeps as text what is no element of HTML`(example: Example) {
        #expect(HTMLContent.read(example.html, base: nil).blocks == example.blocks)
    }

    @Test(arguments: [
        ("One\nline\n\nTwo", ["One line", "Two"]),
        ("  One\nline\n  Two", ["One line", "Two"]),
        ("\n    All lines\n    are indented\n", ["All lines are indented"]),
        ("\u{3000}\u{3000}One\n\u{3000}\u{3000}Two", ["One", "Two"]),
        ("A < B & C", ["A < B & C"]),
        (" \n ", []),
    ]) func `cuts plain text at blank and indented lines`(plain: String, paragraphs: [String]) {
        #expect(TextBlock.paragraphs(of: plain).map(\.text) == paragraphs)
    }

    @Test func `reads pictures with their size, stand-in text and figure`() {
        let html = """
            <img src="/a.jpg" width=640 height="480px" alt="A &quot;b&quot;">
            <figure><img data-src="//cdn.example.com/b.jpg" src="data:image/gif;base64,R0" width="100%"></figure>
            <img alt="no address"><img src="javascript:x">
            """
        #expect(
            HTMLContent.read(html, base: "https://example.com/d/e").images == [
                HTMLImage(source: "https://example.com/a.jpg", alt: "A \"b\"", width: 640, height: 480),
                HTMLImage(source: "https://cdn.example.com/b.jpg", figure: 0),
            ])
    }
}
