// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let notimex = Agency(
        code: "notimex", name: "Notimex",
        spellings: ["Notimex", "NOTIMEX", "NTX"],
        languages: ["es"],
        timeZone: "America/Mexico_City",
        examples: ["México, 17 Abr (Notimex).-"])
}
