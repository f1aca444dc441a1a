// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let suna = Agency(
        code: "suna", name: "SUNA",
        spellings: ["SUNA", "Sudan News Agency"],
        languages: ["ar", "en"],
        timeZone: "Africa/Khartoum",
        examples: ["Khartoum, Apr. 17 (SUNA) -", "Khartoum Apr. 17 (SUNA) -"])
}
