// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let pna = Agency(
        code: "pna", name: "PNA",
        spellings: ["PNA", "Philippine News Agency"],
        languages: ["en", "fil"],
        timeZone: "Asia/Manila",
        examples: ["MANILA, Aug. 8 (PNA) --"],
        credit: "(PNA photo)",
        endMarks: [.sign("(PNA)")])
}
