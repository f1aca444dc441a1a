// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let news1 = Agency(
        code: "news1", name: "News1",
        spellings: ["뉴스1", "News1", "NEWS1"],
        languages: ["ko"],
        timeZone: "Asia/Seoul",
        examples: ["(서울=뉴스1) 김영희 기자 ="])
}
