// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let tt = Agency(
        code: "tt", name: "TT",
        spellings: ["TT", "Tidningarnas Telegrambyrå"],
        languages: ["sv"],
        timeZone: "Europe/Stockholm",
        examples: ["STOCKHOLM (TT) –"],
        credit: "Foto: Ann Lee/TT",
        isAlsoAWord: true)
}
