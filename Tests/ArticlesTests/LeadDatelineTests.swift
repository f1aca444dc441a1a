// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing

/// A line in the shape of a real form, and what is to be read of it.
struct DatelineExample: Sendable, CustomTestStringConvertible {
    let line: String
    var place: String?
    var date: String?
    var agency: String?
    let rest: String

    init(_ line: String, _ place: String?, _ date: String?, _ agency: String?, _ rest: String) {
        self.line = line
        self.place = place
        self.date = date
        self.agency = agency
        self.rest = rest
    }

    var testDescription: String { line }
}

@Suite struct LeadDatelineTests {
    @Test(arguments: [
        DatelineExample("LAGOS, Jan. 9 (Xinhua) -- Traders left.", "LAGOS", "--01-09", "Xinhua", "Traders left."),
        DatelineExample("QUITO, June 4 (Reuters) - Rain fell.", "QUITO", "--06-04", "Reuters", "Rain fell."),
        DatelineExample("GAO, Mali, Sept 26 (AFP) -- Rain fell.", "GAO, Mali", "--09-26", "AFP", "Rain fell."),
        DatelineExample("Wonsan, March 8 (KCNA) -- Rain fell.", "Wonsan", "--03-08", "KCNA", "Rain fell."),
        DatelineExample("OSAKA , December 6 (Kyodo) - Rain fell.", "OSAKA", "--12-06", "Kyodo", "Rain fell."),
        DatelineExample("Panama  City,  Sept. 8 (CNA) -- Rain fell.", "Panama  City", "--09-08", "CNA", "Rain fell."),
        DatelineExample("LIMA, Nov. 3(Xinhua) -- Rain fell.", "LIMA", "--11-03", "Xinhua", "Rain fell."),
        DatelineExample("Amman, Sept. 8 (NNN): Rain fell.", "Amman", "--09-08", "NNN", "Rain fell."),
        DatelineExample("KARACHI, October 08 (Courier): Rain fell.", "KARACHI", "--10-08", "Courier", "Rain fell."),
        DatelineExample("PORTO, 18 jun (Xinhua) -- La lluvia.", "PORTO", "--06-18", "Xinhua", "La lluvia."),
        DatelineExample("LYON, 10 août (Xinhua) -- La pluie.", "LYON", "--08-10", "Xinhua", "La pluie."),
        DatelineExample("Sevilla, 14 feb (EFE).- La lluvia.", "Sevilla", "--02-14", "EFE", "La lluvia."),
        DatelineExample("BILBAO, 3 Jun. (EUROPA PRESS) -  La lluvia.", "BILBAO", "--06-03", "EUROPA PRESS", "La lluvia."),
        DatelineExample("BILBAO 3 Jun. (EUROPA PRESS) - La lluvia.", "BILBAO", "--06-03", "EUROPA PRESS", "La lluvia."),
        DatelineExample("La Habana, 6 mar (Prensa Latina) Después llovió.", "La Habana", "--03-06", "Prensa Latina", "Después llovió."),
        DatelineExample("Kolkata, Oct 2 (PTI) Rain fell.", "Kolkata", "--10-02", "PTI", "Rain fell."),
        DatelineExample("IPOH, 8 Ogos (Bernama) -- Hujan turun.", "IPOH", "--08-08", "Bernama", "Hujan turun."),
        DatelineExample("WASHINGTON, D.C., May 4 (UPI) -- Rain fell.", "WASHINGTON, D.C.", "--05-04", "UPI", "Rain fell."),
    ])
    func `reads place, day and agency`(example: DatelineExample) throws {
        try expect(example)
    }

    @Test(arguments: [
        DatelineExample("ACCRA, Aug 25, 2004 (dpa) -- Rain fell.", "ACCRA", "2004-08-25", "dpa", "Rain fell."),
        DatelineExample(
            "LEEDS, England, Feb. 01, 2018 (GLOBE NEWSWIRE) -- Rain.", "LEEDS, England", "2018-02-01", "GLOBE NEWSWIRE", "Rain."),
        DatelineExample("OTTAWA,  26 mai 2020  (GLOBE NEWSWIRE) -- La pluie.", "OTTAWA", "2020-05-26", "GLOBE NEWSWIRE", "La pluie."),
        DatelineExample("DUBAI, 17th April, 2026 (WAM) -- Rain fell.", "DUBAI", "2026-04-17", "WAM", "Rain fell."),
        DatelineExample("LIMA, 7 September 2004 - Rain fell.", "LIMA", "2004-09-07", nil, "Rain fell."),
        DatelineExample("Aug. 3, 2004 (Example.com) Shares fell.", nil, "2004-08-03", "Example.com", "Shares fell."),
    ])
    func `reads a year where the line gives one`(example: DatelineExample) throws {
        try expect(example)
    }

