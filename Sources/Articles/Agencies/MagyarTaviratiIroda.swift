// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let mti = Agency(
        code: "mti", name: "MTI",
        spellings: ["MTI", "Magyar Távirati Iroda"],
        languages: ["hu", "en"],
        timeZone: "Europe/Budapest",
        examples: ["Budapest, April 17 (MTI) -", "Budapest, 2023. április 17., hétfő (MTI) -"])
}
