// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let yonhap = Agency(
        code: "yonhap", name: "Yonhap",
        spellings: ["Yonhap", "Yonhap News Agency", "Yonhap News", "연합뉴스", "韩联社"],
        languages: ["ko", "en", "zh", "ja", "es", "fr", "ar"],
        example: "BUSAN, Dec. 3 (Yonhap) --")
}
