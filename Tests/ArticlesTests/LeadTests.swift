// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import Testing

@Suite struct LeadTests {
    private static let received = Date(timeIntervalSince1970: 1_704_067_200)  // 2024-01-01T00:00Z

    private func peel(_ paragraphs: [String], agency: String? = nil, published: Date? = nil) -> Lead {
        Lead.peel(
            paragraphs.map { Lead.Paragraph($0) }, agency: agency.flatMap(Agency.code), published: published, received: Self.received)
    }

    @Test func `tells the caption's place from the dateline's`() throws {
        let lead = peel(
            [
                "Men mend a roof in Aleppo, Syria, on Jan.3, 2024. (Xinhua/Wang Fang)",
                "LAGOS, Jan. 4 (Xinhua) -- Traders left the market.",
                "They will return.",
                "Rain is expected. Enditem",
            ], published: Date(timeIntervalSince1970: 1_704_384_000))  // 2024-01-04T16:00Z
        #expect(lead.captions.map(\.text) == ["Men mend a roof in Aleppo, Syria, on Jan.3, 2024."])
        #expect(lead.captions.first?.credit == Credit(raw: "(Xinhua/Wang Fang)", person: "Wang Fang", agency: "Xinhua"))
        #expect(lead.dateline?.place == "LAGOS")
        #expect(lead.dateline?.country == "NG")
        #expect(lead.dateline?.date == "2024-01-04")
        #expect(lead.agency?.code == "xinhua")
        #expect(lead.paragraphs == ["Traders left the market.", "They will return.", "Rain is expected."])
        #expect(lead.bodyStart == 26)
        #expect(lead.endMark == "Enditem")
        #expect(lead.warnings.isEmpty)
    }

    @Test(arguments: [
        (["A panda eats. (Yonhap)", "BUSAN, Dec. 3 (Yonhap) -- Rain."], ["A panda eats."], ["Rain."]),
        (["(Yonhap)", "BUSAN, Dec. 3 (Yonhap) -- Rain."], [""], ["Rain."]),
        (["Rain fell. (Yonhap)", "It fell again."], [], ["Rain fell. (Yonhap)", "It fell again."]),
        (["Rain fell. (Yonhap)"], [], ["Rain fell. (Yonhap)"]),
    ])
    func `an agency in brackets ends a caption where a story follows`(paragraphs: [String], captions: [String], text: [String]) {
        let lead = peel(paragraphs)
        #expect(lead.captions.map(\.text) == captions && lead.captions.allSatisfy { $0.credit?.agency == "Yonhap" })
        #expect(lead.paragraphs == text)
    }

    @Test(
        arguments: [
            (["BUSAN, Dec. 3 (Yonhap) -- Rain.", "kim@agency.example", "(END)"], "kim@agency.example\n(END)", ["Rain."]),
            (["Sevilla, 14 feb (EFE).- Llueve. EFE", "abc/def"], "EFE\nabc/def", ["Llueve."]),
            (["Kiel (dpa) - Regen. © dpa-infocom, dpa:260203-99-1/3"], "© dpa-infocom, dpa:260203-99-1/3", ["Regen."]),
            (["QUITO, May 2 (Reuters) - Write to", "kim@agency.example"], nil, ["Write to", "kim@agency.example"]),
        ] as [([String], String?, [String])])
    func `takes every mark at the end`(paragraphs: [String], mark: String?, text: [String]) {
        let lead = peel(paragraphs)
        #expect(lead.endMark == mark)
        #expect(lead.paragraphs == text)
    }

    @Test func `takes the year from the receipt when there is no publication date, and says when it can't`() {
        #expect(peel(["LAGOS, Dec. 30 (Xinhua) -- Rain."]).dateline?.date == "2023-12-30")
        let doubtful = peel(["LAGOS, June 30 (Xinhua) -- Rain."])
        #expect(doubtful.dateline?.date == "--06-30")
        #expect(doubtful.warnings == ["the year of the dateline can't be told"])
    }

