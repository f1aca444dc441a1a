// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ap = Agency(
        code: "ap", name: "AP",
        spellings: ["AP", "A.P.", "Associated Press", "The Associated Press", "AP通信", "美联社"],
        languages: ["en", "es"],
        example: "TULSA, Okla. (AP) —")
}
