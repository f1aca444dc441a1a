// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let telam = Agency(
        code: "telam", name: "Télam",
        spellings: ["Télam", "TELAM", "Telam"],
        languages: ["es"],
        timeZone: "America/Argentina/Buenos_Aires",
        examples: ["Buenos Aires, 17 de abril (Télam).-"])
}
