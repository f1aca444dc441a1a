// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let azertac = Agency(
        code: "azertac", name: "AZERTAC",
        spellings: ["AZERTAC", "АЗЕРТАДЖ", "Azertag", "AZERTAG"],
        languages: ["az", "en", "ru"],
        timeZone: "Asia/Baku",
        examples: ["Baku, April 17, AZERTAC"])
}
