// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let afp = Agency(
        code: "afp", name: "AFP",
        spellings: ["AFP", "afp", "Agence France-Presse", "AFP Relaxnews", "法新社", "АФП"],
        languages: ["en", "fr", "es", "de", "pt", "ar"],
        example: "Lyon (AFP) –",
        endMarks: [.initials])
}
