// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let bss = Agency(
        code: "bss", name: "BSS",
        spellings: ["BSS", "Bangladesh Sangbad Sangstha"],
        languages: ["en", "bn"],
        timeZone: "Asia/Dhaka",
        examples: ["DHAKA, Oct 2, 2023 (BSS) -"],
        isAlsoAWord: true)
}
