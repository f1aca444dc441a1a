// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ntb = Agency(
        code: "ntb", name: "NTB",
        spellings: ["NTB", "Norsk Telegrambyrå"],
        languages: ["no"],
        timeZone: "Europe/Oslo",
        examples: ["OSLO (NTB):", "Oslo (NTB) –"],
        credit: "Foto: Ann Lee / NTB",
        endMarks: [.sign("(©NTB)"), .sign("(NTB)")])
}
