// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let dowJones = Agency(
        code: "dowjones", name: "Dow Jones",
        spellings: ["Dow Jones", "Dow Jones Newswires", "DJ", "Dow Jones & Co"],
        languages: ["en"],
        timeZone: "America/New_York",
        examples: ["TAIPEI (Dow Jones)--", "WASHINGTON -(Dow Jones)-"])
}
