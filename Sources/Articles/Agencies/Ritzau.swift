// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ritzau = Agency(
        code: "ritzau", name: "Ritzau",
        spellings: ["Ritzau", "RITZAU", "Ritzaus Bureau", "ritzau", "Ritzau Scanpix"],
        languages: ["da"],
        timeZone: "Europe/Copenhagen",
        examples: ["KØBENHAVN (Ritzau) -"],
        credit: "Foto: Ann Lee/Ritzau Scanpix",
        endMarks: [.sign("/ritzau/"), .sign("/ritzau/AFP/"), .sign("/ritzau/Reuters")])
}
