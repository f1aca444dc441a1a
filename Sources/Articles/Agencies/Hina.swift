// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let hina = Agency(
        code: "hina", name: "HINA",
        spellings: ["HINA", "Hina"],
        languages: ["hr", "en"],
        timeZone: "Europe/Zagreb",
        examples: ["ZAGREB, Apr 17 (Hina) -"],
        endMarks: [.sign("(Hina)")])
}
