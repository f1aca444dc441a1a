// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ansa = Agency(
        code: "ansa", name: "ANSA",
        spellings: ["ANSA", "Agenzia ANSA"],
        languages: ["it", "en", "es", "de", "pt"],
        example: "(ANSA) - TORINO, 5 GIU -",
        endMarks: [.sign("(ANSA).")])
}