    @Test(arguments: [
        DatelineExample("TULSA, Okla. (AP) — Rain fell.", "TULSA, Okla.", nil, "AP", "Rain fell."),
        DatelineExample("TULSA, Okla. (AP) _ Rain fell.", "TULSA, Okla.", nil, "AP", "Rain fell."),
        DatelineExample("Leeds (United Kingdom) (AFP) – Rain fell.", "Leeds (United Kingdom)", nil, "AFP", "Rain fell."),
        DatelineExample("TAIPEI (Dow Jones)--Chips rose.", "TAIPEI", nil, "Dow Jones", "Chips rose."),
        DatelineExample("NEW YORK (Dow Jones/AP) -- Chips rose.", "NEW YORK", nil, "Dow Jones/AP", "Chips rose."),
        DatelineExample("Lausanne (ats afp) Les pluies.", "Lausanne", nil, "ats afp", "Les pluies."),
        DatelineExample("Baku. (Interfax) - Rain fell.", "Baku", nil, "Interfax", "Rain fell."),
        DatelineExample("Baghdad (Example.com) – Rain fell.", "Baghdad", nil, "Example.com", "Rain fell."),
        DatelineExample("ST. LOUIS (AP) — Rain fell.", "ST. LOUIS", nil, "AP", "Rain fell."),
    ])
    func `reads place and agency without a day`(example: DatelineExample) throws {
        try expect(example)
    }

    @Test(arguments: [
        DatelineExample("KAZAN, May 11. /TASS/. Rain fell.", "KAZAN", "--05-11", "TASS", "Rain fell."),
        DatelineExample("КАЗАНЬ, 11 мая. /ТАСС/. Пошёл дождь.", "КАЗАНЬ", "--05-11", "ТАСС", "Пошёл дождь."),
        DatelineExample("ОМСК, 7 мая — РИА Новости. Пошёл дождь.", "ОМСК", "--05-07", "РИА Новости", "Пошёл дождь."),
        DatelineExample("ОМСК, 7 дек - РИА Новости. Пошёл дождь.", "ОМСК", "--12-07", "РИА Новости", "Пошёл дождь."),
        DatelineExample("MINSK. Apr 2 (Interfax) - Rain fell.", "MINSK", "--04-02", "Interfax", "Rain fell."),
        DatelineExample("(ANSA) - TORINO, 5 GIU - Pioggia.", "TORINO", "--06-05", "ANSA", "Pioggia."),
        DatelineExample("(AGI) - Turin, Italy, Nov.3 - Rain.", "Turin, Italy", "--11-03", "AGI", "Rain."),
        DatelineExample("NAGOYA, Japan, Feb. 6 Kyodo - Rain.", "NAGOYA, Japan", "--02-06", "Kyodo", "Rain."),
        DatelineExample("TAMPA--(BUSINESS WIRE)--May 3--Acme rose.", "TAMPA", "--05-03", "BUSINESS WIRE", "Acme rose."),
        DatelineExample("Mysuru (Karnataka) [India], June 1: Rain.", "Mysuru (Karnataka) [India]", "--06-01", nil, "Rain."),
        DatelineExample("新华社广州5月3日电 雨停了。", "广州", "--05-03", "新华社", "雨停了。"),
        DatelineExample("新华社天津１１月２日电题：雨停了。", "天津", "--11-02", "新华社", "雨停了。"),
        DatelineExample("新华社北京8月12日电（记者王芳、李明）雨停了。", "北京", "--08-12", "新华社", "雨停了。"),
        DatelineExample("【ソウル共同】雨がやんだ。", "ソウル", nil, "共同", "雨がやんだ。"),
        DatelineExample("(부산=연합뉴스) 김영희 기자 = 비가 그쳤다.", "부산", nil, "연합뉴스", "비가 그쳤다."),
    ])
    func `reads the punctuation of each agency`(example: DatelineExample) throws {
        try expect(example)
    }

