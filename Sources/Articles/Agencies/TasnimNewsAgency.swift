// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let tasnim = Agency(
        code: "tasnim", name: "Tasnim",
        spellings: ["Tasnim", "Tasnim News Agency"],
        languages: ["fa", "en"],
        timeZone: "Asia/Tehran",
        examples: ["TEHRAN (Tasnim) –"])
}
