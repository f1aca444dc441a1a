// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let mehr = Agency(
        code: "mehr", name: "Mehr",
        spellings: ["MNA", "Mehr News Agency"],
        languages: ["fa", "en"],
        timeZone: "Asia/Tehran",
        examples: ["TEHRAN, Apr. 17 (MNA) –"],
        isAlsoAWord: true)
}
