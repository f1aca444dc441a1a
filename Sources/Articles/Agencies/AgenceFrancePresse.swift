// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let afp = Agency(
        code: "afp", name: "AFP",
        spellings: ["AFP", "afp", "Agence France-Presse", "AFP Relaxnews", "法新社", "АФП", "AFP通信"],
        languages: ["en", "fr", "es", "de", "pt", "ar"],
        timeZone: "Europe/Paris",
        examples: ["Lyon (AFP) –", "Toulouse, 3 mai 2023 (AFP) -", "【5月3日 AFP】"],
        credit: "(Photo by Ann LEE / AFP)",
        endMarks: [.initials])
}
