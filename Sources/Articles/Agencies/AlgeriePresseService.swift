// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let aps = Agency(
        code: "aps", name: "APS",
        spellings: ["APS", "Algérie Presse Service"],
        languages: ["fr", "ar", "en"],
        timeZone: "Africa/Algiers",
        examples: ["ALGER, 17 avr (APS) -", "ALGER (APS) -"],
        isAlsoAWord: true)
}
