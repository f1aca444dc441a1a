// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let efe = Agency(
        code: "efe", name: "EFE",
        spellings: ["EFE", "Agencia EFE", "EFE-EPA", "EFEAGRO"],
        languages: ["es", "pt", "en", "ca"],
        example: "Sevilla, 14 feb (EFE).-",
        endMarks: [.word("EFE"), .initials])
}
