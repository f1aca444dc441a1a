// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let interfax = Agency(
        code: "interfax", name: "Interfax",
        spellings: ["Interfax", "Интерфакс", "INTERFAX.RU", "Interfax-Ukraine", "Интерфакс-Украина"],
        languages: ["ru", "en"],
        example: "MINSK. Apr 2 (Interfax) -")
}
