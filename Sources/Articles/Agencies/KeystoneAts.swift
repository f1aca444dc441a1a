// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ats = Agency(
        code: "ats", name: "Keystone-ATS",
        spellings: ["ats", "ATS", "SDA", "sda", "Keystone-SDA", "Keystone-ATS", "awp"],
        languages: ["fr", "de", "it"],
        example: "Lausanne (ats)",
        endMarks: [.signature("SDA"), .signature("ATS")])
}
