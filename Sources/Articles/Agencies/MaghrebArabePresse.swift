// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let map = Agency(
        code: "map", name: "MAP",
        spellings: ["MAP", "Maghreb Arabe Presse"],
        languages: ["fr", "ar", "en", "es"],
        timeZone: "Africa/Casablanca",
        examples: ["Rabat, 17 avr (MAP) -", "Rabat (MAP) -"],
        isAlsoAWord: true)
}
