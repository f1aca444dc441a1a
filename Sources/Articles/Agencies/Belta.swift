// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let belta = Agency(
        code: "belta", name: "BelTA",
        spellings: ["BelTA", "БЕЛТА", "BELTA", "БелТА"],
        languages: ["ru", "be", "en"],
        timeZone: "Europe/Minsk",
        examples: ["MINSK, 17 April (BelTA) –", "17 апреля, Минск /Корр. БЕЛТА/."])
}
