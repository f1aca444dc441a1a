// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let bta = Agency(
        code: "bta", name: "BTA",
        spellings: ["BTA", "БТА", "Bulgarian News Agency"],
        languages: ["bg", "en"],
        timeZone: "Europe/Sofia",
        examples: ["Sofia, April 17 (BTA) -"])
}
