// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing

@Suite struct HeadlineTests {
    @Test(
        arguments: [
            ("UPDATE 2-Storm nears coast", "Storm nears coast", [.init(.revision, raw: "UPDATE 2", n: 2)]),
            ("WRAPUP 1-Storm nears coast", "Storm nears coast", [.init(.genre, raw: "WRAPUP"), .init(.revision, raw: "WRAPUP 1", n: 1)]),
            ("CORRECTED-Storm nears coast", "Storm nears coast", [.init(.correction, raw: "CORRECTED")]),
            ("CORRECTED - STORM NEARS COAST", "STORM NEARS COAST", [.init(.correction, raw: "CORRECTED")]),
            ("(CORRECTED) - ACME <ACM> SELLS UNIT", "ACME <ACM> SELLS UNIT", [.init(.correction, raw: "(CORRECTED)")]),
            ("CORRECTED (OFFICIAL)-Storm nears", "Storm nears", [.init(.correction, raw: "CORRECTED (OFFICIAL)")]),
            (
                "REFILE-UPDATE 1-Storm nears", "Storm nears",
                [.init(.minorCorrection, raw: "REFILE"), .init(.revision, raw: "UPDATE 1", n: 1)]
            ),
            ("RPT-EXPLAINER-Why storms turn", "Why storms turn", [.init(.repetition, raw: "RPT"), .init(.genre, raw: "EXPLAINER")]),
            ("CORRECTED-US STOCKS-Shares fall", "Shares fall", [.init(.correction, raw: "CORRECTED"), .init(.series, raw: "US STOCKS")]),
            ("US STOCKS SNAPSHOT-Shares fall", "Shares fall", [.init(.series, raw: "US STOCKS SNAPSHOT")]),
            ("WITHDRAWAL: Storm nears coast", "Storm nears coast", [.init(.kill, raw: "WITHDRAWAL")]),
            ("MANDATORY KILL Storm nears", "Storm nears", [.init(.kill, raw: "MANDATORY KILL")]),
            ("Urgent: Storm hits coast", "Storm hits coast", [.init(.urgency, raw: "Urgent")]),
            ("URGENT - Storm hits coast", "Storm hits coast", [.init(.urgency, raw: "URGENT")]),
            ("AVANCE: Llega la tormenta", "Llega la tormenta", [.init(.urgency, raw: "AVANCE")]),
            ("FLASH: Storm hits coast", "Storm hits coast", [.init(.urgency, raw: "FLASH")]),
            ("(LEAD) Storm nears coast", "Storm nears coast", [.init(.revision, raw: "(LEAD)", n: 1)]),
            ("(2nd LD) Storm nears coast", "Storm nears coast", [.init(.revision, raw: "(2nd LD)", n: 2)]),
            ("2ND LEAD\nStorm nears coast", "Storm nears coast", [.init(.revision, raw: "2ND LEAD", n: 2)]),
            (">>>ANSA/Storm nears coast", "Storm nears coast", [.init(.series, raw: ">>>ANSA/")]),
            ("Storm nears coast (2)", "Storm nears coast", [.init(.revision, raw: "(2)", n: 2)]),
            ("Storm nears coast (Update)", "Storm nears coast", [.init(.revision, raw: "(Update)")]),
            ("Storm nears coast--Update", "Storm nears coast", [.init(.revision, raw: "--Update")]),
            ("Storm nears coast -- Update", "Storm nears coast", [.init(.revision, raw: "-- Update")]),
            ("BC-US--Storm-Coast, 2nd Ld-Writethru", "BC-US--Storm-Coast", [.init(.revision, raw: "2nd Ld-Writethru", n: 2)]),
            ("BC-AP Storm Advisory", "BC-AP Storm Advisory", [.init(.advisory, raw: "Advisory")]),
            ("УТОЧНЕНИЕ: Шторм идёт", "Шторм идёт", [.init(.correction, raw: "УТОЧНЕНИЕ")]),
            ("更正：风暴来了", "风暴来了", [.init(.correction, raw: "更正")]),
            ("1st LD: Storm nears coast", "Storm nears coast", [.init(.revision, raw: "1st LD", n: 1)]),
            ("2nd LD-Writethru: Storm nears coast", "Storm nears coast", [.init(.revision, raw: "2nd LD-Writethru", n: 2)]),
            ("(Berichtigung: Ort) Sturm naht", "Sturm naht", [.init(.correction, raw: "(Berichtigung: Ort)")]),
            ("EIL: Sturm naht", "Sturm naht", [.init(.urgency, raw: "EIL")]), ("快讯：风暴来了", "风暴来了", [.init(.urgency, raw: "快讯")]),
            ("【速報】台風が来る", "台風が来る", [.init(.urgency, raw: "【速報】")]), ("[속보] 태풍 온다", "태풍 온다", [.init(.urgency, raw: "[속보]")]),
            ("СРОЧНО: шторм идёт", "шторм идёт", [.init(.urgency, raw: "СРОЧНО")]),
            ("++ Tempesta in arrivo ++", "Tempesta in arrivo", [.init(.urgency, raw: "++")]),
            ("+++ Sturm naht +++", "Sturm naht", [.init(.urgency, raw: "+++")]),
            ("AMPLIACIÓN: Llega la tormenta", "Llega la tormenta", [.init(.revision, raw: "AMPLIACIÓN")]),
        ] as [(String, String, [Article.Marker])])
    func `peels one marker after the other`(raw: String, text: String, markers: [Article.Marker]) {
        let headline = Headline.read(raw, agency: nil)
        #expect(headline.text == text)
        #expect(headline.markers == markers)
    }

