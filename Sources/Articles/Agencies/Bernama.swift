// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let bernama = Agency(
        code: "bernama", name: "Bernama",
        spellings: ["Bernama", "Bernama News Agency"],
        languages: ["ms", "en", "zh", "ta"],
        example: "IPOH, 8 Ogos (Bernama) --")
}
