// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let uni = Agency(
        code: "uni", name: "UNI",
        spellings: ["UNI", "United News of India"],
        languages: ["en", "hi", "ur"],
        timeZone: "Asia/Kolkata",
        examples: ["Kolkata, Oct 2 (UNI)"],
        isAlsoAWord: true)
}
