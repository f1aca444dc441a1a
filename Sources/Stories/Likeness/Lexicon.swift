// SPDX-License-Identifier: Apache-2.0

/// The words that the comparison of stories knows, by their hashes.
enum Lexicon {
    /// `one`…`ten`, and what they count.
    static let numbers = table("one two three four five six seven eight nine ten", values: (1...10).map(String.init))

    /// Monday is bit 0. The same day has the same bit in every language.
    static let weekdays: WordTable<UInt8> = {
        let languages = [
            "monday tuesday wednesday thursday friday saturday sunday",
            "montag dienstag mittwoch donnerstag freitag samstag sonntag",
            "lundi mardi mercredi jeudi vendredi samedi dimanche",
            "lunes martes miércoles jueves viernes sábado domingo",
            "lunedì martedì mercoledì giovedì venerdì sabato domenica",
            "понедельник вторник среду четверг пятницу субботу воскресенье",
        ]
        return WordTable(
            languages.flatMap { names in
                names.split(separator: " ").enumerated().map { (Letters.hash($0.element), 1 << UInt8($0.offset)) }
            })
    }()

    static let months = set(
        """
        jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november
        december
        """)

    /// Capitalised words that are not names.
    static let common = set(
        """
        the a an it he she they we but in on at for of and to by with from as its this that these those there if when while after before
        under however also note corp co inc ltd plc company said mln dlrs pct cts vs qtr net shr revs sales avg shrs mths year reuter
        reuters usa u.s uk u.k new york monday tuesday wednesday thursday friday saturday sunday
        """)

    /// Headline words that say what kind of story it is, not whom it is about.
    static let kinds = set("sets quarterly dividend div payout qtly regular declares loss profit net st nd rd th 1st 2nd 3rd 4th")

    /// Words before or in a headline that announce a change, and are not its subject.
    static let markers = set("corrected correction rpt refile repeat flash clarification")

    /// Directions of a market report: `STOCKS CLOSE HIGHER` is the headline of tomorrow, too.
    static let directions = set("rose fell up down higher lower steady mixed raise raises cut cuts lower lowers")

    /// The directions that Chinese headlines write.
    static let denseDirections: Set<UInt32> = Set("涨跌升降漲".unicodeScalars.map(\.value))

    /// The edition that a report says it is: words of one bit mean the same.
    static let editions = bits([
        "opening open opens opg", "early", "midday midsession noon", "midafternoon", "afternoon", "closing close closes closed clsg",
        "late",
    ])

    /// Edition words that are ordinary ones in a text, and count in a headline only.
    static let headlineEditions = bits(["", "", "", "", "", "", "", "", "", "morning", "evening", "overnight", "premarket"])

    /// Zones that stand behind a time of day written without a colon.
    static let zones = set("hrs gmt edt est cdt cst local utc")

    /// Words of headlines over a collection of stories.
    static let digests = set("highlights headlines roundup briefs")

    static func set(_ words: String) -> WordTable<Bool> {
        WordTable(words.split(whereSeparator: \.isWhitespace).map { (Letters.hash($0), true) })
    }

    private static func table(_ words: String, values: [String]) -> WordTable<String> {
        WordTable(zip(words.split(separator: " "), values).map { (Letters.hash($0), $1) })
    }

    private static func bits(_ groups: [String]) -> WordTable<UInt16> {
        WordTable(
            groups.enumerated().flatMap { group in
                group.element.split(separator: " ").map { (Letters.hash($0), 1 << UInt16(group.offset)) }
            })
    }
}
