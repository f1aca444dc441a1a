// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let aap = Agency(
        code: "aap", name: "AAP",
        spellings: ["AAP", "Australian Associated Press"],
        languages: ["en"],
        timeZone: "Australia/Sydney",
        examples: ["SYDNEY, April 17 AAP -", "CANBERRA (AAP) -"])
}
