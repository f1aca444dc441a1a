// SPDX-License-Identifier: Apache-2.0
import Articles
import Stories
import Testing

/// An earlier and a later story, and what they are to each other.
struct LikenessExample: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var earlier: Article
    var later: Article
    var isRecurring = false
    var verdict: String
}

extension Likeness {
    /// The likeness of a later story to an earlier one of the same publisher.
    static func of(_ later: Article, to earlier: Article, isRecurring: Bool = false) -> Likeness {
        Likeness(
            Portrait(later), to: .of(earlier, found: .likeness), version: Portrait(earlier), isRecurring: isRecurring, publisher: "")
    }

    var words: String { "\(verdict) \(code)" }
}

extension Article {
    /// A story of the wire, `minutes` after ten o'clock.
    static func wire(_ headline: String, _ text: String, minutes: Int = 0, language: String? = nil, markers: [Marker] = []) -> Article {
        var article = Article.sample(guid: "g\(minutes)", link: nil, headline: headline, text: text, markers: markers)
        let (day, hour) = (1 + minutes / 1440, minutes / 60 % 24)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let moment = Moment(utc: "2026-03-\(two(day))T\(two(hour)):\(two(minutes % 60)):00Z", quality: "exact")
        (article.published, article.effective, article.language) = (moment, moment, language)
        return article
    }
}

private let flood = """
    Heavy rain swept away two bridges in the Lower Taro valley on Friday and cut off eleven villages, the regional council said.

    Helicopters carried food to Bedonia and Compiano, where the power failed during the night. Council president Ada Ferri asked the \
    government in Rome for field kitchens and engineers, and said that the road to Parma would stay closed until Monday at least.
    """

private let quake = """
    An earthquake with a magnitude of 5.6 jolted 42 km northeast of Illapel, Chile at 07:12 GMT on Tuesday, the survey centre said. The \
    epicentre, with a depth of 61.0 km, was initially determined to be at 31.3 degrees south latitude and 70.9 degrees west longitude.
    """

private let yen = """
    The yen closed at 151.20 to the dollar in Tokyo on Tuesday, against 150.85 the day before. Dealers said that trading was thin before \
    the central bank's meeting, and that exporters sold dollars towards the end of the session. The euro stood at 163.40 yen.
    """

private let milan = """
    Shares in Milan were 1.2 percent higher, led by banks and builders, as investors hoped for a calm autumn, dealers said. Of the 40 \
    shares in the index 24 rose. At 210 million euros volume was thin, as most foreign houses stayed away before the holiday. Among the \
    gainers was Ferri, the maker of bridges, after it won a contract in the Taro valley.
    """

private let blast = """
    An explosion at a flour mill in Orland killed nine workers on Tuesday and injured 23, the fire service said. The roof of the main hall \
    fell in. Rescuers with dogs from Tarvis searched for four people who were missing, and the owner, Harwick Foods, said that it would help \
    the families of the dead.
    """

private let dividend = "Dividend 12 cents a share, payable on 4 May."

extension String {
    fileprivate func changed(_ words: [String: String]) -> String { words.reduce(self) { $0.replacing($1.key, with: $1.value) } }
}