    @Test(arguments: [
        "Acme Outfitters (ACM) beats estimates", "Acme to buy Example (EXMP)", "FLASH FLOODS HIT COAST", "KILL BILL STAR ON STORMS",
        "Storm year (2023)", "E-mail outage hits coast", "Storm-hit coast counts cost", "Roundup: What we know", "Update on the storm",
        "++ Storm", "+++", "1st: a look back", "2nd lead: Lee runs", "Urgente ayuda para la costa", "EIL", "(Sturm: Ort) naht",
        "(2)", "UPDATE", "BC-Storm nears coast", "15th lead in a row for Lee", "", "-", ":", "(",
    ])
    func `leaves a headline alone`(raw: String) {
        let headline = Headline.read(raw, agency: nil)
        #expect(headline.text == raw)
        #expect(headline.markers.isEmpty)
    }

    @Test func `never leaves nothing of a headline`() {
        #expect(Headline.read("CORRECTED-", agency: nil).text == "CORRECTED-")
        let long = "RPT-" + String(repeating: "storm ", count: 10_000)
        #expect(Headline.read(long, agency: nil).text == long)
        #expect(Headline.read(String(repeating: "RPT-", count: 50) + "x", agency: nil).markers.count == 8)
    }

    @Test func `knows the column labels of the agency only`() {
        let headline = Headline.read("Xinhua Headlines: Roundup: Storm nears coast", agency: .code("xinhua"))
        #expect(headline.text == "Storm nears coast")
        #expect(headline.genres == ["Xinhua Headlines", "Roundup"])
        #expect(Headline.read("Interview: Ann Lee", agency: .code("ap")).text == "Interview: Ann Lee")
    }

    @Test(
        arguments: [
            ("CORRECTED-UPDATE 3-Storm", .correction, nil, 3), ("REFILE-Storm", .refile, nil, nil), ("RPT-Storm", .repetition, nil, nil),
            ("UPDATE 1-Storm", .update, nil, 1), ("KILL-Storm", .kill, .canceled, nil), ("HOLD: Storm", .hold, .withheld, nil),
            ("Storm", nil, nil, nil),
        ] as [(String, Article.ChangeType?, Article.Status?, Int?)])
    func `says what changed`(raw: String, change: Article.ChangeType?, status: Article.Status?, revision: Int?) {
        let headline = Headline.read(raw, agency: nil)
        #expect(headline.changeType == change)
        #expect(headline.status == status)
        #expect(headline.revision == revision)
    }

    @Test(arguments: [("FLASH: Storm", 1), ("BULLETIN - Storm", 2), ("BREAKING: Storm", 2), ("Storm", nil)] as [(String, Int?)])
    func `says how urgent it is`(raw: String, urgency: Int?) {
        #expect(Headline.read(raw, agency: nil).urgency == urgency)
    }
}
