// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let adnkronos = Agency(
        code: "adnkronos", name: "Adnkronos",
        spellings: ["Adnkronos", "AdnKronos", "Adnkronos Salute", "Adnkronos/Labitalia"],
        languages: ["it"],
        timeZone: "Europe/Rome",
        examples: ["Torino, 17 apr. (Adnkronos) -", "Torino, 17 apr. - (Adnkronos) -", "(Adnkronos) -"])
}
