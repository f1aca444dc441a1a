// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let kcna = Agency(
        code: "kcna", name: "KCNA",
        spellings: ["KCNA", "Korean Central News Agency", "조선중앙통신", "朝中社", "朝鮮中央通信"],
        languages: ["en", "ko", "es", "zh", "ru", "ja"],
        timeZone: "Asia/Pyongyang",
        examples: ["Wonsan, March 8 (KCNA) --", "(평양 3월 8일발 조선중앙통신)"],
        credit: "(KCNA)",
        endMarks: [.sign("-0-")])
}