    @Test(arguments: [
        ("A man digs. (Photo by Wang Fang/Xinhua)LAGOS, March 23 (Xinhua) — Rain.", "A man digs.", "Wang Fang", "LAGOS", "Rain."),
        (
            "A well near Banff. THE CANADIAN PRESS/Ann McIverCALGARY — Rain.", "A well near Banff.", "Ann McIver", "CALGARY",
            "CALGARY — Rain."
        ),
        ("A man digs. REUTERS/Ann Lee QUITO, May 2 (Reuters) - Rain.", "A man digs.", "Ann Lee", "QUITO", "Rain."),
        ("A man digs. THE CANADIAN PRESS/Ann Lee. ABC Rescuers came.", "A man digs.", "Ann Lee", nil, "Rescuers came."),
        ("A man digs. (Xinhua/Ann Lee)LAGOS, March 23 (Xinhua) — Rain.", "A man digs.", "Ann Lee", "LAGOS", "Rain."),
        ("(Xinhua/Ann Lee) LAGOS, March 23 (Xinhua) — Rain.", "", "Ann Lee", "LAGOS", "Rain."),
    ])
    func `splits a caption glued to the story`(line: String, caption: String, person: String, place: String?, text: String) {
        let lead = peel([line])
        #expect(lead.captions.map(\.text) == [caption])
        #expect(lead.captions.first?.credit?.person == person)
        #expect(lead.dateline?.place == place)
        #expect(lead.paragraphs == [text])
    }

    @Test(
        arguments: [
            ("Traders leave the market LAGOS, Jan. 9 (Xinhua) -- Rain fell.", "Traders leave the market", "LAGOS", "Rain fell."),
            ("Traders leave the marketLAGOS, Jan. 9 (Xinhua) -- Rain fell.", "Traders leave the market", "LAGOS", "Rain fell."),
            ("Roundup: Rain in Africa NEW DELHI, Jan 9 (PTI) Rain fell.", "Roundup: Rain in Africa", "NEW DELHI", "Rain fell."),
            ("Rain fell. LAGOS, Jan. 9 (Xinhua) -- More rain.", nil, nil, "Rain fell. LAGOS, Jan. 9 (Xinhua) -- More rain."),
            ("The LAGOS office (Xinhua) said so.", nil, nil, "The LAGOS office (Xinhua) said so."),
        ] as [(String, String?, String?, String)])
    func `takes a headline off that ran into the dateline`(line: String, preface: String?, place: String?, text: String) {
        let lead = peel([line])
        #expect(lead.preface == preface)
        #expect(lead.dateline?.place == place)
        #expect(lead.paragraphs == [text])
    }

    @Test(
        arguments: [
            (["(adds details, background) QUITO, Sept 5 (Reuters) - Rain."], "(adds details, background)", ["Rain."]),
            (
                ["(ATTN: ADDS photos, details in paras 4-5)", "BUSAN, Dec. 3 (Yonhap) -- Rain."],
                "(ATTN: ADDS photos, details in paras 4-5)",
                ["Rain."]
            ),
            (["(Updates with quotes) Rain fell."], "(Updates with quotes)", ["Rain fell."]),
            (["(The editors were asleep) Rain fell."], nil, ["(The editors were asleep) Rain fell."]),
            (["(Bloomberg) -- Rain."], nil, ["Rain."]),
            (
                ["Eds: Adds quotes. With AP Photos.", "LAGOS (AP) — Rain.", "It fell."], "Eds: Adds quotes. With AP Photos.",
                ["Rain.", "It fell."]
            ),
            (["LAGOS (AP) — Rain.", "EDS: A longer story follows."], "EDS: A longer story follows.", ["Rain."]),
            (
                ["(Adds detail) LAGOS (AP) — Rain.", "Note to editors: no picture."], "(Adds detail)\nNote to editors: no picture.",
                ["Rain."]
            ),
            (["Hinweis an die Redaktionen: Foto folgt.", "Lagos (dpa) - Regen."], "Hinweis an die Redaktionen: Foto folgt.", ["Regen."]),
            (["Eds: Rain."], nil, ["Eds: Rain."]),
            (["Editor's note: This is an opinion.", "Rain."], nil, ["Editor's note: This is an opinion.", "Rain."]),
            (["Rain.", "Note to editors:", "Acme makes umbrellas."], nil, ["Rain.", "Note to editors:", "Acme makes umbrellas."]),
        ] as [([String], String?, [String])])
    func `takes the advisory`(paragraphs: [String], advisory: String?, text: [String]) {
        let lead = peel(paragraphs)
        #expect(lead.advisory == advisory)
        #expect(lead.paragraphs == text)
    }