    @Test(arguments: [
        DatelineExample("Nov. 2 (UPI) -- Rain fell.", nil, "--11-02", "UPI", "Rain fell."),
        DatelineExample("(Bloomberg) -- Rain fell.", nil, nil, "Bloomberg", "Rain fell."),
        DatelineExample("(CBS/AP) Rain fell.", nil, nil, "CBS/AP", "Rain fell."),
        DatelineExample("AFP - A storm hit.", nil, nil, "AFP", "A storm hit."),
        DatelineExample("Canadian Press - BANFF, Alberta (CP) - Rain.", "BANFF, Alberta", nil, "CP", "Rain."),
        DatelineExample("SPACE.com - OTTAWA, Canada -- Rain.", "OTTAWA, Canada", nil, "SPACE.com", "Rain."),
    ])
    func `reads lines that open with an agency or a day`(example: DatelineExample) throws {
        try expect(example)
    }

    @Test(arguments: [
        DatelineExample("LIMA, March 1 - Rain fell.", "LIMA", "--03-01", nil, "Rain fell."),
        DatelineExample("AKRON, OHIO, MARCH 3 - <Acme Co> rose.", "AKRON, OHIO", "--03-03", nil, "<Acme Co> rose."),
        DatelineExample("JACMEL, Haiti - Rain fell.", "JACMEL, Haiti", nil, nil, "Rain fell."),
        DatelineExample("ST. GEORGE #39;S, Grenada - Rain fell.", "ST. GEORGE #39;S, Grenada", nil, nil, "Rain fell."),
        DatelineExample("PARIS: Rain fell.", "PARIS", nil, nil, "Rain fell."),
        DatelineExample("PARIS—Rain fell.", "PARIS", nil, nil, "Rain fell."),
    ])
    func `reads places without an agency`(example: DatelineExample) throws {
        try expect(example)
    }

    @Test(arguments: [
        ("CAIRO/AMMAN (Reuters) - Rain fell.", "CAIRO/AMMAN", ["CAIRO", "AMMAN"], "EG"),
        (
            "LAL PUR, Afghanistan/QUETTA, Pakistan, March 4 (AP) - Rain.", "LAL PUR, Afghanistan/QUETTA, Pakistan", ["LAL PUR", "QUETTA"],
            "AF"
        ),
        ("IRPIN/LVIV, Ukraine, May 4 (Reuters) - Rain fell.", "IRPIN/LVIV, Ukraine", ["IRPIN", "LVIV"], "UA"),
    ])
    func `reads each place of a double dateline`(line: String, place: String, places: [String], country: String) throws {
        let dateline = try #require(Dateline.opening(line)?.dateline)
        #expect(dateline.place == place)
        #expect(dateline.places == places)
        #expect(dateline.country == country)
    }

    @Test(arguments: [
        "Acme Holdings Inc. (ACME) and Example Inc. (EXMP) merged.",
        "City Water Service (CWS) has reached a deal.",
        "The Rain Disc Association (RDA) has selected a disc.",
        "NEAR daily rains have closed the road.",
        "The Associated Press (AP) has a new office.",
        "Press Trust of India (PTI) Chairman Ann Lee spoke.",
        "MONDAY, June 1 - Rain fell.",
        "Monday, June 1 (Tuesday) - Rain fell.",
        "On March 5 (Reuters) reported.",
        "UK: Police closed the road.",
        "IBM - The computer maker rose.",
        "Amazon - The shop opened.",
        "In Paris, rain fell on June 1 - the first in weeks.",
        "\"LONDON (Reuters) is a dateline,\" she said.",
        "May we ask - again - why?",
        "新华社记者北京报道，雨停了。",
        "LONDON, Feb 31 (Reuters) - No such day.",
        "",
    ])
    func `leaves a sentence alone`(line: String) {
        #expect(Dateline.opening(line) == nil)
    }

    @Test func `takes the line apart into city, region and raw text`() throws {
        let (dateline, rest) = try #require(Dateline.opening("  TULSA, Okla., May 4 (AP) — Rain fell."))
        #expect(dateline.raw == "TULSA, Okla., May 4 (AP) —")
        #expect(dateline.city == "TULSA")
        #expect(dateline.region == "Okla.")
        #expect(dateline.country == "US")
        #expect(dateline.form == "place-date-agency")
        #expect(dateline.datePrecision == "day")
        #expect(dateline.places == nil)
        #expect(rest == "Rain fell.")
    }

    private func expect(_ example: DatelineExample) throws {
        let (dateline, rest) = try #require(Dateline.opening(example.line))
        #expect(dateline.place == example.place)
        #expect(dateline.date == example.date)
        #expect(dateline.agencyRaw == example.agency)
        #expect(rest == example.rest)
        #expect((0...100).contains(dateline.confidence))
    }
}
