// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let europaPress = Agency(
        code: "europapress", name: "Europa Press",
        spellings: ["EUROPA PRESS", "Europa Press", "EP", "Portaltic/EP"],
        languages: ["es", "ca"],
        timeZone: "Europe/Madrid",
        rightsHolder: "Europa Press",
        examples: ["BILBAO, 3 Jun. (EUROPA PRESS) -", "BILBAO 3 Jun. (EUROPA PRESS) -"])
}
