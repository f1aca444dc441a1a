// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let petra = Agency(
        code: "petra", name: "Petra",
        spellings: ["Petra", "PETRA", "Jordan News Agency"],
        languages: ["ar", "en"],
        timeZone: "Asia/Amman",
        examples: ["Amman, Apr. 17 (Petra)--"],
        endMarks: [.sign("//Petra//")],
        isAlsoAWord: true)
}
