// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let tass = Agency(
        code: "tass", name: "TASS",
        spellings: ["TASS", "Tass", "ТАСС", "Itar-Tass", "ИТАР-ТАСС", "塔斯社"],
        languages: ["ru", "en"],
        example: "KAZAN, May 11. /TASS/.")
}
