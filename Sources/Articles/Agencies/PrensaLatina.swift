// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let prensaLatina = Agency(
        code: "prensalatina", name: "Prensa Latina",
        spellings: ["Prensa Latina", "Prela", "PL"],
        languages: ["es", "en", "pt", "fr", "it", "ru"],
        timeZone: "America/Havana",
        examples: ["La Habana, 6 mar (Prensa Latina)"],
        endMarks: [.initials])
}
