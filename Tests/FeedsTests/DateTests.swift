// SPDX-License-Identifier: Apache-2.0
import Feeds
import Testing

@Suite struct DateTests {
    /// All of these are 20 February 2024, 10:15 where the clock stood, and say exactly when that was.
    static let exact = [
        ("Tue, 20 Feb 2024 10:15:00 JST", "01:15:00"), ("Tue, 20 Feb 2024 10:15:00 KST", "01:15:00"),
        ("Tue, 20 Feb 2024 10:15:00 MSK", "07:15:00"),
        ("Tue, 20 Feb 2024 10:15:00 CET", "09:15:00"), ("Tue, 20 Feb 2024 10:15:00 MET", "09:15:00"),
        ("Tue, 20 Feb 2024 10:15:00 EST", "15:15:00"),
        ("Tue, 20 Feb 2024 10:15:00 PDT", "17:15:00"), ("Tue, 20 Feb 2024 10:15:00 ET", "15:15:00"),
        ("Tue, 20 Feb 2024 10:15:00 AT", "14:15:00"),
        ("Tue, 20 Feb 2024 10:15:00 America/New_York", "15:15:00"), ("Tue, 20 Feb 2024 10:15:00 Europe/Paris", "09:15:00"),
        ("Tue, 20 Feb 2024 10:15:00 PM GMT", "22:15:00"), ("Tue, 20 Feb 2024 12:15:00 AM GMT", "00:15:00"), ("1708424100", "10:15:00"),
        ("1708424100000", "10:15:00"), ("20240220T101500Z", "10:15:00"), ("20240220T111500+0100", "10:15:00"),
        ("2024-02-20 10:15:00+08", "02:15:00"),
        ("Tue, 20 Feb 2024 10:15:00 GMT+8", "02:15:00"), ("Tue, 20 Feb 2024 10:15:00 GMT+08:00", "02:15:00"),
        ("Tue, 20 Feb 2024 10:15:00 UTC-0330", "13:45:00"), ("Tue, 20 Feb 2024 10:15:00 +08:00", "02:15:00"),
        ("Tue, 20 Feb 2024 10:15:00 +5:30", "04:45:00"), ("Tue, 20 Feb 2024 10:15:00 +08000", "02:15:00"),
        ("Tue, 20 Feb 2024 10:15:00 -800", "18:15:00"), ("Tue, 20 Feb 2024 10:15:00 -01:01", "11:16:00"),
        ("Tue, 20 Feb 2024 10:15:00 -0000", "10:15:00"),
        ("Tue, 20 Feb 2024 10:15:00 +0530 (IST)", "04:45:00"), ("Tue, 20 Feb 2024 10:15:00 +0100 CET", "09:15:00"),
        ("Tue, 20 Feb 2024 10:15:00 (PST)", "18:15:00"), ("Tuesday, February 20, 2024 10:15:00 GMT", "10:15:00"),
        ("Tue, Feb 20, 2024 10:15:00 GMT", "10:15:00"), ("Feb 20, 2024 10:15 AM EST", "15:15:00"),
        ("Feb. 20th, 2024 at 10:15 p.m. GMT", "22:15:00"),
        ("Tue,20 Feb 2024 10:15:00 +0100", "09:15:00"), ("Tue, 20-Feb-2024 10:15:00 GMT", "10:15:00"),
        ("Tue Feb 20 10:15:00 +0100 2024", "09:15:00"),
        ("Tue Feb 20 2024 10:15:00 GMT+0100 (Central European Standard Time)", "09:15:00"), ("20 Feb 24 10:15 Z", "10:15:00"),
        ("Wed, 20 Feb 2024 10:15:00 GMT", "10:15:00"), ("2024-02-20T10:14:60Z", "10:15:00"), ("20240219T24:00:00Z", "00:00:00"),
        ("2024-02-20T10:15:00.123456789012345678901234567890Z", "10:15:00"), ("\n Tue,  20 Feb 2024\u{A0}10:15:00 GMT ", "10:15:00"),
        ("Tue, 20 Feb 2024 4:35:5 GMT", "04:35:05"), ("2024-02-20T10Z", "10:00:00"), ("20 FEB 2024 10 GMT", "10:00:00"),
    ]

