// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let bloomberg = Agency(
        code: "bloomberg", name: "Bloomberg",
        spellings: ["Bloomberg", "Bloomberg News", "ブルームバーグ", "彭博社", "Bloomberg Opinion"],
        languages: ["en", "es", "ja", "de"],
        timeZone: "America/New_York",
        examples: ["(Bloomberg) --", "April 17 (Bloomberg) --"],
        credit: "Photographer: Ann Lee/Bloomberg")
}
