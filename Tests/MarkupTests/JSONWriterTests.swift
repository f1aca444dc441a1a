// SPDX-License-Identifier: Apache-2.0
import Foundation
import Markup
import Testing

/// JSON as any reader takes it back, and no terminal takes it for a command.
struct JSONWriterTests {
    @Test(arguments: ["\"", "\\", "\n", "\r", "\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{80}", "\u{9B}", "\u{A0}", "é", "新", "\u{1F9C0}"])
    func `a character that needs care comes back from any place in the text`(character: String) throws {
        for length in [0, 1, 7, 8, 9, 15, 16, 17] {
            for place in 0...length {
                let text = String(repeating: "a", count: place) + character + String(repeating: "b", count: length - place)
                for escapesNonASCII in [false, true] {
                    var json = JSONWriter(escapesNonASCII: escapesNonASCII)
                    json.array { $0.value(text) }
                    #expect(try JSONDecoder().decode([String].self, from: Data(json.bytes)) == [text])
                    #expect(json.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
                    if escapesNonASCII { #expect(json.bytes.allSatisfy { $0 < 0x80 }) }
                }
            }
        }
    }

    @Test func `bytes and string are written alike`() {
        let text = "A \"quoted\" line\nwith 新闻 and \u{1B}[31m"
        var (first, second) = (JSONWriter(), JSONWriter())
        first.value(text)
        second.value(utf8: Array(text.utf8))
        #expect(first.bytes == second.bytes)
    }

    @Test func `members come in the order of the calls, absent ones not at all`() {
        var json = JSONWriter()
        json.object { json in
            json.member("b", 1)
            json.member("a", nil as String?)
            json.member("c", 0.5)
            json.member("d", [Int]()) { $0.value($1) }
            json.member("e", [1, 2]) { $0.value($1) }
            json.member("f", true)
        }
        #expect(json.text == #"{"b":1,"c":0.5,"e":[1,2],"f":true}"#)
    }

    @Test(arguments: [0, 7, -1, 10, 99, 100, -2_026, 1_000_000_007, .max, .min]) func `a whole number has all its digits`(number: Int) {
        var json = JSONWriter()
        json.value(number)
        #expect(json.text == String(number))
    }

    @Test(arguments: ["\n", "\u{9B}", "\u{1F9C0}", "新a"]) func `a text of nothing but escapes comes back`(character: String) throws {
        let text = String(repeating: character, count: 5_000)
        var json = JSONWriter(escapesNonASCII: true)
        json.object { $0.member("text", text) }
        #expect(try JSONDecoder().decode([String: String].self, from: Data(json.bytes)) == ["text": text])
    }

    @Test func `what JSON can't say becomes null`() {
        var json = JSONWriter()
        json.array { json in
            json.value(Double.nan)
            json.value(-Double.infinity)
            json.value(1e300)
        }
        #expect(json.text == "[null,null,1e+300]")
    }
}

/// The two ways to the sanitised copy of a text.
struct SanitisedCopyTests {
    @Test(arguments: [
        "<p>One</p><p>Two &amp; <b>three</b>", "no markup", "<script>x</script><a href='/a'>b</a>", "<TXN.N> & &nbsp;", "",
        "<p><figure><img src='a.jpg'/><figcaption>c</figcaption></figure>",
    ])
    func `are the same`(html: String) {
        let base = "https://wire.example/"
        #expect(String(decoding: HTMLContent.sanitise(html, base: base), as: UTF8.self) == HTMLContent.read(html, base: base).html)
    }
}
