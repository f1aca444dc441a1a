// SPDX-License-Identifier: Apache-2.0

/// The words of dates, in lower case, in the languages of the agencies (MODEL.md §9, rule 8).
enum DateNames {
    /// 1…12 for a month's name or abbreviation.
    static func month(_ word: String) -> Int? { months[word] }

    /// 1 = Monday … 7 = Sunday, for a weekday's name or abbreviation in English, Chinese, Japanese or Korean.
    static func weekday(_ word: String) -> Int? { weekdays[word] }

    /// The year before the first one of a Japanese era, or of the Republic of China.
    static func yearsBefore(era word: String) -> Int? { eras[word] }

    private static let eras = ["令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911, "中華民國": 1911]

    /// False for "am", true for "pm".
    static func isAfternoon(_ word: String) -> Bool? {
        switch word {
        case "am", "a.m", "上午", "午前", "오전", "凌晨", "早上": false
        case "pm", "p.m", "下午", "午後", "오후", "晚上": true
        default: nil
        }
    }

    /// True for words between the parts of a date that say nothing.
    static func isFiller(_ word: String) -> Bool { fillers.contains(word) }

    private static let fillers: Set<String> = [
        "a", "at", "alle", "de", "del", "di", "um", "uhr", "à", "às", "om", "of", "the", "le", "on", "г", "года", "в", "st", "nd", "rd",
        "th",
        "pukul", "jam", "as", "h", "hrs", "hours", "hora", "horas", "hs", "ore", "heures",
    ]

    private static let months = table([
        "jan january janv janvier enero ene janeiro gennaio gen januar jänner januari ocak января январь янв 一月",
        "feb february febr fev févr fevr fév février fevrier febrero fevereiro febbraio februar februari februarie peb pebruari февраля февраль фев февр 二月",
        "mar march mars marzo março marco mär mrz märz maerz mac maret maart mrt марта март мар 三月",
        "apr april avr avril abril abr aprile апреля апрель апр 四月",
        "may mai mayo maio maggio mag mei maj мая май 五月",
        "jun june juin junio junho giugno giu juni июня июнь июн 六月",
        "jul july juil juillet julio julho luglio lug juli julai июля июль июл 七月",
        "aug august août aout agosto ago augustus ogos agu agt agustus августа август авг 八月",
        "sep sept september septembre septiembre setiembre setembro settembre set сентября сентябрь сен сент 九月",
        "oct october octobre octubre outubro out ottobre ott okt oktober октября октябрь окт 十月",
        "nov november novembre noviembre novembro nop ноября ноябрь ноя нояб 十一月",
        "dec december déc décembre decembre diciembre dic dezembro dez dicembre dezember dis disember des desember декабря декабрь дек 十二月",
    ])

    private static let weekdays = table([
        "mon monday 星期一 周一 月曜日 월요일", "tue tues tuesday 星期二 周二 火曜日 화요일", "wed wednesday 星期三 周三 水曜日 수요일",
        "thu thur thurs thursday 星期四 周四 木曜日 목요일", "fri friday 星期五 周五 金曜日 금요일", "sat saturday 星期六 周六 土曜日 토요일",
        "sun sunday 星期日 星期天 周日 日曜日 일요일",
    ])

    private static func table(_ rows: [String]) -> [String: Int] {
        var table: [String: Int] = [:]
        for (index, row) in rows.enumerated() {
            for word in row.split(separator: " ") { table[String(word)] = index + 1 }
        }
        return table
    }
}
