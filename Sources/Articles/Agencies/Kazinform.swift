// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let kazinform = Agency(
        code: "kazinform", name: "Kazinform",
        spellings: ["Kazinform", "KAZINFORM", "КАЗИНФОРМ", "Казинформ"],
        languages: ["kk", "ru", "en"],
        timeZone: "Asia/Almaty",
        examples: ["ASTANA. KAZINFORM –", "АСТАНА. 17 апреля. КАЗИНФОРМ -"])
}
