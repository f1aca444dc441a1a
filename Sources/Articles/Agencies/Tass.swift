// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let tass = Agency(
        code: "tass", name: "TASS",
        spellings: ["TASS", "Tass", "ТАСС", "Itar-Tass", "ИТАР-ТАСС", "塔斯社"],
        languages: ["ru", "en"],
        timeZone: "Europe/Moscow",
        rightsHolder: "TASS",
        examples: ["KAZAN, May 11. /TASS/.", "ОМСК, 7 мая. /ТАСС/.", "ОМСК, 7 мая. /Корр. ТАСС Анна Лисина/.", "ТАСС, 7 мая."],
        credit: "© Ann Lee/TASS")
}
