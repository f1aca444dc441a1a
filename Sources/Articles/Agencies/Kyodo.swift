// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let kyodo = Agency(
        code: "kyodo", name: "Kyodo",
        spellings: ["Kyodo", "Kyodo News", "共同", "共同通信", "共同社"],
        languages: ["ja", "en", "zh", "ko"],
        timeZone: "Asia/Tokyo",
        rightsHolder: "Kyodo News",
        examples: ["NAGOYA, Japan, Feb. 6 Kyodo -", "【ソウル共同】"],
        credit: "(Kyodo)",
        endMarks: [.sign("==Kyodo")])
}
