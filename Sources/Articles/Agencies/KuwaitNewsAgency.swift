// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let kuna = Agency(
        code: "kuna", name: "KUNA",
        spellings: ["KUNA", "Kuwait News Agency"],
        languages: ["ar", "en"],
        timeZone: "Asia/Kuwait",
        examples: ["CAIRO, April 17 (KUNA) --"],
        endMarks: [.word("(end)")])
}
