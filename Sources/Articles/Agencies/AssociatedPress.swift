// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ap = Agency(
        code: "ap", name: "AP",
        spellings: ["AP", "A.P.", "Associated Press", "The Associated Press", "AP通信", "美联社"],
        languages: ["en", "es"],
        timeZone: "America/New_York",
        rightsHolder: "The Associated Press",
        examples: ["TULSA, Okla. (AP) —", "TULSA, Okla., May 3 (AP) —"],
        credit: "(AP Photo/Ann Lee)")
}
