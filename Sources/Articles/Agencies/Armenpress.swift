// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let armenpress = Agency(
        code: "armenpress", name: "Armenpress",
        spellings: ["Armenpress", "ARMENPRESS", "АРМЕНПРЕСС", "Арменпресс"],
        languages: ["hy", "en", "ru"],
        timeZone: "Asia/Yerevan",
        examples: ["YEREVAN, APRIL 17, ARMENPRESS.", "ЕРЕВАН, 17 АПРЕЛЯ, АРМЕНПРЕСС."])
}
