// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let kcna = Agency(
        code: "kcna", name: "KCNA",
        spellings: ["KCNA", "Korean Central News Agency", "조선중앙통신", "朝中社"],
        languages: ["en", "ko", "es", "zh", "ru", "ja"],
        example: "Wonsan, March 8 (KCNA) --",
        endMarks: [.sign("-0-")])
}
