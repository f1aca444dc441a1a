// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let sana = Agency(
        code: "sana", name: "SANA",
        spellings: ["SANA", "Syrian Arab News Agency"],
        languages: ["ar", "en", "fr", "es"],
        timeZone: "Asia/Damascus",
        examples: ["Damascus, SANA-", "ALEPPO, (SANA) -"],
        isAlsoAWord: true)
}
