// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let upi = Agency(
        code: "upi", name: "UPI",
        spellings: ["UPI", "United Press International"],
        languages: ["en", "es"],
        example: "AMMAN, Jordan, Aug. 3 (UPI) --")
}
