// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ria = Agency(
        code: "ria", name: "RIA Novosti",
        spellings: ["RIA Novosti", "РИА Новости", "RIA", "РИА", "РИА Новости Спорт", "РИА Новости Крым", "РИА Новости Украина", "俄新社"],
        languages: ["ru", "en"],
        timeZone: "Europe/Moscow",
        examples: ["ОМСК, 7 мая — РИА Новости.", "ОМСК, 7 мая - РИА Новости, Анна Лисина."],
        credit: "© РИА Новости / Анна Лисина")
}
