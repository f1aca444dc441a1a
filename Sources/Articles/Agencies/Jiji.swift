// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let jiji = Agency(
        code: "jiji", name: "Jiji Press",
        spellings: ["Jiji", "Jiji Press", "時事", "時事通信", "AFP時事", "時事通信社"],
        languages: ["ja", "en", "zh"],
        timeZone: "Asia/Tokyo",
        rightsHolder: "Jiji Press",
        examples: ["Tokyo, Nov. 2 (Jiji Press)--", "【ワシントン時事】", "【パリAFP時事】"],
        endMarks: [.sign("[Copyright The Jiji Press, Ltd.]")])
}
