// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let irna = Agency(
        code: "irna", name: "IRNA",
        spellings: ["IRNA", "Islamic Republic News Agency", "ИРНА"],
        languages: ["fa", "en"],
        timeZone: "Asia/Tehran",
        examples: ["Tehran, Apr 17, IRNA –", "TEHRAN (IRNA) --"])
}
