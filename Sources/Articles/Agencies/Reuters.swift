// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let reuters = Agency(
        code: "reuters", name: "Reuters",
        spellings: [
            "Reuters", "Reuter", "RTRS", "Thomson Reuters", "Reuters Breakingviews", "Reuters Health", "Reuters Life!",
            "Thomson Reuters Foundation", "ロイター", "路透社", "로이터", "Рейтер",
        ],
        languages: ["en", "es", "fr", "de", "it", "pt", "ru", "ar", "zh", "ja"],
        rightsHolder: "Reuters",
        examples: ["QUITO, June 4 (Reuters) -", "［キト　４日　ロイター］ -"],
        credit: "REUTERS/Ann Lee",
        endMarks: [.sign("Reuter \u{3}"), .sign("REUTER \u{3}"), .sign("\u{3}")],
        guidEndsInRevision: true)
}
