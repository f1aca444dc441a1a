// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let lusa = Agency(
        code: "lusa", name: "Lusa",
        spellings: ["Lusa", "LUSA"],
        languages: ["pt", "en"],
        timeZone: "Europe/Lisbon",
        examples: ["Lisboa, 17 abr 2023 (Lusa) –", "Lisboa, 17 abr (Lusa) -"],
        endMarks: [.sign("Lusa/Fim"), .sign("Lusa/fim")])
}
