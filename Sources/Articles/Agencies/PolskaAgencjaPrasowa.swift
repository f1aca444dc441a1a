// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let pap = Agency(
        code: "pap", name: "PAP",
        spellings: ["PAP", "Polska Agencja Prasowa"],
        languages: ["pl", "en"],
        timeZone: "Europe/Warsaw",
        examples: ["Warsaw, Apr. 17 (PAP) -"],
        credit: "Fot. PAP/Anna Lis",
        endMarks: [.sign("(PAP)")],
        isAlsoAWord: true)
}
