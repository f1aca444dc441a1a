// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let interfax = Agency(
        code: "interfax", name: "Interfax",
        spellings: [
            "Interfax", "Интерфакс", "INTERFAX.RU", "Interfax-Ukraine", "Интерфакс-Украина", "Інтерфакс-Україна", "Interfax-Kazakhstan",
            "Интерфакс-Казахстан", "Интерфакс-Запад", "Interfax-West", "Interfax-China",
        ],
        languages: ["ru", "en", "uk"],
        timeZone: "Europe/Moscow",
        rightsHolder: "Interfax",
        examples: ["MINSK. Apr 2 (Interfax) -", "Москва. 2 апреля. INTERFAX.RU -"])
}
