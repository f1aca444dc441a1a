import Testing

// SPDX-License-Identifier: Apache-2.0
@testable import Articles

struct HashesTests {
    @Test(arguments: [
        (text: "Toll RISES to 1,204 in Syria", tokens: "toll rises to 1,204 in syria"),
        (text: "It's 3.5%; the workers' day — don’t", tokens: "it's 3.5 the workers day don't"),
        (text: "don\u{2BC}t, \u{2BC}twas", tokens: "don't twas"),
        (text: "Texas Instruments <TXN.N> up 2.", tokens: "texas instruments up 2"),
        (text: "if a <b then <this is no ticker at all> 5", tokens: "if a b then this is no ticker at all 5"),
        (text: "at 10:15, 20/02/2018...", tokens: "at 10:15 20/02/2018"),
        (text: "ＡＢＣ１２ 日本１１月", tokens: "abc 12 日本 11 月"),
        (text: "МОСКВА, Ärger ÉCOLE", tokens: "москва ärger école"),
        (text: "на  улице мир И мир — сон 2 ", tokens: "на улице мир и мир сон 2"),
        (text: "об'єкт об’єкт 'д ім'я' é ", tokens: "об'єкт об'єкт д ім'я é"),
        (text: "東京 大阪 ｘ 신문 e\u{301} \u{301}", tokens: "東京 大阪 x 신문 e\u{301} \u{301}"),
        (text: "a1b2", tokens: "a 1 b 2"),
        (text: " \n.,/:'’<>< ", tokens: ""),
        (text: "1....", tokens: "1"),
    ])
    func `reads words and numbers`(example: (text: String, tokens: String)) {
        #expect(String(decoding: Tokens.normalized(example.text), as: UTF8.self) == example.tokens)
    }

    @Test func `tells letters and digits as Unicode's tables do, and none grows by more than half in lower case`() {
        let scalars = (0x80..<0x3_0000).compactMap { Unicode.Scalar(UInt32($0)) }.filter { !(0xFF01...0xFF5E).contains($0.value) }
        let text = String(String.UnicodeScalarView(scalars.flatMap { [$0, "|"] }))
        let tokens = scalars.filter(Self.opensToken).map { (scalar: $0, token: $0.properties.lowercaseMapping) }
        #expect(String(decoding: Tokens.normalized(text), as: UTF8.self) == tokens.map(\.token).joined(separator: " "))
        #expect(tokens.allSatisfy { $0.token.utf8.count * 2 <= UTF8.width($0.scalar) * 3 })
    }

    private static func opensToken(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: scalar != "\u{2BC}"
        case .nonspacingMark, .spacingMark, .decimalNumber: true
        default: false
        }
    }

    @Test func `the longest tokens that a text can turn into fit`() {
        let text = String(repeating: "1\u{130}\u{23A}a", count: 1_000)
        #expect(Tokens.normalized(text).starts(with: "1 i\u{307}\u{2C65}a 1".utf8))
    }

    @Test(arguments: [
        (headline: "Quake hits  Chile", text: "SANTIAGO — A quake hit.\n\nMore."),
        (headline: "QUAKE HITS CHILE!", text: "Santiago: a quake hit. More"),
    ])
    func `spacing, case and punctuation do not change the content`(example: (headline: String, text: String)) {
        let hashes = Article.Hashes(headline: example.headline, text: example.text)
        #expect(hashes == Article.Hashes(headline: "quake hits chile", text: "santiago a quake hit more"))
    }

    @Test(arguments: [
        (headline: "Quake hits Chile", text: "Two died."),
        (headline: "Quake hits Peru", text: "One died."),
        (headline: "Quake hits", text: "Chile One died."),
        (headline: "", text: "Quake hits Chile One died."),
        (headline: "Quake hits Chile One died.", text: ""),
    ])
    func `another word, number or field changes the content`(example: (headline: String, text: String)) {
        let hashes = Article.Hashes(headline: "Quake hits Chile", text: "One died.")
        #expect(Article.Hashes(headline: example.headline, text: example.text).content != hashes.content)
    }

    @Test func `the rules never change by accident`() {
        let hashes = Article.Hashes(headline: "Quake hits Chile", text: "One died.")
        #expect(hashes.content == SHA256.hex([1, 1] + Array("quake hits chile".utf8) + [0, 2] + Array("one died".utf8) + [0]))
        #expect(hashes.title == SHA256.hex([1, 1] + Array("quake hits chile".utf8) + [0]))
    }

    @Test func `similar texts have similar hashes, and no text has none`() throws {
        let words = (0..<200).map { "word\($0)" }
        let first = try #require(Article.Hashes(headline: "", text: words.joined(separator: " ")).simhash)
        let second = try #require(Article.Hashes(headline: "", text: (words + ["more"]).joined(separator: " ")).simhash)
        let third = try #require(Article.Hashes(headline: "", text: words.map { $0 + "x" }.joined(separator: " ")).simhash)
        let bits = try (#require(UInt64(first, radix: 16)), #require(UInt64(second, radix: 16)), #require(UInt64(third, radix: 16)))
        #expect((bits.0 ^ bits.1).nonzeroBitCount <= 8)
        #expect((bits.0 ^ bits.2).nonzeroBitCount > 8)
        #expect(first.utf8.count == 16)
        #expect(Article.Hashes(headline: "Only a headline", text: "").simhash == nil)
    }

    @Test func `a megabyte of signs and digits is read in one pass`() {
        let text = String(repeating: "1.", count: 500_000) + String(repeating: "<", count: 100_000)
        #expect(Tokens.normalized(text).count == 999_999)
    }
}
