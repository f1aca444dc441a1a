// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let newsis = Agency(
        code: "newsis", name: "Newsis",
        spellings: ["뉴시스", "Newsis", "NEWSIS"],
        languages: ["ko"],
        timeZone: "Asia/Seoul",
        examples: ["[서울=뉴시스] 김영희 기자 ="])
}
