// SPDX-License-Identifier: Apache-2.0
import Articles
import Stories
import Testing

/// One story of a language in its first state, in a later one, and in another of the same frame.
struct LanguageExample: CustomTestStringConvertible, Sendable {
    var language: String
    var headline: String
    var text: String
    /// What changes in the next state of the story: figures in letters or with their unit, a name in full.
    var revised: [String: String]
    /// What differs in another story of the same frame.
    var other: [String: String]
    /// The label of a correction.
    var label: String

    var testDescription: String { language }

    func article(_ change: [String: String] = [:], more: String = "", minutes: Int = 0) -> Article {
        let apply = { (text: String) in change.reduce(text) { $0.replacing($1.key, with: $1.value) } }
        return .wire(apply(headline), apply(text) + more, minutes: minutes, language: language)
    }
}

private let examples = [
    LanguageExample(
        language: "de", headline: "Hochwasser schneidet elf Dörfer im Tarotal ab",
        text: """
            Starker Regen hat am Freitag im unteren Tarotal zwei Brücken weggerissen und elf Dörfer von der Außenwelt abgeschnitten, wie der \
            Rat der Region mitteilte. Der Schaden wird auf 3,6 Mio. Euro geschätzt. Hubschrauber brachten Lebensmittel nach Bedonia und \
            Compiano, wo in der Nacht der Strom ausgefallen war. Die Straße nach Parma bleibt bis Montag gesperrt.
            """,
        revised: ["zwei Brücken": "2 Brücken", "3,6 Mio. Euro": "3.600.000 Euro", "elf Dörfer": "11 Dörfer"],
        other: [
            "Freitag": "Dienstag", "Taro": "Enza", "elf": "sieben", "3,6": "1,2", "Bedonia": "Canossa", "Compiano": "Vetto", "zwei": "vier",
            "Parma": "Reggio",
        ],
        label: "BERICHTIGUNG: "),
    LanguageExample(
        language: "fr", headline: "Les crues isolent onze villages du val de Taro",
        text: """
            De fortes pluies ont emporté vendredi deux ponts dans le bas val de Taro et isolé onze villages, a annoncé le conseil régional. Les \
            dégâts sont estimés à 3,6 millions d'euros. Des hélicoptères ont apporté des vivres à Bedonia et à Compiano, où le courant a été \
            coupé pendant la nuit. La route de Parme restera fermée jusqu'à lundi au moins.
            """,
        revised: ["deux ponts": "2 ponts", "3,6 millions": "3.600.000", "onze villages": "11 villages"],
        other: [
            "vendredi": "mardi", "Taro": "Enza", "onze": "sept", "3,6": "1,2", "Bedonia": "Canossa", "Compiano": "Vetto", "deux": "quatre",
            "Parme": "Reggio",
        ],
        label: "RECTIFICATIF: "),
    LanguageExample(
        language: "es", headline: "Las crecidas aíslan once pueblos en el valle del Taro",
        text: """
            Las fuertes lluvias se llevaron el viernes dos puentes en el bajo valle del Taro y aislaron once pueblos, informó el consejo \
            regional. Los daños se estiman en 3,6 millones de euros. Helicópteros llevaron alimentos a Bedonia y Compiano, donde durante la \
            noche se cortó la luz. La carretera a Parma seguirá cerrada al menos hasta el lunes.
            """,
        revised: ["dos puentes": "2 puentes", "3,6 millones de": "3.600.000", "once pueblos": "11 pueblos"],
        other: [
            "viernes": "martes", "Taro": "Enza", "once": "siete", "3,6": "1,2", "Bedonia": "Canossa", "Compiano": "Vetto", "dos": "cuatro",
            "Parma": "Reggio",
        ],
        label: "CORRECCIÓN: "),
    LanguageExample(
        language: "it", headline: "Le piene isolano undici paesi nella valle del Taro",
        text: """
            Le forti piogge hanno portato via venerdì due ponti nella bassa valle del Taro e isolato undici paesi, ha detto il consiglio \
            regionale. I danni sono stimati in 3,6 milioni di euro. Elicotteri hanno portato viveri a Bedonia e Compiano, dove nella notte è \
            mancata la corrente. La strada per Parma resterà chiusa almeno fino a lunedì.
            """,
        revised: ["due ponti": "2 ponti", "3,6 milioni di": "3.600.000", "undici paesi": "11 paesi"],
        other: [
            "venerdì": "martedì", "Taro": "Enza", "undici": "sette", "3,6": "1,2", "Bedonia": "Canossa", "Compiano": "Vetto",
            "due": "quattro", "Parma": "Reggio",
        ],
        label: "RETTIFICA: "),
    LanguageExample(
        language: "pt", headline: "Cheias isolam onze aldeias no vale do Taro",
        text: """
            As fortes chuvas levaram na sexta-feira duas pontes no baixo vale do Taro e isolaram onze aldeias, informou o conselho regional. Os \
            danos são estimados em 3,6 milhões de euros. Helicópteros levaram alimentos a Bedonia e Compiano, onde faltou luz durante a noite. \
            A estrada para Parma ficará fechada pelo menos até segunda-feira.
            """,
        revised: ["duas pontes": "2 pontes", "3,6 milhões de": "3.600.000", "onze aldeias": "11 aldeias"],
        other: [
            "sexta-feira": "terça-feira", "Taro": "Enza", "onze": "sete", "3,6": "1,2", "Bedonia": "Canossa", "Compiano": "Vetto",
            "duas": "quatro", "Parma": "Reggio",
        ],
        label: "CORREÇÃO: "),
    LanguageExample(
        language: "ru", headline: "Паводок отрезал одиннадцать сел в долине Таро",
        text: """
            Сильные дожди снесли в пятницу два моста в нижней долине Таро и отрезали одиннадцать сел, сообщил региональный совет. Ущерб \
            оценивается в 3,6 млн евро. Вертолеты доставили продукты в Бедонию и Компьяно, где ночью отключилось электричество. Дорога на \
            Парму останется закрытой как минимум до понедельника.
            """,
        revised: ["два моста": "2 моста", "3,6 млн": "3 600 000".replacing(" ", with: ""), "одиннадцать сел": "11 сел"],
        other: [
            "пятницу": "вторник", "Таро": "Энца", "одиннадцать": "семь", "3,6": "1,2", "Бедонию": "Каноссу", "Компьяно": "Ветто",
            "два": "четыре", "Парму": "Реджо",
        ],
        label: "УТОЧНЕНИЕ: "),
    LanguageExample(
        language: "zh", headline: "塔罗河谷洪水围困11个村庄",
        text: "地区议会说，暴雨星期五冲毁了塔罗河谷下游的2座桥梁，围困了11个村庄，损失估计达360万欧元。直升机向“贝多尼亚”和“孔皮亚诺”运送了食品，当地夜间停电。通往帕尔马的公路至少关闭到星期一，工程人员正在抢修。",
        revised: ["360万欧元": "3600000欧元"],
        other: ["星期五": "星期二", "塔罗": "恩扎", "11个": "7个", "360万": "120万", "贝多尼亚": "卡诺萨", "孔皮亚诺": "韦托", "2座": "4座", "帕尔马": "雷焦"],
        label: "更正："),
    LanguageExample(
        language: "ja", headline: "タロ谷で洪水、１１の村が孤立",
        text:
            "州議会によると、金曜日の大雨でタロ谷下流の橋が２本流され、１１の村が孤立した。被害は３６０万ユーロと見積もられている。ヘリコプターが「ベドニア」と「コンピアーノ」に食料を運んだ。夜間に停電したためである。パルマへの道路は少なくとも月曜日まで閉鎖される。",
        revised: ["３６０万": "３６００万".replacing("３６００万", with: "3600000")],
        other: ["金曜": "火曜", "タロ": "エンザ", "１１": "７", "３６０万": "１２０万", "ベドニア": "カノッサ", "コンピアーノ": "ヴェット", "２本": "４本", "パルマ": "レッジョ"],
        label: "訂正："),
    LanguageExample(
        language: "ko", headline: "타로 계곡 홍수로 마을 11곳 고립",
        text:
            "지역 의회는 금요일 폭우로 타로 계곡 하류의 다리 2개가 떠내려가고 마을 11곳이 고립됐다고 밝혔다. 피해액은 360만 유로로 추산된다. 헬리콥터가 ‘베도니아’와 ‘콤피아노’에 식량을 날랐다. 밤사이 전기가 끊겼기 때문이다. 파르마로 가는 도로는 적어도 월요일까지 통제된다.",
        revised: ["360만 유로": "3600000 유로"],
        other: ["금요일": "화요일", "타로": "엔차", "11곳": "7곳", "360만": "120만", "베도니아": "카노사", "콤피아노": "베토", "2개": "4개", "파르마": "레조"],
        label: "[정정] "),
]

