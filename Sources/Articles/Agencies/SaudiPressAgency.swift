// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let spa = Agency(
        code: "spa", name: "SPA",
        spellings: ["SPA", "Saudi Press Agency"],
        languages: ["ar", "en"],
        timeZone: "Asia/Riyadh",
        examples: ["Riyadh, April 17, 2023, SPA --", "Jeddah, April 17, SPA --"],
        endMarks: [.sign("--SPA"), .sign("-- SPA")],
        isAlsoAWord: true)
}
