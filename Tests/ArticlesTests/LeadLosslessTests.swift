// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import TestSupport
import Testing

/// Whatever is thrown at it, a lead holds every character of the paragraphs that it was made of.
@Suite struct LeadLosslessTests {
    private static let pieces = [
        "LAGOS, Jan. 9 (Xinhua) -- ", "LAGOS, ", "Jan. 9 ", "(Xinhua)", " -- ", "(AP) — ", "/TASS/. ", "By ANN LEE ",
        "By Ann Lee and Bob Roe ",
        "(adds details, background) ", "(ATTN: ADDS) ", "Canadian Press - ", "AP - ", "A man digs. ", "(Photo by Wang Fang/Xinhua)",
        "(Xinhua/Wang Fang)", "THE CANADIAN PRESS/Ann Lee", "REUTERS/Ann Lee. ABC ", "CALGARY — ", "Rain fell. ", "rain ", "Enditem",
        " Fin",
        "-0-", "(SDA/xy)", "新华社北京8月12日电", "（记者王芳）", "雨停了。", "【ソウル共同】", "(부산=연합뉴스) 김영희 기자 = ", "é", "🌧", "\u{200B}", "#39;S ",
        "Traders leave Lagos ", "LAGOS", "（", "）", "ТАСС, 9 мая. ", "(Adnkronos) - ", "Photo courtesy Acme", "［東京　９日　ロイター］ - ",
        "(", ")", "/", ".", ",", "-", "©", "[", "]", "\n", "By ", "BY ", "St. ", "5 mai ", "  ", "==Kyodo", "\u{301}", "🇵🇪", "May", "9", "|",
        "=", "Eds: Adds quotes. ", "Note to editors: ", "新华社记者 王芳 摄", "Foto: Ann Lee/dpa", "kim@agency.example",
        "© dpa-infocom, dpa:1",
    ]

    @Test(arguments: 0..<20)
    func `loses no character`(seed: Int) {
        var random = Dice(seed: UInt64(seed))
        for _ in 0..<100 {
            let paragraphs = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                Lead.Paragraph(
                    (0..<Int.random(in: 0...9, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined(),
                    isCaption: Int.random(in: 0..<8, using: &random) == 0)
            }
            let agency = Agency.known.randomElement(using: &random)
            let lead = Lead.peel(paragraphs, agency: agency, published: nil, received: Date(timeIntervalSince1970: 1_704_067_200))
            #expect(letters(of: lead) == letters(of: paragraphs.map(\.text)), "\(paragraphs)")
        }
    }

    @Test(arguments: ["(", "A ", "/A", "A,", "A.", "REUTERS/Ann ", "(AP Photo/A B)", "LAGOS, Jan. 9 (Xinhua) -- ", "By A and ", "\u{301}"])
    func `loses nothing of a paragraph without end`(piece: String) {
        let paragraph = String(repeating: piece, count: 2_500)
        let lead = Lead.peel([Lead.Paragraph(paragraph)], published: nil, received: Date(timeIntervalSince1970: 0))
        #expect(letters(of: lead) == letters(of: [paragraph]))
    }

    /// The visible scalars of all parts, sorted, since a caption may stand anywhere.
    private func letters(of lead: Lead) -> [Unicode.Scalar] {
        var parts = lead.paragraphs + [lead.preface, lead.advisory, lead.bylineRaw, lead.endMark].compactMap(\.self)
        for caption in lead.captions { parts += [caption.text, caption.credit?.raw ?? ""] }
        if let dateline = lead.dateline, !["place"].contains(dateline.form) { parts.append(dateline.raw) }
        return letters(of: parts)
    }

    private func letters(of parts: [String]) -> [Unicode.Scalar] {
        parts.flatMap(\.unicodeScalars).filter { !$0.properties.isWhitespace && $0 != "\u{200B}" }.sorted()
    }
}
