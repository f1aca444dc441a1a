// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let kyodo = Agency(
        code: "kyodo", name: "Kyodo",
        spellings: ["Kyodo", "Kyodo News", "共同", "共同通信", "共同社"],
        languages: ["ja", "en", "zh", "ko"],
        example: "NAGOYA, Japan, Feb. 6 Kyodo -",
        endMarks: [.sign("==Kyodo")])
}