    /// No zone, or none that is known: UTC is assumed.
    static let assumed = [
        "2024/02/20 10:15:00", "2024-02-20 10:15:00", "20240220101500", "202402201015", "20.02.2024 10:15", "20.02.2024, 10:15",
        "20/02/2024 10:15",
        "02/20/2024 10:15:00 AM", "Tue Feb 20 10:15:00 2024", "10:15, 20 Feb 2024", "Tue, 20 Feb 2024 10:15:00 XYZT",
        "Tue, 20 Feb 2024 10:15:00 +99:99",
        "2024年02月20日 10:15:00", "2024年2月20日上午10时15分", "2024年2月20日 星期二 10:15", "２０２４年２月２０日１０：１５", "2024년 2월 20일 10:15:00",
        "2024-02-20 오전 10:15", "2024년 2월 20일(화) 10시 15분",
        "令和6年2月20日 10時15分", "令和6年2月20日(火)10:15", "中華民國113年2月20日 上午10:15", "2024年2月20日（火）午前10時15分",
        "20 février 2024 à 10h15", "mardi 20 février 2024, 10h15", "20.02.2024 10.15 Uhr", "Dienstag, 20. Februar 2024, 10:15 Uhr",
        "20 de febrero de 2024 10:15 h", "terça-feira, 20 de fevereiro de 2024 às 10h15", "20 febbraio 2024 ore 10.15",
        "вторник, 20 февраля 2024 г. в 10:15", "Selasa, 20 Februari 2024 10:15", "Selasa, 20 Februari 2024, pukul 10.15",
    ]

    /// 20 of each month in the languages of the agencies, 1 = January.
    static let months: [(Int, [String])] = [
        (1, ["enero", "ene", "janv", "gennaio", "GEN", "januar", "января", "янв"]),
        (2, ["fev", "févr", "Fév", "febrero", "feb", "февраля", "фев", "二月"]),
        (3, ["mars", "März", "Maerz", "Mär", "marzo", "mar", "Mac", "марта"]), (4, ["abr", "avr", "avril", "апр", "апреля"]),
        (5, ["mai", "MAG", "mayo", "мая", "Mei"]), (6, ["GIU", "juin", "junio", "июня"]), (7, ["LUG", "juil", "julio", "июля", "Julai"]),
        (8, ["ago", "août", "agosto", "Ogos", "августа"]), (9, ["set", "SET", "sept", "septiembre", "Sept", "сентября"]),
        (10, ["out", "OTT", "Okt", "octubre", "октября"]), (11, ["nov", "noviembre", "ноября"]),
        (12, ["dic", "DIC", "dez", "Dez", "déc", "Dis", "Des", "diciembre", "декабря"]),
    ]

    static let days = [
        ("2024-02-20", "2024-02-20"), ("20 Feb 2024", "2024-02-20"), ("April 5, 2006", "2006-04-05"), ("07.02.2025", "2025-02-07"),
        ("20/02/2024", "2024-02-20"),
        ("03/03/2024", "2024-03-03"), ("2024-02", "2024-02-01"), ("2024", "2024-01-01"), ("2024-060", "2024-02-29"),
        ("2024060", "2024-02-29"),
        ("03-12-31", "2003-12-31"), ("03335", "2003-12-01"), ("-0312", "2003-12-01"), ("-03-12", "2003-12-01"), ("99-02-20", "1999-02-20"),
        ("Fri, 05/03/2019", "2019-05-03"), ("Tue, 05/03/2019", "2019-03-05"), ("20240220", "2024-02-20"), ("0001-01-01", "0001-01-01"),
    ]

    static let impossible = [
        "", " ", "now", "0", "-1", "12399", "2023366", "999999999999999999", String(repeating: "9", count: 300), "0000-00-00 00:00:00",
        "Tue, 30 Feb 2024 10:15:00 GMT", "2023-02-29", "2024-13-01T00:00:00Z", "2024-02-20T25:00:00Z", "2024-02-20T24:00:01Z",
        "2024-02-20T10:60:00Z",
        "2024-02-20T10:15:61Z", "02/03/2024", "Wed, 02/03/2024", "10000-02-20T10:00:00Z", "Tue, 20 Fevbruary 2024", "20 2 2024",
        "2024-xx-20",
        "Sun, 16 Dec 2012 1:2:3:4 GMT", "2024-02-20T10:15:00Z2024-02-20T10:15:00Z", "2024-02-20T10:15:00-06:00Textra",
        "20 Feb 2024 30 Feb 2024",
        "Feb. Feb. Feb.", String(repeating: "(", count: 200), String(repeating: "1:", count: 100), "\u{0}", "5 minutes ago",
        "2024-02-20T10:15:00+zz:00",
    ]

