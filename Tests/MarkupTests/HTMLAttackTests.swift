// SPDX-License-Identifier: Apache-2.0
import Markup
import TestSupport
import Testing

/// Ways in which scripts were smuggled past sanitisers; each is read alone, and inside of every wrapping.
private let vectors = [
    "<script>alert(1)</script>", "<script/src=//e.test/x.js></script>", "<script\n>alert(1)</script\t>", "<SCRIPT >alert(1)</ScRiPt >",
    "<scr\u{0}ipt>alert(1)</scr\u{0}ipt>", "<script<script>>alert(1)</script>", "<script x=\"</script>\">alert(1)</script>",
    "<img src=x onerror=alert(1)>", "<img src=x\u{0C}onerror=alert(1)>", "<img/src=x/onerror=alert(1)>", "<img src='x'onerror=alert(1)>",
    "<img src=\"x\" OnErRoR = \"alert(1)\">", "<img src=x:x onerror\n=\nalert(1)>", "<img \"\"\"><script>alert(1)</script>\">",
    "<img src=`x` onerror=alert(1)>", "<img src=javascript:alert(1)>", "<img lowsrc='javascript:x' dynsrc='javascript:x'>",
    "<img srcset='javascript:x 1x'>", "<img src=data:image/svg+xml;base64,PHN2Zy8+>", "<image src=x onerror=alert(1)>",
    "<body onload=alert(1)>", "<body background='javascript:alert(1)'>", "<svg onload=alert(1)>", "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>", "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg><a xlink:href='javascript:x'>x</a></svg>",
    "<svg><animate attributeName=href values=javascript:x /></svg>", "<svg><foreignObject><iframe src=javascript:x></foreignObject></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>", "<math href='javascript:x'>x</math>",
    "<math><annotation-xml encoding='text/html'><img src=x onerror=alert(1)></annotation-xml></math>",
    "<a href=javascript:alert(1)>x</a>", "<a href=' javascript:alert(1)'>x</a>", "<a href='\u{1}javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>", "<a href='java\nscript:alert(1)'>x</a>", "<a href='java&#x0D;script:alert(1)'>x</a>",
    "<a href='jav&Tab;ascript:alert(1)'>x</a>", "<a href='javascript&colon;alert(1)'>x</a>", "<a href='javascript&#58;alert(1)'>x</a>",
    "<a href='&#106&#97&#118&#97script:alert(1)'>x</a>", "<a href='&#0000106avascript:x'>x</a>", "<a href='JAVASCRIPT:x'>x</a>",
    "<a href='vbscript:x'>x</a>", "<a href='livescript:x'>x</a>", "<a href='data:text/html,<script>x</script>'>x</a>",
    "<a href='data:,x'>x</a>",
    "<a href='blob:x'>x</a>", "<a href='file:///etc/passwd'>x</a>", "<a href='view-source:javascript:x'>x</a>",
    "<a href='feed:javascript:x'>x</a>",
    "<a href='ja\u{AD}vascript:x'>x</a>", "<a href='javascript\u{FF1A}x'>x</a>", "<a href='intent://x#Intent;end'>x</a>",
    "<a href='\\\\e.test\\x'>x</a>",
    "<a href='http:javascript:x'>x</a>", "<a ping='javascript:x' href=http://e.test/>x</a>", "<a target=_blank onclick=x href=#>x</a>",
    "<a href=\"x\" style=\"x:expression(alert(1))\">x</a>", "<p style='background:url(javascript:x)'>x</p>",
    "<p style=\"-moz-binding:url(x)\">x</p>",
    "<style>@import 'http://e.test';</style>", "<style>*{x:expression(alert(1))}</style>", "<style><!--</style><script>x</script>-->",
    "<link rel=stylesheet href=//e.test/x.css>", "<meta http-equiv=refresh content='0;url=javascript:x'>", "<base href=//e.test/>",
    "<iframe src=javascript:x></iframe>", "<iframe srcdoc='<script>x</script>'></iframe>", "<frameset><frame src=javascript:x></frameset>",
    "<object data=javascript:x></object>", "<object type=text/x-scriptlet data=x></object>", "<embed src=javascript:x>",
    "<applet code=x></applet>",
    "<form action=javascript:x><input type=submit></form>", "<form><button formaction=javascript:x>go</button></form>",
    "<isindex action=javascript:x>",
    "<input onfocus=x autofocus>", "<select onfocus=x autofocus></select>", "<textarea onfocus=x autofocus></textarea>",
    "<keygen onfocus=x>",
    "<video src=x onerror=x></video>", "<video><source onerror=x></video>", "<audio src=x onerror=x></audio>",
    "<video poster=javascript:x></video>",
    "<details open ontoggle=x>x</details>", "<marquee onstart=x>x</marquee>",
    "<table background=javascript:x><td background=javascript:x>x</table>",
    "<!--><script>alert(1)</script>-->", "<!--[if IE]><script>x</script><![endif]-->", "<![CDATA[<script>alert(1)</script>]]>",
    "<!DOCTYPE x [<!ENTITY y '<script>'>]>&y;", "<?xml-stylesheet href='javascript:x'?>", "<? echo('<scr)'; echo('ipt>x</script>'); ?>",
    "<title><script>x</script></title>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<template><script>x</script></template>",
    "<xmp><script>x</script></xmp>", "<plaintext><script>x</script>", "<listing>&lt;script&gt;x</listing>",
    "<textarea></textarea><script>x</script>",
    "</script><script>x</script>", "<b <script>x</script>>y</b>", "<a title='><script>x</script>'>y</a>",
    "<a title=\"'\" '=\"'><img src=x onerror=x>\">y</a>",
    "<x onclick=alert(1)>y</x>", "<x-y onclick=alert(1)>y</x-y>", "<o:p onclick=alert(1)>y</o:p>", "<<img src=x onerror=alert(1)//<</img>",
    "<img src=x onerror=alert(1)//",
    "%3Cscript%3Ealert(1)%3C/script%3E", "+ADw-script+AD4-x+ADw-/script+AD4-", "\u{FF1C}script\u{FF1E}x\u{FF1C}/script\u{FF1E}",
    "&lt;script&gt;x&lt;/script&gt;",
    "<div id=x name=x><a name=getElementById>x</a></div>", "<portal src=javascript:x></portal>", "<dialog open onclose=x>x</dialog>",
]

