// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let efe = Agency(
        code: "efe", name: "EFE",
        spellings: ["EFE", "Agencia EFE", "EFE-EPA", "EFEAGRO", "EFE Verde"],
        languages: ["es", "pt", "en", "ca"],
        timeZone: "Europe/Madrid",
        rightsHolder: "EFE",
        examples: ["Sevilla, 14 feb (EFE).-", "Redacción Deportes, 14 feb (EFE).-"],
        credit: "EFE/Ana Lago",
        endMarks: [.word("EFE"), .initials])
}
