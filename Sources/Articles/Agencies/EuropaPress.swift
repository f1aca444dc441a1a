// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let europaPress = Agency(
        code: "europapress", name: "Europa Press",
        spellings: ["EUROPA PRESS", "Europa Press", "EP"],
        languages: ["es", "ca"],
        example: "BILBAO, 3 Jun. (EUROPA PRESS) -")
}
