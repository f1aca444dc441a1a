// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let sputnik = Agency(
        code: "sputnik", name: "Sputnik",
        spellings: ["Sputnik", "Спутник", "Спутник Азербайджан"],
        languages: ["en", "ru", "es"],
        timeZone: "Europe/Moscow",
        examples: ["MOSCOW (Sputnik) -", "ОМСК, 7 мая — Sputnik."],
        credit: "© Sputnik / Ann Lee")
}
