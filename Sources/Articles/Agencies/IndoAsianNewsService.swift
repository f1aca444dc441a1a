// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ians = Agency(
        code: "ians", name: "IANS",
        spellings: ["IANS", "Indo-Asian News Service"],
        languages: ["en", "hi"],
        timeZone: "Asia/Kolkata",
        examples: ["Kolkata, Oct 2 (IANS)"])
}
