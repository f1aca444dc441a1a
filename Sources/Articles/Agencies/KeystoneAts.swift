// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ats = Agency(
        code: "ats", name: "Keystone-ATS",
        spellings: ["ats", "ATS", "SDA", "sda", "Keystone-SDA", "Keystone-ATS", "awp", "AWP", "Keystone-SDA-ATS"],
        languages: ["fr", "de", "it"],
        timeZone: "Europe/Zurich",
        examples: ["Lausanne (ats)", "Bern (sda) -"],
        endMarks: [.signature("SDA"), .signature("ATS"), .signature("sda"), .signature("ats")])
}
