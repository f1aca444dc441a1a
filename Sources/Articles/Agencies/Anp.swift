// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let anp = Agency(
        code: "anp", name: "ANP",
        spellings: ["ANP", "Algemeen Nederlands Persbureau"],
        languages: ["nl"],
        timeZone: "Europe/Amsterdam",
        rightsHolder: "ANP",
        examples: ["UTRECHT (ANP) -"],
        credit: "ANP/Anna Lago",
        endMarks: [.sign("(ANP)")])
}