private let revisions = [
    LikenessExample(
        testDescription: "the same report with one figure mended, of no edition", earlier: .wire("Milan shares higher", milan),
        later: .wire("Milan shares higher", milan.changed(["1.2": "0.9"]), minutes: 90), verdict: "sure R8 quick re-issue"),
    LikenessExample(
        testDescription: "a story with a paragraph more", earlier: .wire("Floods cut off villages in Taro valley", flood),
        later: .wire(
            "Floods cut off villages in Taro valley", flood + "\n\nSchools in the valley stay shut, and so does the railway.", minutes: 50),
        verdict: "sure R7 text"),
    LikenessExample(
        testDescription: "the first paragraph alone, later", earlier: .wire("Floods cut off villages in Taro valley", flood),
        later: .wire("Floods cut off eleven villages in Taro valley", String(flood.split(separator: "\n\n")[0]), minutes: 30),
        verdict: "sure R6 contained"),
    LikenessExample(
        testDescription: "a toll that rises", earlier: .wire("Floods cut off villages in Taro valley", flood),
        later: .wire("Floods cut off more villages in Taro valley", flood.replacing("eleven", with: "14"), minutes: 70),
        verdict: "sure R8 quick re-issue"),
    LikenessExample(
        testDescription: "the dead and the missing of one event, counted again",
        earlier: .wire("Blast at mill in Orland kills nine", blast),
        later: .wire(
            "Blast at mill in Orland kills twelve", blast.changed(["nine workers": "twelve workers", "four people": "one person"]),
            minutes: 95),
        verdict: "sure R8 toll"),
    LikenessExample(
        testDescription: "a magnitude revised at once", earlier: .wire("5.6-magnitude quake hits 42 km NE of Illapel, Chile", quake),
        later: .wire("5.8-magnitude quake hits 42 km NE of Illapel, Chile", quake.replacing("5.6", with: "5.8"), minutes: 20),
        verdict: "sure R8 quick re-issue"),
    LikenessExample(
        testDescription: "a correction of the very facts", earlier: .wire("Yen slips in Tokyo", yen),
        later: .wire(
            "Yen slips in Tokyo", yen.replacing("151.20", with: "152.10").replacing("163.40", with: "164.30"), minutes: 90,
            markers: [.init(.correction, raw: "CORRECTED-")]), verdict: "sure R2 text"),
    LikenessExample(
        testDescription: "a correction that only its last line announces", earlier: .wire("Yen slips in Tokyo", yen),
        later: .wire(
            "Yen slips in Tokyo", yen.replacing("151.20", with: "152.10") + "\n\n(Corrects closing rate in first paragraph)", minutes: 90),
        verdict: "sure R2 text"),
    LikenessExample(
        testDescription: "the same words under the same headline", earlier: .wire("Floods cut off villages", flood),
        later: .wire("Floods cut off villages", flood, minutes: 200), verdict: "sure R3"),
    LikenessExample(
        testDescription: "a headline, and the story behind it", earlier: .wire("FERRI ASKS ROME FOR ENGINEERS", ""),
        later: .wire("Ferri asks Rome for engineers and kitchens", flood, minutes: 12), verdict: "related snap"),
]

private let templates = [
    LikenessExample(
        testDescription: "another earthquake", earlier: .wire("5.6-magnitude quake hits 42 km NE of Illapel, Chile", quake),
        later: .wire(
            "4.9-magnitude quake hits 17 km SW of Kokopo, Papua New Guinea",
            quake.changed([
                "5.6": "4.9", "42 km northeast of Illapel, Chile": "17 km southwest of Kokopo, Papua New Guinea", "07:12": "11:45",
                "61.0": "10.0", "31.3": "4.4", "70.9": "152.2",
            ]), minutes: 270), verdict: "apart R8"),
    LikenessExample(
        testDescription: "the blast at another mill",
        earlier: .wire("Blast at mill in Orland kills nine", blast),
        later: .wire(
            "Blast at mill in Tarsk kills three", blast.changed(["nine": "three", "four": "two", "23": "11", "Orland": "Tarsk"]),
            minutes: 95),
        verdict: "apart R8"),
    LikenessExample(
        testDescription: "an aftershock in the same place", earlier: .wire("5.6-magnitude quake hits 42 km NE of Illapel, Chile", quake),
        later: .wire(
            "4.7-magnitude quake hits 38 km NE of Illapel, Chile",
            quake.changed(["5.6": "4.7", "42 km": "38 km", "07:12": "08:03", "61.0": "55.2"]), minutes: 51), verdict: "apart R8"),
    LikenessExample(
        testDescription: "tomorrow's market report", earlier: .wire("Yen slips in Tokyo", yen),
        later: .wire(
            "Yen slips in Tokyo",
            yen.changed(["151.20": "151.90", "150.85": "151.35", "163.40": "162.95", "Tuesday": "Wednesday"]), minutes: 1440),
        verdict: "apart R8"),
    LikenessExample(
        testDescription: "the same notice of another company", earlier: .wire("Harwick Mills sets dividend", dividend),
        later: .wire("Orland Foods sets dividend", dividend, minutes: 60), verdict: "apart R3 other subject"),
    LikenessExample(
        testDescription: "the same words of a series a day later", earlier: .wire("Central bank leaves rates unchanged", flood),
        later: .wire("Central bank leaves rates unchanged", flood, minutes: 1200), isRecurring: true, verdict: "apart R3 recurring"),
    LikenessExample(
        testDescription: "the same words after five days", earlier: .wire("Floods cut off villages", flood),
        later: .wire("Floods cut off villages", flood, minutes: 7200), verdict: "apart R1"),
    LikenessExample(
        testDescription: "a job advertised in another town",
        earlier: .wire("Nurse wanted in Bedonia", flood + " Write to the office in Bedonia."),
        later: .wire("Nurse wanted in Fornovo", flood.replacing("Bedonia", with: "Fornovo") + " Write to the office in Fornovo."),
        verdict: "apart R8"),
    LikenessExample(
        testDescription: "one notice under two headlines", earlier: .wire("Concert at the lake", flood),
        later: .wire("Chess for beginners", flood, minutes: 5),
        verdict: "related R3"),
    LikenessExample(
        testDescription: "an opening and a closing report", earlier: .wire("Milan shares higher at opening", milan),
        later: .wire("Milan shares higher at close", milan.changed(["1.2": "0.9"]), minutes: 90), verdict: "apart R9 edition"),
    LikenessExample(
        testDescription: "a digest that holds the story", earlier: .wire("Floods cut off villages", flood),
        later: .wire("News summary: floods cut off villages", flood + " Other news follows.", minutes: 30), verdict: "apart R9 digest"),
    LikenessExample(
        testDescription: "the same story in another language", earlier: .wire("Floods cut off villages", flood, language: "en"),
        later: .wire("Floods cut off villages", flood, minutes: 10, language: "it"), verdict: "apart language"),
    LikenessExample(
        testDescription: "a market correction is none", earlier: .wire("Shares extend correction in Tokyo", yen),
        later: .wire(
            "Shares extend correction in Tokyo",
            yen.changed(["151.20": "149.10", "150.85": "148.70", "163.40": "160.25", "Tuesday": "Friday"]), minutes: 2900),
        verdict: "apart R8"),
]