    @Test(arguments: [
        (["By ANN LEE     SAN DIEGO (AP) -- Rain."], ["ANN LEE"], "SAN DIEGO"),
        (["By ANN LEE SAN DIEGO (AP) -- Rain."], ["ANN LEE"], "SAN DIEGO"),
        (["By ANN LEE CARSON VALLEY, Nev. (AP) -- Rain."], ["ANN LEE"], "CARSON VALLEY, Nev."),
        (["By Ann Lee ZARANJ, Feb 11 (Reuters) - Rain."], ["Ann Lee"], "ZARANJ"),
        (["By Ann Lee and Bob Roe", "QUITO, Feb 11 (Reuters) - Rain."], ["Ann Lee", "Bob Roe"], "QUITO"),
        (["(adds quote) By Ann Lee QUITO, Feb 11 (Reuters) - Rain."], ["Ann Lee"], "QUITO"),
        (["新华社北京8月12日电（记者王芳、李明）雨停了。"], ["王芳", "李明"], "北京"),
        (["By the time rain fell, QUITO (Reuters) was asleep."], [], nil),
        (["By Monday the rain had stopped."], [], nil),
    ])
    func `tells the byline from the place behind it`(paragraphs: [String], byline: [String], place: String?) {
        let lead = peel(paragraphs)
        #expect(lead.byline == byline)
        #expect(lead.dateline?.place == place)
    }

    @Test func `keeps a place that stands alone in the text`() {
        let lead = peel(["PARIS - Rain fell."])
        #expect(lead.dateline?.place == "PARIS")
        #expect(lead.paragraphs == ["PARIS - Rain fell."])
        #expect(lead.bodyStart == 0)
    }

    @Test func `begins with the next paragraph when the dateline has one of its own`() {
        let lead = peel(["(ANSA) - TORINO, 5 GIU -", "Pioggia."])
        #expect(lead.dateline?.place == "TORINO")
        #expect(lead.paragraphs == ["Pioggia."])
        #expect(lead.bodyStart == 0)
    }

    @Test func `takes captions of figures wherever they stand`() {
        let lead = Lead.peel(
            [
                .init("LIMA, Jan. 4 (AP) — Rain."), .init("A wet street.", isCaption: true), .init("More rain."),
            ], agency: nil, published: nil, received: Self.received)
        #expect(
            lead.captions == [Lead.peel([.init("A wet street.", isCaption: true)], published: nil, received: Self.received).captions[0]])
        #expect(lead.captions.first?.credit == nil)
        #expect(lead.paragraphs == ["Rain.", "More rain."])
    }

    @Test(arguments: ["Rain fell. (SDA/xy)", "Regn faldt. /ritzau/", "Choveu. Lusa/Fim"])
    func `takes no story for a caption because its end mark looks like a credit`(paragraph: String) {
        let lead = peel([paragraph])
        #expect(lead.captions.isEmpty)
        #expect(lead.paragraphs.count == 1)
        #expect(lead.endMark != nil)
    }

    @Test func `leaves a credit behind the story where it is`() {
        let lead = peel(["LIMA, Jan. 4 (AP) — Rain.", "Seen from above. (AP Photo/Ann Lee)"])
        #expect(lead.captions.isEmpty)
        #expect(lead.paragraphs.count == 2)
    }

    @Test(
        arguments: [
            ("Rain fell. Enditem", nil, "Rain fell.", "Enditem"),
            ("Rain fell. -0-", nil, "Rain fell.", "-0-"),
            ("Rain fell.\n==Kyodo", nil, "Rain fell.", "==Kyodo"),
            ("Llovió. Fin", "xinhua", "Llovió.", "Fin"),
            ("Llovió. Fin", nil, "Llovió. Fin", nil),
            ("Llovió. EFE", "efe", "Llovió.", "EFE"),
            ("Llegó la EFE", "efe", "Llegó la EFE", nil),
            ("Il pleut. (SDA/xy)", nil, "Il pleut.", "(SDA/xy)"),
            ("Es regnet. © dpa-infocom, dpa:230417-99-350183/2", nil, "Es regnet.", "© dpa-infocom, dpa:230417-99-350183/2"),
            ("(and/or)", nil, "(and/or)", nil),
            ("Rain fell. Enditem and more.", nil, "Rain fell. Enditem and more.", nil),
        ] as [(String, String?, String, String?)])
    func `takes the end mark`(last: String, agency: String?, text: String, mark: String?) {
        let lead = peel(["Rain again.", last], agency: agency)
        #expect(lead.paragraphs.last == text)
        #expect(lead.endMark == mark)
    }

    @Test func `takes a line of initials only from the agency that writes them`() {
        #expect(peel(["Rain.", "asl/tib/pid"], agency: "afp").endMark == "asl/tib/pid")
        #expect(peel(["Rain.", "asl/tib/pid"], agency: "afp").paragraphs == ["Rain."])
        #expect(peel(["Rain.", "asl/tib/pid"]).paragraphs == ["Rain.", "asl/tib/pid"])
    }

    @Test func `says nothing of an empty item`() {
        for paragraphs in [[], [""], [" \n"]] {
            let lead = peel(paragraphs)
            #expect(lead.paragraphs.isEmpty)
            #expect(lead.bodyStart == nil)
            #expect(lead.dateline == nil)
        }
    }
}
