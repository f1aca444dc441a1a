// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let apa = Agency(
        code: "apa", name: "APA",
        spellings: ["APA", "Austria Presse Agentur", "APA-OTS"],
        languages: ["de"],
        timeZone: "Europe/Vienna",
        examples: ["Wien (APA) -", "Wien (APA/dpa) –"],
        endMarks: [.sign("(APA)")],
        isAlsoAWord: true)
}
