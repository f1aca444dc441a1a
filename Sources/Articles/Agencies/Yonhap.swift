// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let yonhap = Agency(
        code: "yonhap", name: "Yonhap",
        spellings: ["Yonhap", "Yonhap News Agency", "Yonhap News", "연합뉴스", "연합뉴스TV", "韩联社", "聯合ニュース"],
        languages: ["ko", "en", "zh", "ja", "es", "fr", "ar"],
        timeZone: "Asia/Seoul",
        rightsHolder: "Yonhap News Agency",
        examples: ["BUSAN, Dec. 3 (Yonhap) --", "(부산=연합뉴스) 김영희 기자 ="],
        credit: "(Yonhap)",
        endMarks: [.sign("(END)"), .mailbox])
}
