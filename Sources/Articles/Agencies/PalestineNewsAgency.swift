// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let wafa = Agency(
        code: "wafa", name: "WAFA",
        spellings: ["WAFA", "Palestine News Agency", "Wafa"],
        languages: ["ar", "en", "fr"],
        timeZone: "Asia/Hebron",
        examples: ["RAMALLAH, April 17, 2023 (WAFA) –", "GAZA, Monday, April 17, 2023 (WAFA) -"])
}
