// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let antara = Agency(
        code: "antara", name: "ANTARA",
        spellings: ["ANTARA", "ANTARA News", "LKBN ANTARA"],
        languages: ["id", "en"],
        example: "Surabaya (ANTARA) -")
}
