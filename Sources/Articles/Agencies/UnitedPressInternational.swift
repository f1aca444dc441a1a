// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let upi = Agency(
        code: "upi", name: "UPI",
        spellings: ["UPI", "United Press International"],
        languages: ["en", "es"],
        timeZone: "America/New_York",
        rightsHolder: "United Press International",
        examples: ["AMMAN, Jordan, Aug. 3 (UPI) --", "Aug. 3 (UPI) --"],
        credit: "Photo by Ann Lee/UPI")
}
