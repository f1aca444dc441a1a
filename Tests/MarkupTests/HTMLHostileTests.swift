// SPDX-License-Identifier: Apache-2.0
import Markup
import TestSupport
import Testing

@Suite struct HTMLHostileTests {
    private static let pieces = [
        "<", ">", "</", "/>", "=", "\"", "'", " ", "\n", "&", ";", "#", "&#", "&#x", "&lt;", "&amp;", "&nbsp;", "<!--", "-->", "<![CDATA[",
        "]]>", "<!",
        "<?", "<p>", "</p>", "<a href=", "</a>", "<b", "<i>", "</i>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<li>", "<ul>",
        "</ul>",
        "<script>", "</script>", "<svg>", "</svg>", "<style>", "<br>", "<pre>", "</pre>", "<figure>", "</figure>", "<img src=", "<title>",
        "<h1>",
        "javascript:", "onload=x", "x", "新华社", "\u{3000}", "\u{A0}", "\u{0}", "\u{FFFD}", "<TXN.N>", "<o:p>", "99999999999999999999",
    ]

    private static func document(seed: UInt64) -> String {
        var generator = Dice(seed: seed)
        let count = Int.random(in: 0...120, using: &generator)
        return (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
    }

    @Test(arguments: UInt64(0)..<40) func `reads its own output as the same, from any rubbish`(block: UInt64) {
        for seed in block * 50..<(block + 1) * 50 {
            let document = Self.document(seed: seed)
            let once = HTMLContent.read(document, base: "https://example.com/a/")
            let twice = HTMLContent.read(once.html, base: "https://example.com/a/")
            #expect(twice.html == once.html, "\(document.debugDescription)")
            #expect(!once.html.contains("<script") && !once.html.contains("<svg") && !once.html.contains("\u{0}"))
            #expect(once.blocks.allSatisfy { !$0.text.isEmpty })
        }
    }

    @Test(arguments: UInt64(0)..<10) func `survives random bytes`(seed: UInt64) {
        var generator = Dice(seed: seed)
        let bytes = (0..<4_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let content = HTMLContent.read(String(decoding: bytes, as: UTF8.self), base: nil)
        #expect(HTMLContent.read(content.html, base: nil).html == content.html)
    }

    private static let repeated = [
        "<", "(", "&", " ", "<div>", "</div>", "<a", "<a ", "<a b='", "<a b=\"\" ", "<!--", "<![CDATA[", "<!x", "<?", "<script", "<svg>",
        "<p><b>", "<Q a='",
        "<x a=\"\" ", "&#", "&#9", "&amp", "<a/", "<TXN.N>", "<table><td>", "<br>", "<!>", "</x", "<svg><svg>", "<title>", "\u{3000}",
        "</p ",
    ]

    /// Quadratic time would take minutes on any of these in a debug build; what is asserted is that nothing is multiplied.
    @Test(arguments: repeated) func `needs time in proportion to the text`(piece: String) {
        let long = String(repeating: piece, count: (1 << 16) / piece.utf8.count)
        for text in [long, long + ">"] {
            let content = HTMLContent.read(text, base: nil)
            #expect(content.html.utf8.count <= 5 * text.utf8.count)
            #expect(content.blocks.reduce(0) { $0 + $1.text.utf8.count } <= text.utf8.count)
        }
    }

    @Test(arguments: repeated) func `costs the program no more than a hostile story may`(piece: String) async throws {
        let long = String(repeating: piece, count: (1 << 18) / piece.utf8.count).replacing("]]>", with: "")
        let item = "<item><title>1</title><description><![CDATA[\(long)]]></description></item>"
        let run = try await MeasuredRun.parsing("<rss version='2.0'><channel><title>t</title>\(item)</channel></rss>".utf8)
        #expect([0, 65].contains(run.status), "\(run.messages)")
        #expect(run.cost.isBounded, "\(run.cost)")
    }
}
