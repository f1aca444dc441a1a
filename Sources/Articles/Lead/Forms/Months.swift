// SPDX-License-Identifier: Apache-2.0

/// The names of the months in the languages that agencies file in, in full and as they shorten them.
enum Months {
    /// Scalars in the longest name.
    static let longest = 12

    /// 1 to 12, or nil where `name` is no month; upper and lower case are one.
    static func number(of name: ArraySlice<Unicode.Scalar>) -> Int? {
        numbers[name]
    }

    private static let numbers = WordTable(
        names.split(separator: "\n").flatMap { line in
            let fields = line.split(separator: " ")
            return fields.dropFirst().map { (word: $0, value: fields.first.flatMap { Int($0) } ?? 0) }
        })

    /// The number of the month, then its names. Croatian October is left out: in Polish the same word is November.
    private static let names = """
        1 jan january enero ene janeiro gennaio gen janvier janv januar jänner januari янв января январь ianuarie január januára
        1 ledna stycznia siječnja ocak січня januara
        2 feb february febrero fevereiro fev febbraio février févr fév februar februari фев февр февраля февраль februarie
        2 február februára února lutego veljače şubat лютого februara
        3 mar march marzo março mars märz mär maart mrt mac maret мар марта март martie március marca března ožujka mart mrz
        3 березня marts marta
        4 apr april abr abril aprile avr avril апр апреля апрель aprilie április apríla dubna kwietnia travnja nisan квітня aprila
        5 may mayo mai maio mag maggio mei мая май május mája května maja svibnja mayıs травня maj
        6 jun june junio junho giu giugno juin juni июн июня июнь iunie június júna června czerwca lipnja haziran червня juna
        7 jul july julio julho lug luglio juil juillet juli julai июл июля июль iulie július júla července lipca srpnja temmuz
        7 липня jula
        8 aug august ago agosto août aout augustus ogos agustus agu авг августа август augusztus augusta srpna sierpnia kolovoza
        8 ağustos серпня augusti agt avgusta
        9 sep sept september set setiembre septiembre setembro settembre septembre сен сент сентября сентябрь septembrie
        9 szeptember septembra září września rujna eylül вересня
        10 oct october octubre out outubro ott ottobre octobre okt oktober окт октября октябрь octombrie október októbra října
        10 października ekim жовтня oktobra
        11 nov november noviembre novembro novembre нояб ноя ноября ноябрь noiembrie novembra listopadu studenoga kasım
        11 листопада studenog
        12 dec december dic diciembre dez dezembro dicembre déc décembre dezember des desember dis disember декабря дек декабрь
        12 decembrie decembra prosince grudnia prosinca aralık грудня
        """
}
