// SPDX-License-Identifier: Apache-2.0

/// The names of the months in the languages that agencies file in, in full and as they shorten them.
enum Months {
    /// Scalars in the longest name.
    static let longest = 12

    /// 1 to 12, or nil where `name` is no month; upper and lower case are one.
    static func number(of name: String) -> Int? {
        numbers[name.lowercased()]
    }

    private static let numbers: [String: Int] = {
        var numbers: [String: Int] = [:]
        for (index, names) in names.enumerated() {
            for name in names.split(separator: " ") { numbers[String(name)] = index + 1 }
        }
        return numbers
    }()

    private static let names = [
        "jan january enero ene janeiro gennaio gen janvier janv januar jänner januari янв января январь",
        "feb february febrero fevereiro fev febbraio février févr fév februar februari фев февр февраля февраль",
        "mar march marzo março mars märz mär maart mrt mac maret мар марта март",
        "apr april abr abril aprile avr avril апр апреля апрель",
        "may mayo mai maio mag maggio mei мая май",
        "jun june junio junho giu giugno juin juni июн июня июнь",
        "jul july julio julho lug luglio juil juillet juli julai июл июля июль",
        "aug august ago agosto août aout augustus ogos agustus agu авг августа август",
        "sep sept september set setiembre septiembre setembro settembre septembre сен сент сентября сентябрь",
        "oct october octubre out outubro ott ottobre octobre okt oktober окт октября октябрь",
        "nov november noviembre novembro novembre нояб ноя ноября ноябрь",
        "dec december dic diciembre dez dezembro dicembre déc décembre dezember des desember dis disember декабря дек декабрь",
    ]
}
