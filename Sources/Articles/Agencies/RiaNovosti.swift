// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ria = Agency(
        code: "ria", name: "RIA Novosti",
        spellings: ["RIA Novosti", "РИА Новости", "RIA", "РИА"],
        languages: ["ru"],
        example: "ОМСК, 7 мая — РИА Новости.")
}
