// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let anadolu = Agency(
        code: "aa", name: "Anadolu",
        spellings: ["Anadolu", "AA", "Anadolu Agency", "Anadolu Ajansı"],
        languages: ["en", "tr", "ar", "fr", "es", "ru"],
        timeZone: "Europe/Istanbul",
        rightsHolder: "Anadolu",
        examples: ["ANKARA (AA) -", "İSTANBUL (AA) -"],
        credit: "(Photo by Ann Lee/Anadolu Agency)",
        isAlsoAWord: true)
}
