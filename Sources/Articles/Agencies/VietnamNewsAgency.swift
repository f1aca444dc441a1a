// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let vna = Agency(
        code: "vna", name: "VNA",
        spellings: ["VNA", "Vietnam News Agency", "TTXVN", "Vietnam News Agency (VNA)"],
        languages: ["vi", "en", "fr", "zh", "es", "ru", "ja"],
        timeZone: "Asia/Ho_Chi_Minh",
        examples: ["Hanoi (VNA) –"],
        credit: "(Photo: VNA)",
        endMarks: [.sign("./."), .sign("/."), .word("VNA")])
}
