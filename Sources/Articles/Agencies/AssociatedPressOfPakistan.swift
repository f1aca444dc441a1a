// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let app = Agency(
        code: "app", name: "APP",
        spellings: ["APP", "Associated Press of Pakistan"],
        languages: ["en", "ur"],
        timeZone: "Asia/Karachi",
        examples: ["LAHORE, Oct 2 (APP):"],
        isAlsoAWord: true)
}
