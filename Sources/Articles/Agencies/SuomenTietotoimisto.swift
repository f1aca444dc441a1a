// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let stt = Agency(
        code: "stt", name: "STT",
        spellings: ["STT", "Suomen Tietotoimisto"],
        languages: ["fi", "sv"],
        timeZone: "Europe/Helsinki",
        examples: ["HELSINKI (STT) –"],
        isAlsoAWord: true)
}
