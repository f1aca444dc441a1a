// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let wam = Agency(
        code: "wam", name: "WAM",
        spellings: ["WAM", "Emirates News Agency", "وام"],
        languages: ["ar", "en"],
        timeZone: "Asia/Dubai",
        examples: ["SHARJAH, 17th April, 2023 (WAM) --"])
}
