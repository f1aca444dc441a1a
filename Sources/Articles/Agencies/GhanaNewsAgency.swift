// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let gna = Agency(
        code: "gna", name: "GNA",
        spellings: ["GNA", "Ghana News Agency"],
        languages: ["en"],
        timeZone: "Africa/Accra",
        examples: ["Accra, April 17, GNA –", "Accra, April 17 (GNA) –"],
        endMarks: [.word("GNA")],
        isAlsoAWord: true)
}
