// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ansa = Agency(
        code: "ansa", name: "ANSA",
        spellings: ["ANSA", "Agenzia ANSA", "ANSAmed", "ANSA.it"],
        languages: ["it", "en", "es", "de", "pt"],
        timeZone: "Europe/Rome",
        rightsHolder: "ANSA",
        examples: ["(ANSA) - TORINO, 5 GIU -", "(ANSA) - TURIN, JUN 5 -", "(ANSA-AFP) - PARIGI, 5 GIU -"],
        credit: "ANSA/Anna Lago",
        endMarks: [.sign("(ANSA)."), .sign("(ANSA)"), .sign("RIPRODUZIONE RISERVATA © Copyright ANSA")])
}
