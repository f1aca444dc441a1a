// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let agenciaBrasil = Agency(
        code: "agenciabrasil", name: "Agência Brasil",
        spellings: ["Agência Brasil", "ABr"],
        languages: ["pt", "en", "es"],
        timeZone: "America/Sao_Paulo",
        examples: ["Brasília (Agência Brasil) –"])
}
