// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ena = Agency(
        code: "ena", name: "ENA",
        spellings: ["ENA", "Ethiopian News Agency"],
        languages: ["en", "am"],
        timeZone: "Africa/Addis_Ababa",
        examples: ["ADDIS ABABA, April 17 (ENA)"],
        isAlsoAWord: true)
}
