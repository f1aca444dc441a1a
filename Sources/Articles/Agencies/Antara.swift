// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let antara = Agency(
        code: "antara", name: "ANTARA",
        spellings: ["ANTARA", "ANTARA News", "LKBN ANTARA"],
        languages: ["id", "en"],
        timeZone: "Asia/Jakarta",
        rightsHolder: "ANTARA",
        examples: ["Surabaya (ANTARA) -", "Surabaya, Aug 8 (ANTARA) -"],
        credit: "(ANTARA/Ani Lestari)")
}
