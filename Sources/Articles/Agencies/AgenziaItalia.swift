// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let agi = Agency(
        code: "agi", name: "AGI",
        spellings: ["AGI", "Agenzia Italia"],
        languages: ["it", "en"],
        timeZone: "Europe/Rome",
        examples: ["(AGI) - Torino, 17 apr. -", "AGI -"])
}