    @Test(arguments: exact) func `reads the instant`(text: String, time: String) {
        let date = FeedDate.read(text, timeZone: "Asia/Shanghai")
        #expect(date.instant?.rfc3339 == "2024-02-20T\(time)Z")
        #expect(date.quality == .exact)
        #expect(date.raw == text)
    }

    @Test(arguments: assumed) func `assumes UTC where no zone is told`(text: String) {
        let date = FeedDate.read(text, timeZone: nil)
        #expect(date.instant?.rfc3339 == "2024-02-20T10:15:00Z")
        #expect(date.quality == .zoneAssumed)
    }

    @Test(arguments: assumed) func `takes the feed's zone where no zone is told`(text: String) {
        let date = FeedDate.read(text, timeZone: "Asia/Shanghai")
        #expect(date.instant?.rfc3339 == "2024-02-20T02:15:00Z")
        #expect(date.quality == .feedConfig)
    }

    @Test(
        arguments: [
            ("IST", nil, "04:45", .zoneAssumed), ("CST", nil, "16:15", .zoneAssumed), ("BST", nil, "09:15", .zoneAssumed),
            ("CST", "Asia/Shanghai", "02:15", .feedConfig), ("IST", "Asia/Jerusalem", "08:15", .feedConfig),
            ("CST", "No/Such", "16:15", .zoneAssumed),
            ("", "../../etc/passwd", "10:15", .zoneAssumed),
        ] as [(String, String?, String, DateQuality)])
    func `lets the feed's zone decide what an abbreviation means`(zone: String, timeZone: String?, time: String, quality: DateQuality) {
        let date = FeedDate.read("Tue, 20 Feb 2024 10:15:00 \(zone)", timeZone: timeZone)
        #expect(date.instant?.rfc3339 == "2024-02-20T\(time):00Z")
        #expect(date.quality == quality)
    }

    @Test(arguments: [
        ("2024-07-01 10:00:00 Europe/Paris", "2024-07-01T08:00:00Z"), ("2024-03-31 01:59:59 Europe/Paris", "2024-03-31T00:59:59Z"),
        ("2024-03-31 03:00:00 Europe/Paris", "2024-03-31T01:00:00Z"), ("Mon, 01 Jul 2024 10:00:00 ET", "2024-07-01T14:00:00Z"),
        ("Mon, 01 Jul 2024 10:00:00 EST", "2024-07-01T15:00:00Z"),
    ]) func `follows a zone's summer time`(text: String, instant: String) {
        #expect(FeedDate.read(text, timeZone: nil).instant?.rfc3339 == instant)
    }

    @Test(arguments: months) func `reads month names`(month: Int, names: [String]) {
        let expected = "2024-\(month < 10 ? "0" : "")\(month)-20T09:15:00Z"
        for name in names {
            #expect(FeedDate.read("20 \(name) 2024 10:15 +0100", timeZone: nil).instant?.rfc3339 == expected, "\(name)")
            #expect(FeedDate.read("Xyz, 20 de \(name). 2024 10:15 +0100", timeZone: nil).instant?.rfc3339 == expected, "\(name)")
        }
    }

    @Test(arguments: [
        "mar, 20 feb 2024 10:15:00 +0100", "Mar, 20 Fév 2024 10:15:00 +0100", "Вт, 20 фев 2024 10:15:00 +0100",
        "星期二, 20 Feb 2024 10:15 +0100",
    ])
    func `takes a first word for a weekday`(text: String) {
        #expect(FeedDate.read(text, timeZone: nil).instant?.rfc3339 == "2024-02-20T09:15:00Z")
    }

    @Test(arguments: days) func `knows when only the day is told`(text: String, day: String) {
        let date = FeedDate.read(text, timeZone: "Asia/Shanghai")
        #expect(date.instant?.rfc3339 == "\(day)T00:00:00Z")
        #expect(date.quality == .day)
    }

    @Test(arguments: impossible) func `rejects what is no date, and keeps it`(text: String) {
        #expect(FeedDate.read(text, timeZone: "Europe/Paris") == FeedDate(instant: nil, raw: text, quality: .fetchTime))
    }
}
