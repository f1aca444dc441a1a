// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let pti = Agency(
        code: "pti", name: "PTI",
        spellings: ["PTI", "Press Trust of India"],
        languages: ["en", "hi"],
        timeZone: "Asia/Kolkata",
        rightsHolder: "Press Trust of India",
        examples: ["Kolkata, Oct 2 (PTI)", "Kolkata, Oct 2 (PTI):"],
        credit: "(PTI Photo/Ann Lee)",
        endMarks: [.initials])
}
