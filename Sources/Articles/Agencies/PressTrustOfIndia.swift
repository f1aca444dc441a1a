// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let pti = Agency(
        code: "pti", name: "PTI",
        spellings: ["PTI", "Press Trust of India"],
        languages: ["en", "hi"],
        example: "Kolkata, Oct 2 (PTI)")
}