private let shanghai = "上海港务局星期二说，三月份集装箱吞吐量达到412.6万标准箱，同比增长5.3%。港务局说，新航线和自动化码头是增长的主要原因，预计第二季度仍将保持增长。"

private let dense = [
    LikenessExample(
        testDescription: "a Chinese story with a sentence more", earlier: .wire("上海港三月吞吐量增长", shanghai, language: "zh"),
        later: .wire("上海港三月吞吐量增长", shanghai + "欧洲航线增长最快。", minutes: 40, language: "zh"), verdict: "sure R6 contained"),
    LikenessExample(
        testDescription: "the Chinese report of another port", earlier: .wire("上海港三月吞吐量增长", shanghai, language: "zh"),
        later: .wire(
            "宁波港三月吞吐量增长", shanghai.changed(["上海": "宁波", "412.6": "318.9", "5.3": "7.1"]), minutes: 40, language: "zh"), verdict: "apart R6"),
]

@Test(arguments: revisions + templates + dense)
func `tells revisions from templates`(example: LikenessExample) {
    #expect(Likeness.of(example.later, to: example.earlier, isRecurring: example.isRecurring).words == example.verdict)
}

@Test func `names the facts that contradict each other`() {
    let likeness = Likeness.of(
        .wire("4.9-magnitude quake hits Kokopo", quake.changed(["5.6": "4.9", "Illapel, Chile": "Kokopo"]), minutes: 60),
        to: .wire("5.6-magnitude quake hits 42 km NE of Illapel, Chile", quake))
    #expect(likeness.comparison.conflicts == ["5.6 → 4.9", "illapel → kokopo"])
    #expect(likeness.numbers["nconf"] == 1 && likeness.numbers["econf"] == 1 && likeness.numbers["dt"] == 1)
}

@Test(arguments: [
    ("Bank corrects figures", "", true), ("Figures of the bank - CORRECTION", "", true), ("(CORRECTED) - Bank's figures", "", true),
    ("Champions repeat in Turin", "", false), ("Department of Correction closes jail", "", false), ("Shares see a correction", "", false),
    ("Bank's figures", "CORRECTED RATES OF THE BANK", true), ("Bank's figures", "In item headlined \"Bank\" please read", true),
    ("Bank's figures", "-- corrects year in third paragraph", true),
    ("Bank's figures", "He said that he had corrected the figures.", false),
    ("更正：上海港吞吐量", "", true),
])
func `knows a correction by the shapes that agencies use`(headline: String, text: String, isCorrection: Bool) {
    // A correction is joined whatever its figures say; any other story with other figures and names is not.
    var later = Article.wire(headline, text.isEmpty ? yen : text + " " + yen, minutes: 30)
    later.headlineRaw = headline
    let swapped = yen.changed(["151.20": "1.1", "150.85": "2.2", "163.40": "3.3"])
    let likeness = Likeness.of(later, to: .wire(headline, swapped))
    #expect((likeness.code == "R2 text") == isCorrection)
}
