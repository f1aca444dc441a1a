// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let businessWire = Agency(
        code: "businesswire", name: "Business Wire",
        spellings: ["Business Wire", "BUSINESS WIRE"],
        languages: ["en"],
        timeZone: "America/New_York",
        examples: ["TAMPA, Fla.--(BUSINESS WIRE)--", "BOSTON--(BUSINESS WIRE)--April 17, 2023--"])
}
