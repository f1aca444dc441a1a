// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let belga = Agency(
        code: "belga", name: "Belga",
        spellings: ["Belga", "BELGA"],
        languages: ["nl", "fr", "en"],
        timeZone: "Europe/Brussels",
        examples: ["BRUSSEL (BELGA) -"],
        endMarks: [.sign("(Belga)"), .sign("(BELGA)")])
}
