// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let tanjug = Agency(
        code: "tanjug", name: "Tanjug",
        spellings: ["Tanjug", "TANJUG", "Танјуг"],
        languages: ["sr", "en"],
        timeZone: "Europe/Belgrade",
        examples: ["BELGRADE, Apr 17 (Tanjug) -"])
}
