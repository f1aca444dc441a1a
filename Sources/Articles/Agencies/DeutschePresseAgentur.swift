// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let dpa = Agency(
        code: "dpa", name: "dpa",
        spellings: [
            "dpa", "DPA", "dpa-AFX", "dpa-AFX Broker", "Deutsche Presse-Agentur", "dpa International", "dpa/tmn", "dpa infocom",
            "dpa-infocom",
        ],
        languages: ["de", "en", "es", "ar"],
        timeZone: "Europe/Berlin",
        rightsHolder: "dpa",
        examples: ["Hamburg (dpa) -", "Kiel (dpa/lno) -", "ACCRA, Aug 25, 2023 (dpa) --"],
        credit: "Foto: Ann Lee/dpa",
        endMarks: [.imprint("© dpa-infocom"), .initials])
}
