// SPDX-License-Identifier: Apache-2.0

/// Reads numbers together with the words behind them that multiply them, so that `3.6 mln`, `3,600,000` and `360万` are one number.
struct NumberReader {
    private let numerals: WordTable<String>
    private var open: (number: String, digits: String)?

    /// - Parameter language: the primary subtag, for numbers written out.
    init(language: Substring?) { numerals = Numerals.of(language) }

    /// Takes digits, and returns the number that ended before them.
    mutating func read(digits: String) -> Fact? {
        let number = Fact.canonical(digits)
        defer { open = (number, number) }
        return close()
    }

    /// Takes a word by the hashes of its beginning and of all of it, and returns the number that ended before it.
    mutating func read(word beginning: UInt64, or whole: UInt64) -> Fact? {
        if let number = open, let zeros = Numerals.multipliers[beginning] {
            open = (Fact.scaled(number.number, zeros), number.digits)
            return nil
        }
        guard open != nil || numerals.contains(whole) else { return nil }
        defer { open = numerals[whole].map { ($0, $0) } }
        return close()
    }

    /// Takes a character of a script without blanks, and returns the number that ended before it.
    mutating func read(ideograph code: UInt32) -> Fact? {
        guard let number = open else { return nil }
        guard let zeros = Numerals.denseMultipliers[code] else { return close() }
        open = (Fact.scaled(number.number, zeros), number.digits)
        return nil
    }

    /// The word is a number written out.
    func isNumeral(_ word: UInt64) -> Bool { numerals.contains(word) }

    /// The number that ends here.
    mutating func close() -> Fact? {
        guard let number = open else { return nil }
        open = nil
        return Fact(number: number.number, written: number.digits)
    }
}

/// Numbers written out, and words that multiply.
enum Numerals {
    /// Of the language, else of English.
    static func of(_ language: Substring?) -> WordTable<String> { language.flatMap { byLanguage[String($0)] } ?? english }

    static let english: WordTable<String> = {
        let small =
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
        let tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ")
        var entries = numbered(small, from: 1)
        for (index, ten) in tens.enumerated() {
            entries.append((Letters.hash(ten), String((index + 2) * 10)))
            for (unit, name) in small.split(separator: " ").prefix(9).enumerated() {
                entries.append((Letters.hash("\(ten)-\(name)"), String((index + 2) * 10 + unit + 1)))
            }
        }
        return WordTable(entries + [(Letters.hash("dozen"), "12")])
    }()

    /// How many zeros a word adds: `mln`, `milliards`, `тыс`.
    static let multipliers: WordTable<Int> = {
        let words: [(Int, String)] = [
            (2, "hundred hundert cent cents cientos cento сто"),
            (3, "thousand thousands tausend tsd mille mil mila тыс тысяч тысячи тысяча bin duizend tysięcy tusen ألف آلاف"),
            (
                6,
                """
                million millions mln mn millionen mio million millions millón millones milioni milione milhão milhões млн миллион миллиона
                миллионов milyon miljoen mln miljoner millioner مليون ملايين
                """
            ),
            (
                9,
                """
                billion billions bln bn milliarde milliarden mrd milliard milliards miliardi miliardo bilhão bilhões млрд миллиард
                миллиарда миллиардов milyar miljard miljarder mld mlrd مليار مليارات
                """
            ),
            (12, "trillion trillions tln trn трлн триллион триллиона триллионов trilyon trilhão trilhões"),
        ]
        return WordTable(words.flatMap { zeros, list in list.split(whereSeparator: \.isWhitespace).map { (Letters.hash($0), zeros) } })
    }()

    /// 千 万 億 兆 and their like.
    static let denseMultipliers: [UInt32: Int] = [
        0x5343: 3, 0x4E07: 4, 0x842C: 4, 0xB9CC: 4, 0x4EBF: 8, 0x5104: 8, 0xC5B5: 8, 0x5146: 12, 0xC870: 12,
    ]

    /// From two on, where the word for one is the article, too.
    private static let byLanguage: [String: WordTable<String>] = [
        "de": table("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn"),
        "fr": table("deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"),
        "es": table("dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"),
        "it": table("due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici"),
        "pt": table("dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze", also: [("duas", "2")]),
        "nl": table("twee drie vier vijf zes zeven acht negen tien elf twaalf"),
        "tr": table("iki üç dört beş altı yedi sekiz dokuz on"),
        "ru": table(
            "два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
            also: [
                ("две", "2"), ("двух", "2"), ("двое", "2"), ("трех", "3"), ("трёх", "3"), ("трое", "3"), ("четырех", "4"), ("четырёх", "4"),
                ("четверо", "4"), ("пяти", "5"), ("пятеро", "5"), ("шести", "6"), ("семи", "7"), ("восьми", "8"), ("девяти", "9"),
                ("десяти", "10"),
            ]),
    ]

    private static func table(_ words: String, also: [(String, String)] = []) -> WordTable<String> {
        WordTable(numbered(words, from: 2) + also.map { (Letters.hash($0.0), $0.1) })
    }

    private static func numbered(_ words: String, from first: Int) -> [(UInt64, String)] {
        words.split(separator: " ").enumerated().map { (Letters.hash($0.element), String($0.offset + first)) }
    }
}
