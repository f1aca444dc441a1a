// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let globeNewswire = Agency(
        code: "globenewswire", name: "GlobeNewswire",
        spellings: ["GLOBE NEWSWIRE", "GlobeNewswire", "Globe Newswire"],
        languages: ["en", "fr", "de"],
        timeZone: "America/New_York",
        examples: ["TORONTO, April 17, 2023 (GLOBE NEWSWIRE) --"])
}