private let wrappings: [(before: String, after: String)] = [
    ("", ""), ("<p>", "</p>"), ("<table><tr><td>", "</table>"), ("<a href='", "'>x</a>"), ("<b title=\"", "\">x</b>"), ("<pre>", ""),
    ("<!--", ""),
    ("<svg>", "</svg>"), ("<style>", "</style>"), ("<p title=", ">x"), ("</", ">"),
]

/// The tags of sanitised HTML; a `<` in it stands nowhere else.
private func tags(_ html: String) -> [Substring] {
    html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1).map { $0.prefix { $0 != ">" } }
}

private let allowedSchemes = ["http:", "https:", "mailto:"]

/// What is wrong with a tag of sanitised HTML; nil where nothing is.
private func danger(_ tag: Substring) -> String? {
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    let banned = [
        "script", "style", "svg", "math", "iframe", "object", "embed", "applet", "form", "input", "button", "base", "meta", "link",
        "template",
    ]
    if banned.contains(String(name)) || name.isEmpty { return "element" }
    // Values are quoted, and quotes in them escaped: every odd piece is a value.
    let pieces = tag.dropFirst(name.count).split(separator: "\"", omittingEmptySubsequences: false)
    for index in stride(from: 0, to: pieces.count - 1, by: 2) {
        let attribute = pieces[index].filter { $0 != " " && $0 != "=" }
        if attribute.hasPrefix("on") || ["style", "srcdoc", "srcset", "formaction", "action"].contains(attribute) {
            return "attribute \(attribute)"
        }
        let addresses = ["href", "src", "background", "poster", "ping", "cite", "longdesc", "lowsrc", "dynsrc", "usemap"]
        guard addresses.contains(attribute), let colon = pieces[index + 1].firstIndex(of: ":") else { continue }
        let scheme = pieces[index + 1][...colon].lowercased()
        if !scheme.contains(where: { "/?#".contains($0) }), !allowedSchemes.contains(scheme) { return "address \(scheme)" }
    }
    return nil
}

@Suite struct HTMLAttackTests {
    @Test(arguments: vectors) func `lets nothing through that could run`(vector: String) {
        for wrapping in wrappings {
            let source = wrapping.before + vector + wrapping.after
            for base in [nil, "https://example.com/a/"] {
                let html = HTMLContent.read(source, base: base).html
                for tag in tags(html) { #expect(danger(tag) == nil, "\(source) became \(html)") }
                #expect(HTMLContent.read(html, base: base).html == html)
            }
        }
    }

    @Test func `costs the program no more than a hostile feed may, all of it in every wrapping`() async throws {
        let sources = vectors.flatMap { vector in wrappings.map { $0.before + vector + $0.after } }
        let items = sources.map { "<item><title>1</title><description>\($0.map(Self.escaped).joined())</description></item>" }
        let run = try await MeasuredRun.parsing("<rss version='2.0'><channel><title>t</title>\(items.joined())</channel></rss>".utf8)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.cost.isBounded, "\(run.cost)")
    }

    private static func escaped(_ character: Character) -> String {
        character.unicodeScalars.map { $0.value < 0x20 || "<&".unicodeScalars.contains($0) ? "&#\(max($0.value, 9));" : String($0) }
            .joined()
    }

    @Test func `is itself no dead watchdog`() {
        let dangers = ["<script>", "<p onclick=\"x\">", "<a href=\"javascript:x\">", "<p style=\"\">", "<a title=\"x\" href=\"data:x\">"]
        for html in dangers { #expect(tags(html).contains { danger($0) != nil }, "\(html)") }
        for html in ["<a href=\"https://e.test/a:b\">", "<p>1 &lt; 2</p>", "<a href=\"/x:y\">"] {
            #expect(tags(html).allSatisfy { danger($0) == nil }, "\(html)")
        }
    }
}
