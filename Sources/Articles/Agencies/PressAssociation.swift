// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let pa = Agency(
        code: "pa", name: "PA Media",
        spellings: ["PA", "PA Media", "Press Association", "The Press Association"],
        languages: ["en"],
        timeZone: "Europe/London",
        examples: ["LONDON (PA) —"],
        credit: "(Ann Lee/PA)",
        isAlsoAWord: true)
}
