// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let bernama = Agency(
        code: "bernama", name: "Bernama",
        spellings: ["Bernama", "Bernama News Agency", "BERNAMA"],
        languages: ["ms", "en", "zh", "ta"],
        timeZone: "Asia/Kuala_Lumpur",
        rightsHolder: "BERNAMA",
        examples: ["IPOH, 8 Ogos (Bernama) --", "IPOH, Aug 8 (Bernama) --"],
        endMarks: [.sign("-- BERNAMA"), .sign("--BERNAMA"), .sign("– BERNAMA")])
}
