// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let bna = Agency(
        code: "bna", name: "BNA",
        spellings: ["BNA", "Bahrain News Agency"],
        languages: ["ar", "en"],
        timeZone: "Asia/Bahrain",
        examples: ["Manama, Apr. 17 (BNA):"],
        isAlsoAWord: true)
}
