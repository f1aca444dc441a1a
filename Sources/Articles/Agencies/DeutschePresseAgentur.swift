// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let dpa = Agency(
        code: "dpa", name: "dpa",
        spellings: ["dpa", "DPA", "dpa-AFX", "Deutsche Presse-Agentur", "dpa International", "dpa/tmn", "dpa infocom"],
        languages: ["de", "en", "es", "ar"],
        example: "Hamburg (dpa) -")
}
