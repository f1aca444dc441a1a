// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ani = Agency(
        code: "ani", name: "ANI",
        spellings: ["ANI", "Asian News International"],
        languages: ["en", "hi"],
        timeZone: "Asia/Kolkata",
        examples: ["Kolkata (West Bengal) [India], October 2 (ANI):", "Kathmandu [Nepal], October 2 (ANI):"],
        credit: "(Photo/ANI)",
        endMarks: [.sign("(ANI)")])
}
