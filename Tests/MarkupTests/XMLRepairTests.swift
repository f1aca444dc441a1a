// SPDX-License-Identifier: Apache-2.0
import Markup
import TestSupport
import Testing

private func repair(_ text: String) -> XMLRepair {
    XMLRepair(Array(text.utf8), neverNested: ["item"])
}

@Test(arguments: [
    ("<a>AT&T & R&D; &amp; &#233; &#0;</a>", "<a>AT&amp;T &amp; R&amp;D; &amp; &#233; &amp;#0;</a>"),
    ("<a>x&nbsp;y &eacute;</a>", "<a>x&#160;y &#233;</a>"),
    ("<a>1 < 2 <3 <</a>", "<a>1 &lt; 2 &lt;3 &lt;</a>"),
    ("<a>]]></a>", "<a>]]&gt;</a>"),
    ("<a><b>x</a>", "<a><b>x</b></a>"),
    ("<a>x</b></a>", "<a>x</a>"),
    ("<a>x<br>y<img src=p.png alt></a>", "<a>x<br/>y<img src=\"p.png\" alt=\"\"/></a>"),
    ("<a b='1' b=\"2\" c=x&y>t</a>", "<a b=\"1\" c=\"x&amp;y\">t</a>"),
    ("<r><item><t>1</t><item><t>2</t></item></r>", "<r><item><t>1</t></item><item><t>2</t></item></r>"),
    ("<r><![CDATA[a<b]]><!-- c --><?p i?></r>", "<r>a&lt;b</r>"),
    ("<!DOCTYPE r [ <!-- > --> ]><r/>", "<r/>"),
    ("Warning: no database<r>t</r>junk<r/>", "<r>t</r>"),
    ("<Title>x</title>", "<Title>x</Title>"),
    ("<r><a x='1'", "<r>&lt;a x='1'</r>"),
])
func `makes broken XML well-formed`(text: String, expected: String) {
    #expect(String(decoding: repair(text).bytes, as: UTF8.self) == expected)
}

@Test func `says what it did, each kind once`() {
    let repair = repair("<a>x & y & z<b></a>")
    #expect(repair.notes == ["bare '&' (2×)", "missing end tag"])
    #expect(repair.openAtEnd.isEmpty)
}

@Test func `names what was open when the document broke off`() {
    #expect(repair("<rss><channel><item><title>x").openAtEnd == ["rss", "channel", "item", "title"])
}

@Test(
    arguments: ["<", "<a ", "<?", "<!--", "<![CDATA[", "</a", "<a x=\"", "<a x='", "&", "&a;", "<a>", "<p>", "<a><b></c>", "<!DOCTYPE ["])
func `takes linear time whatever is repeated`(piece: String) {
    let text = "<r>" + String(repeating: piece, count: 300_000 / piece.utf8.count)
    // Quadratic work on 300 KB is minutes; this leaves room for a debug build, and for a sanitizer.
    let time = processorTime { #expect(repair(text).bytes.count >= 3) }
    #expect(time < .seconds(30))
}

@Test(arguments: ["<r><a b=c>x & <y z></q></r>", "<r><item>&#xD800;<item>&bogus;</r>", "<r a:b:c='1'><x:y>t</x:y>", "<r>\u{301}<é>x</r>"])
func `is read by the strict parser afterwards`(text: String) throws {
    let vocabulary = XMLVocabulary(names: [:], addresses: [:], prefixes: [:])
    let reader = XMLReader(repair(text).bytes, vocabulary: vocabulary)
    while try reader.next() != .finish {}
    #expect(reader.depth == 0)
}
