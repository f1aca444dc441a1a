// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let agerpres = Agency(
        code: "agerpres", name: "Agerpres",
        spellings: ["Agerpres", "AGERPRES"],
        languages: ["ro", "en"],
        timeZone: "Europe/Bucharest",
        examples: ["BUCHAREST, Apr 17 (Agerpres) -"],
        endMarks: [.word("AGERPRES")])
}
