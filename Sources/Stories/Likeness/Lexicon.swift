// SPDX-License-Identifier: Apache-2.0

/// The words that the comparison of stories knows, by their hashes.
enum Lexicon {
    /// Monday is bit 0. The same day has the same bit in every language; of scripts without blanks the last two characters count.
    static let weekdays: WordTable<UInt8> = {
        let languages = [
            "monday tuesday wednesday thursday friday saturday sunday",
            "montag dienstag mittwoch donnerstag freitag samstag sonntag",
            "lundi mardi mercredi jeudi vendredi samedi dimanche",
            "lunes martes miércoles jueves viernes sábado domingo",
            "lunedì martedì mercoledì giovedì venerdì sabato domenica",
            "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
            "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
            "понедельник вторник среду четверг пятницу субботу воскресенье",
            "понедельника вторника среды четверга пятницы субботы воскресенья",
            "pazartesi salı çarşamba perşembe cuma cumartesi _",
            "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
            "周一 周二 周三 周四 周五 周六 周日", "期一 期二 期三 期四 期五 期六 期日", "_ _ _ _ _ _ 期天", "週一 週二 週三 週四 週五 週六 週日",
            "月曜 火曜 水曜 木曜 金曜 土曜 日曜", "월요 화요 수요 목요 금요 토요 일요",
        ]
        return WordTable(
            languages.flatMap { names in
                names.split(separator: " ").enumerated().map { (Letters.hash($0.element), 1 << UInt8($0.offset)) }
            })
    }()

    /// Months that are written with a capital.
    static let months = set(
        """
        jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november
        december januar jänner februar märz mai juni juli oktober dezember
        """)

    /// Months that are written without.
    static let otherMonths = set(
        """
        janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto
        septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro
        março maio junho julho setembro outubro novembro dezembro января февраля марта апреля мая июня июля августа сентября октября ноября
        декабря ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
        """)

    /// Capitalised words that are not names.
    static let common = set(
        """
        the a an it he she they we but in on at for of and to by with from as its this that these those there if when while after before
        under however also note corp co inc ltd plc company said mln dlrs pct cts vs qtr net shr revs sales avg shrs mths year reuter
        reuters usa u.s uk u.k new york monday tuesday wednesday thursday friday saturday sunday
        der die das den dem des ein eine einer eines und in im am auf für mit nach von vor bei zu aus wie es sie er wir nicht
        le la les l une des du de et en au aux pour par sur dans avec après avant il elle ils ce cette selon
        el los las una unos del y en por para con según tras su sus este esta
        il lo gli i uno dei della delle di e da per con su dopo secondo
        o os as um uma do da dos das e em no na por para com após segundo
        в на и с со по о об из за к у от для не что как это он она они
        """)

    /// Headline words that say what kind of story it is, not whom it is about.
    static let kinds = set(
        """
        sets quarterly dividend div payout qtly regular declares loss profit net st nd rd th 1st 2nd 3rd 4th
        dividende dividendo quartal quartalszahlen gewinn verlust bénéfice perte trimestre beneficio pérdida utile perdita lucro прибыль
        убыток дивиденды 财报 业绩 决算 決算 配当 실적 배당
        """)

    /// Words before or in a headline that announce a change, and are not its subject.
    static let markers = set(
        """
        corrected correction rpt refile repeat flash clarification korrektur berichtigung rectificatif corrección correzione rettifica
        correção уточнение исправление повтор 更正 訂正 정정
        """)

    /// Directions of a market report: `STOCKS CLOSE HIGHER` is the headline of tomorrow, too.
    static let directions = set(
        """
        rose fell up down higher lower steady mixed raise raises cut cuts lower lowers rise rises fall falls gain gains drop drops slip
        slips edge climb climbs flat firmer weaker
        steigt steigen fällt fallen höher niedriger fester schwächer leichter stabil uneinheitlich
        hausse baisse monte montent recule reculent progresse grimpe stable
        sube suben baja bajan cae caen alza estable sale salgono scende scendono rialzo ribasso invariata cala cresce
        sobe sobem cai caem alta baixa estável
        вырос выросла выросли упал упала упали растет растёт растут снижается снизился снизились повысился рост падение снижение
        yükseldi düştü arttı azaldı 上昇 下落 反発 反落 続伸 続落 小幅 상승 하락 보합 반등
        """)

    /// The directions that Chinese headlines write.
    static let denseDirections: Set<UInt32> = Set("涨跌升降漲".unicodeScalars.map(\.value))

    /// The edition that a report says it is: words of one bit mean the same.
    static let editions = bits([
        "opening open opens opg eröffnung apertura ouverture abertura открытие открытии 开盘 開盤 寄付 寄り 개장",
        "early", "midday midsession noon mittag midi mi-séance mediodía полдень 午盘 午盤 前場 장중", "midafternoon", "afternoon",
        "closing close closes closed clsg börsenschluss handelsschluss clôture cierre chiusura fechamento закрытие закрытии 收盘 收盤 大引 마감",
        "late",
    ])

    /// Edition words that are ordinary ones in a text, and count in a headline only.
    static let headlineEditions = bits([
        "", "", "", "", "afternoon nachmittag après-midi tarde pomeriggio", "schluss", "", "", "",
        "morning vormittag matin mattina manhã утро утром 早盘 早盤 朝 오전", "evening abend soir noche sera noite вечер вечером 夜盘 夕",
        "overnight", "premarket",
    ])

    /// Zones that stand behind a time of day written without a colon.
    static let zones = set("hrs gmt edt est cdt cst local utc cet cest bst pst pdt mst jst kst ist msk мск uhr")

    /// Words of headlines over a collection of stories.
    static let digests = set(
        """
        highlights headlines roundup briefs digest kurzmeldungen nachrichtenüberblick tagesüberblick titulares дайджест 要闻 要聞 摘要 一览
        """)

    static func set(_ words: String) -> WordTable<Bool> {
        WordTable(words.split(whereSeparator: \.isWhitespace).map { (Letters.hash($0), true) })
    }

    private static func bits(_ groups: [String]) -> WordTable<UInt16> {
        WordTable(
            groups.enumerated().flatMap { group in
                group.element.split(separator: " ").map { (Letters.hash($0), 1 << UInt16(group.offset)) }
            })
    }
}