@Suite struct LanguageTests {
    @Test(arguments: examples)
    func `knows the next state of a story, whatever form its figures have`(example: LanguageExample) {
        let likeness = Likeness.of(example.article(example.revised, minutes: 50), to: example.article())
        #expect(likeness.verdict == "sure" && likeness.numbers["nconf"] == 0, "\(likeness.words) \(likeness.comparison.conflicts)")
    }

    @Test(arguments: examples)
    func `keeps another story of the same frame apart`(example: LanguageExample) {
        let likeness = Likeness.of(example.article(example.other, minutes: 300), to: example.article())
        #expect(likeness.verdict == "apart", "\(likeness.words) \(likeness.comparison.conflicts)")
    }

    @Test(arguments: examples)
    func `joins a correction of the very figures`(example: LanguageExample) {
        let first = example.article()
        var corrected = example.article(["3,6": "6,3", "11": "14", "360万": "630万", "３６０万": "６３０万", "360만": "630만"], minutes: 500)
        let raw = example.label + corrected.headline
        let headline = Headline.read(raw, agency: nil)
        (corrected.headlineRaw, corrected.headline, corrected.markers) = (raw, headline.text, headline.markers)
        #expect(headline.markers.map(\.class) == [.correction])
        #expect(Likeness.of(corrected, to: first).words.hasPrefix("sure R2"))
    }
}

