// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let mena = Agency(
        code: "mena", name: "MENA",
        spellings: ["MENA", "Middle East News Agency"],
        languages: ["ar", "en"],
        timeZone: "Africa/Cairo",
        examples: ["CAIRO, Apr 17 (MENA) –"],
        endMarks: [.sign("(MENA)")],
        isAlsoAWord: true)
}
