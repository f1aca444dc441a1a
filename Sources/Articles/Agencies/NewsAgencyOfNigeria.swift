// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let nan = Agency(
        code: "nan", name: "NAN",
        spellings: ["NAN", "News Agency of Nigeria"],
        languages: ["en"],
        timeZone: "Africa/Lagos",
        examples: ["Lagos, April 17, 2023 (NAN)"],
        endMarks: [.sign("(NAN)")],
        isAlsoAWord: true)
}
