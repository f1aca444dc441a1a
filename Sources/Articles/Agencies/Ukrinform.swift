// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ukrinform = Agency(
        code: "ukrinform", name: "Ukrinform",
        spellings: ["Ukrinform", "Укринформ", "Укрінформ"],
        languages: ["uk", "ru", "en"],
        timeZone: "Europe/Kyiv",
        examples: ["KYIV, April 17 (Ukrinform) -", "КИЕВ, 17 апреля /Укринформ/."])
}