/// Pairs of short reports, tables and numbers, in words of our own.
@Suite struct FigureTests {
    private func words(_ earlier: Article, _ later: Article) -> String { Likeness.of(later, to: earlier).words }

    private let results = "Shr 27 cts vs 14 cts\nNet 5,664,000 vs 2,812,000\nRevs 68.2 mln vs 54.7 mln"

    @Test func `knows the results of a company by figures that nobody states by chance`() {
        let first = Article.wire("Harwick Mills 1st qtr net", results)
        #expect(
            words(
                first,
                .wire("Harwick Mills Inc 1st qtr net", "Revs 68.2 mln vs 54.7 mln\nNet 5,664,000 vs 2,812,000\nQtr to May 31", minutes: 70)
            ).hasPrefix("sure"))
        #expect(
            words(first, .wire("Harwick Mills 1st qtr net", results.replacing("27 cts", with: "28 cts"), minutes: 20)).hasPrefix("sure"))
        let other = results.replacing("5,664,000", with: "1,204,000").replacing("68.2", with: "31.9").replacing("27", with: "9")
        #expect(words(first, .wire("Orland Foods 1st qtr net", other, minutes: 20)).hasPrefix("apart"))
        #expect(words(first, .wire("Orland Foods 1st qtr net", results, minutes: 20)).hasPrefix("apart"))
    }

    @Test func `knows a table whose blanks were filled`() {
        let table = "Cattle 2,000 n/a\nWeek ago 2,900 800 400\nYear ago 2,100 810 790\nTo date 1,400 4,500 n/a"
        let first = Article.wire("", "Livestock receipts April 7\n" + table)
        let filled = table.replacing("2,000 n/a", with: "2,000 900").replacing("4,500 n/a", with: "4,500 1,250")
        #expect(words(first, .wire("", "Livestock receipts April 7\n" + filled, minutes: 10)) == "sure R4 completed")
        let tomorrow = table.replacing("2,000", with: "2,200").replacing("1,400", with: "1,600").replacing("4,500", with: "4,900")
        #expect(words(first, .wire("", "Livestock receipts April 8\n" + tomorrow, minutes: 10)).hasPrefix("apart"))
    }

    @Test func `joins no correction to another company's results`() {
        let other = "Shr 1.04 dlrs vs 91 cts\nNet 18.3 mln vs 15.9 mln\nRevs 204.4 mln vs 198.0 mln"
        let correction = Article.wire(
            "Orland Foods 1st qtr net", other, minutes: 20, markers: [.init(.correction, raw: "CORRECTED-")])
        #expect(words(.wire("Harwick Mills 1st qtr net", results), correction).hasPrefix("apart"))
        #expect(words(.wire("Orland Foods 1st qtr net", other.replacing("18.3", with: "13.8")), correction) == "sure R2 text")
    }

    @Test func `joins a correction to the headline that it quotes`() {
        let first = Article.wire("Harwick Mills names new president", "Harwick Mills elected Ada Ferri as president, effective at once.")
        let correction = Article.wire(
            "",
            "CORRECTION - HARWICK NAMES PRESIDENT\nIn the story headlined \"Harwick Mills names new president,\" read chairwoman instead of it.",
            minutes: 15)
        #expect(words(first, correction) == "sure R2 quoted")
    }

    @Test(arguments: [
        ("3.6 mln euros", "3,600,000 euros", 0), ("3.6 million", "3.6 billion", 1), ("from 1.5 to 2.5 mln", "from 1.5 mln to 2.5 mln", 0),
        ("twenty-five people", "25 people", 0), ("two hundred people", "200 people", 0), ("a dozen people", "12 people", 0),
        ("0.4 mln", "400,000", 0),
        ("1,234.50 dollars", "1234.5 dollars", 0), ("eleven people", "14 people", 1),
    ])
    func `compares numbers in one form`(one: String, other: String, conflicts: Double) {
        let likeness = Likeness.of(
            .wire("Harwick", "Harwick said that it was \(other)."), to: .wire("Harwick", "Harwick said that it was \(one)."))
        #expect(likeness.numbers["nconf"] == conflicts)
    }
}
