// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ona = Agency(
        code: "ona", name: "ONA",
        spellings: ["ONA", "Oman News Agency"],
        languages: ["ar", "en"],
        timeZone: "Asia/Muscat",
        examples: ["Muscat, 17 Apr (ONA) ---"],
        endMarks: [.sign("---Ends---")],
        isAlsoAWord: true)
}
